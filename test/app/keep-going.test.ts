import {readFile, rm, truncate, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {
  createRecordingTerminal,
  digestsIn,
  makeSite,
  put,
  type RecordingTerminal,
  runProgram,
} from '../support/folder.ts'

const site = `-- dibao.yml --
title: 云溪市档案
-- content/2004/taifeng.md --
---
title: 台风后维护
date: 2004-03-05
---
老干部参加维护，见[座谈会](record:hui)。
`
const badDay =
  '-- content/2005/hui.md --\n---\ntitle: 座谈会\ndate: 2005-02-30\n---\n座谈会召开。\n'
const goodDay = badDay.replace('2005-02-30', '2005-02-28')

test('records with errors are left out and named, and the site without them is published', async () => {
  const folder = await makeSite(`${site}${badDay}-- content/b.md --\n正文\n`)
  await writeFile(join(folder.content, 'c.md'), Buffer.from([0xb1, 0xea, 0xcc, 0xe2]))
  const {code, terminal} = await keepGoing(folder)
  expect(code).toBe(1)
  expect(rulesOf(terminal)).toEqual([
    'content/2004/taifeng.md:5:10 site/dead-record-link',
    'content/2005/hui.md:3:7 record/no-such-day',
    'content/b.md:1:1 record/missing-front-matter',
    'content/c.md:1:1 app/not-utf8',
  ])
  expect(terminal.out()[0]).toContain('已发布 1 篇文章')
  expect(terminal.err().at(-1)).toBe(
    '网站已发布，但缺 3 篇有错误的文章：content/2005/hui.md、content/b.md、content/c.md。改正后再运行一次。',
  )
  const fresh = await makeSite(site)
  expect(await build(fresh, createRecordingTerminal())).toBe(0)
  expect(await digestsIn(folder.output)).toEqual(await digestsIn(fresh.output))
  expect(await readFile(folder.ledger)).toEqual(await readFile(fresh.ledger))
  await put(folder.root, goodDay)
  for (const name of ['b.md', 'c.md']) await rm(join(folder.content, name))
  const mended = await keepGoing(folder)
  expect(mended.code).toBe(0)
  expect(mended.terminal.err()).toEqual([])
})

test('a record file of more than 8 MiB is not read, and says so', async () => {
  const folder = await makeSite(`${site}${goodDay.replace('2005/hui', 'large')}`)
  const large = join(folder.content, 'large.md')
  await truncate(large, 8 * 1024 * 1024 + 1)
  const {code, terminal} = await keepGoing(folder)
  expect(code).toBe(1)
  expect(terminal.err()).toContain(
    'content/large.md: 错误: 这份文件有 8.1 MiB，超过上限 8 MiB，没有读 (app/record-too-large)',
  )
  expect(terminal.out()[0]).toContain('已发布 1 篇文章')
})

test('the last line names ten records at most', async () => {
  const bad = Array.from({length: 12}, (_, index) => `-- content/b${index}.md --\n正文\n`)
  const {terminal} = await keepGoing(await makeSite(`${site}${bad.join('')}`))
  expect(terminal.err().at(-1)).toMatch(
    /缺 12 篇.*：(?:content\/b\d+\.md、){9}content\/b\d+\.md 等。/,
  )
})

test.each([
  ['a record that was published', goodDay, badDay],
  [
    'a record that was withdrawn',
    goodDay.replace('\n---\n座', '\nwithdrawn: true\n---\n座'),
    badDay,
  ],
  [
    'a record whose address another one with its id would take',
    goodDay,
    `${badDay}${goodDay.replace('2005/hui.md', 'other/hui.md')}`,
  ],
  [
    'a record whose address another one with its stated id would take',
    goodDay.replace('title', 'id: meeting\ntitle'),
    `${badDay.replace('title', 'id: meeting\ntitle')}${goodDay.replace('2005/hui.md', 'meeting.md')}`,
  ],
])('%s is not left out: its address was promised', async (_, before, after) => {
  const folder = await makeSite(`${site}${before}`)
  expect(await build(folder, createRecordingTerminal())).toBe(0)
  await put(folder.root, after)
  const published = await publishedIn(folder)
  const {code, terminal} = await keepGoing(folder)
  expect(code).toBe(1)
  expect(rulesOf(terminal).some((rule) => /site\/(?:address-lost|duplicate-id)/.test(rule))).toBe(
    true,
  )
  expect(terminal.err().at(-2)).toBe('有错误，没有发布；原来发布的网站没有改动。')
  expect(terminal.err().at(-1)).toContain('请改正那篇文章，不要取消网址')
  expect(await publishedIn(folder)).toEqual(published)
})

test('a record whose addresses were given up may be left out', async () => {
  const folder = await makeSite(`${site}${badDay}`)
  const line = {record: 'hui', state: 'retired', reason: '重复'}
  const lines = [
    {...line, address: '/2005/02/hui/', edition: 'zh-Hans'},
    {...line, address: '/zh-hant/2005/02/hui/', edition: 'zh-Hant'},
  ]
  await writeFile(folder.ledger, lines.map((each) => `${JSON.stringify(each)}\n`).join(''))
  const {code, terminal} = await keepGoing(folder)
  expect(code).toBe(1)
  expect(terminal.out()[0]).toContain('已发布 1 篇文章')
})

test.each([
  ['settings', 'site/unknown-config', '-- dibao.yml --\ntitel: 甲\n'],
  ['a template', 'render/unknown-name', '-- templates/article.hbs --\n{{article.titel}}\n'],
  ['the ledger', 'site/bad-ledger-line', '-- permalinks.jsonl --\n{"address":\n'],
  ['the list of old addresses', 'site/dead-redirect', '-- redirects.csv --\n/old.html,hui\n'],
  ['a glossary', 'record/unclosed-quote', '-- glossary.yml --\n"甲\n'],
  [
    'two records with one id',
    'site/duplicate-id',
    '-- content/taifeng.md --\n---\ntitle: 甲\ndate: 2004-01-01\n---\n甲\n',
  ],
  [
    'an extension at one record',
    'base/extension-failed',
    `-- dibao.config.mjs --
const edits = (text) => {
  if (text.includes('水库')) throw new Error('no')
  return []
}
export default {textRules: [{name: 'own', edits}]}
-- content/other.md --
---
title: 水库
date: 2004-01-01
---
水库
`,
  ],
])('an error of %s is passed over by no build', async (_, rule, files) => {
  const folder = await makeSite(`${site}${badDay}`)
  await put(folder.root, files)
  const {code, terminal} = await keepGoing(folder)
  expect(code).toBe(1)
  expect(rulesOf(terminal).filter((each) => each.endsWith(` ${rule}`))).not.toEqual([])
  expect(terminal.err()).toContain('有错误，没有发布；原来发布的网站没有改动。')
  expect(terminal.out()).toEqual([])
})

test('a site that no record is left of is not published', async () => {
  const {code, terminal} = await keepGoing(await makeSite(badDay))
  expect(code).toBe(1)
  expect(terminal.out()).toEqual([])
})

test('without being asked, any error forbids publishing', async () => {
  const folder = await makeSite(`${site}${badDay}`)
  const plain = await runProgram(['build'], {cwd: folder.root})
  expect([plain.code, plain.stdout]).toEqual([1, ''])
  const asked = await runProgram(['build', '--keep-going', '--lang', 'en'], {cwd: folder.root})
  expect([asked.code, asked.stdout]).toEqual([1, expect.stringContaining('Published 1 articles')])
  expect(asked.stderr).toMatch(
    /The site was published without 1 records that have errors: content\/2005\/hui\.md\. .*\n$/,
  )
})

async function keepGoing(folder: SiteFolder) {
  const terminal = createRecordingTerminal()
  return {code: await build(folder, terminal, undefined, {keepGoing: true}), terminal}
}

/** `file:line:column rule` of every message. */
function rulesOf(terminal: RecordingTerminal): readonly string[] {
  return terminal
    .err()
    .flatMap(
      (line) => /^(\S+): (?:错误|提醒|说明): .* \((\S+)\)$/.exec(line)?.slice(1).join(' ') ?? [],
    )
}

async function publishedIn({output, ledger}: SiteFolder): Promise<unknown> {
  return [await digestsIn(output), await readFile(ledger, 'utf8')]
}
