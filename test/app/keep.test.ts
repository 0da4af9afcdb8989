import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, expect, test, vi} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {keep} from '../../src/app/commands/keep.ts'
import {indexAddresses} from '../../src/app/import-update.ts'
import {createRecordingTerminal, digestsIn, makeSite, put} from '../support/folder.ts'

const record = '---\r\ntitle: 甲\r\ndate: 2024-01-03\r\n---\r\n参加会议的有二十人。\r\n'
const site = `-- dibao.yml --
title: 云溪档案
url: https://archive.example.cn/
-- content/2024/index-b/index.md --
---
title: 乙
date: 2024-01-03
---
别的。
`

beforeEach(() => {
  // 2024-12-10 in Shanghai, and still the 9th in London.
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2024, 11, 9, 18) / 1000))
})

async function siteOf() {
  const folder = await makeSite(site)
  await writeFile(join(folder.content, '2024/a.md'), `\ufeff${record}`)
  return folder
}

test.each([
  ['a', 'content/2024/a@2024-12-10.md'],
  ['content/2024/a.md', 'content/2024/a@2024-12-10.md'],
  ['./content/2024/a.md', 'content/2024/a@2024-12-10.md'],
  ['2024\\a.md', 'content/2024/a@2024-12-10.md'],
  ['index-b', 'content/2024/index-b/index@2024-12-10.md'],
])('keeps the record %s as it is, byte for byte, in %s', async (name, kept) => {
  const folder = await siteOf()
  const before = await digestsIn(folder.root)
  const terminal = createRecordingTerminal()
  expect(await keep(name, folder, terminal)).toBe(0)
  expect([terminal.out()[0], terminal.err()]).toEqual([kept, []])
  const {[kept]: digest, ...others} = await digestsIn(folder.root)
  expect(others).toEqual(before)
  expect(digest).toBe(before[kept.replace('@2024-12-10', '')])
})

test('keeps one text a day and never overwrites it', async () => {
  const folder = await siteOf()
  await keep('a', folder, createRecordingTerminal())
  await writeFile(join(folder.content, '2024/a.md'), record.replace('二十', '三十'))
  const before = await digestsIn(folder.root)
  const terminal = createRecordingTerminal()
  expect(await keep('a', folder, terminal)).toBe(1)
  expect(terminal.err()).toEqual([
    'content/2024/a@2024-12-10.md: 错误: content/2024/a.md 今天已经留过一份，没有覆盖 (app/version-kept)',
  ])
  expect(await digestsIn(folder.root)).toEqual(before)
})

test.each([
  ['index-c', '没有「index-c」这篇文章 (app/no-such-record)'],
  ['content/2024/z.md', '没有「content/2024/z.md」这篇文章 (app/no-such-record)'],
  // A version is none.
  [
    'content/2024/a@2020-01-01.md',
    '没有「content/2024/a@2020-01-01.md」这篇文章 (app/no-such-record)',
  ],
])('says that there is no %s', async (name, message) => {
  const folder = await siteOf()
  await writeFile(join(folder.content, '2024/a@2020-01-01.md'), record)
  const before = await digestsIn(folder.root)
  const terminal = createRecordingTerminal()
  expect(await keep(name, folder, terminal)).toBe(1)
  expect(terminal.err()).toEqual([`错误: ${message}`])
  expect(await digestsIn(folder.root)).toEqual(before)
})

test('kept, corrected and built again: the comparison is there, explained and in the checksums', async () => {
  const folder = await siteOf()
  expect(await build(folder, createRecordingTerminal())).toBe(0)
  await keep('a', folder, createRecordingTerminal())
  const corrected = record
    .replace('二十人', '二十二人')
    .replace('title:', 'corrections: {date: 2024-12-10, text: 人数有误}\r\ntitle:')
  await writeFile(join(folder.content, '2024/a.md'), corrected)
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal, undefined, {explain: true, keepGoing: false})).toBe(0)
  const path = '2024/01/a/2024-12-10/index.html'
  expect(terminal.out()).toContain(
    `${path} ← content/2024/a@2024-12-10.md, content/2024/a.md, templates/version.hbs`,
  )
  const page = await readFile(join(folder.output, path), 'utf8')
  expect(page).toContain('<p class="changed">参加会议的有二十<ins>二</ins>人。</p>')
  expect(await readFile(join(folder.output, '2024/01/a/index.html'), 'utf8')).toContain(
    '对照更正前后',
  )
  expect(await readFile(join(folder.output, 'manifest-sha256.txt'), 'utf8')).toContain(
    `  ${path}\n`,
  )
  expect(await readFile(folder.ledger, 'utf8')).toContain('"/zh-hant/2024/01/a/2024-12-10/"')
})

test('built again and again, a site with versions ends as one that is built anew', async () => {
  const version = (day: string, text: string): string =>
    `-- content/2024/a@${day}.md --\n---\ntitle: 甲\ndate: 2024-01-03\n---\n${text}\n`
  const now = (text: string, lines = ''): string =>
    `-- content/2024/a.md --\n---\ntitle: 甲\ndate: 2024-01-03\n${lines}---\n${text}\n`
  const steps = [
    now('第三稿。') + version('2024-02-01', '第一稿。'),
    now('第四稿。', 'corrections: {date: 2024-03-01, text: 有误}\n') +
      version('2024-03-01', '第三稿。'),
    now('第四稿。', 'withdrawn: true\n'),
    now('第五稿。') + version('2024-02-01', '初稿。'),
  ]
  const folder = await makeSite(site)
  for (const [index, step] of steps.entries()) {
    await put(folder.root, step)
    expect(await build(folder, createRecordingTerminal())).toBe(0)
    if (index < 2) continue
    const anew = await makeSite(site)
    for (const each of steps.slice(0, index + 1)) await put(anew.root, each)
    await writeFile(anew.ledger, await readFile(folder.ledger))
    expect(await build(anew, createRecordingTerminal())).toBe(0)
    expect(await digestsIn(folder.output)).toEqual(await digestsIn(anew.output))
  }
})

test('an import finds the record of an old address, and never a version that had it too', async () => {
  const fields = 'title: 甲\ndate: 2024-01-03\naliases: [/show.asp?id=1]\n'
  const folder = await makeSite(
    `${site}-- content/a.md --\n---\n${fields}---\n新。\n-- content/a@2024-02-01.md --\n---\n${fields}---\n旧。\n`,
  )
  expect([...(await indexAddresses(folder))]).toEqual([['/show.asp?id=1', 'a.md']])
})
