import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {readArchive} from '../support/archive.ts'
import {
  createRecordingTerminal,
  digestsIn,
  makeFolder,
  makeSite,
  runProgram,
} from '../support/folder.ts'
import {recordFile} from '../support/records.ts'

const a = {title: 'I 甲', date: '2004-01-01', column: '通知', tags: '[I, i, ı, 会议]'}
const site = `-- dibao.yml --
title: 云溪档案
url: https://archive.example.cn/
${recordFile('2004/a.md', {...a, aliases: '[/old/I.html, /show.asp?id=1]'}, '見[乙](乙.md)。')}${recordFile(
  '2004/乙.md',
  {title: '乙', date: '2004-01-01T23:30:00-08:00', column: '通知'},
)}${recordFile('Z.md', {title: 'z', date: '2005-01-01', withdrawn: 'true'})}${recordFile('z1.md', {
  title: 'z',
  date: '2005-03-01',
  corrections: '{date: 2005-04-01, text: 改}',
})}-- content/2004/图.png --
PNG
-- public/ä.txt --
1
-- public/z.txt --
2
`

/** Everything that a build and an export write, made by a process of its own. */
async function publish(name: string, env: Readonly<Record<string, string>>, reversed = false) {
  const cwd = join(await makeFolder(), name)
  const files = [...readArchive(site)]
  // File systems list files in the order they were written, or in one of their own.
  for (const [path, text] of reversed ? files.toReversed() : files) {
    await mkdir(dirname(join(cwd, path)), {recursive: true})
    await writeFile(join(cwd, path), text)
  }
  const exported = ['--wacz', 'out/a.wacz', '--jsonl', 'out/a.jsonl', '--csv', 'out/csv']
  for (const args of [
    ['build'],
    ['export', ...exported, '--epub', 'out/a.epub', '--bagit', 'bag'],
  ]) {
    const {code, stderr} = await runProgram(args, {
      cwd,
      env: {SOURCE_DATE_EPOCH: '1735689600', ...env},
    })
    expect(code, stderr).toBe(0)
  }
  const digests = Object.entries(await digestsIn(cwd))
  return Object.fromEntries(digests.filter(([path]) => !path.startsWith('.cache/')))
}

test('neither zone nor locale, folder nor order of files changes a byte', {
  timeout: 120_000,
}, async () => {
  const one = await publish('site', {TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C'})
  const other = await publish(
    '另一 个,文件夹',
    {TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8'},
    true,
  )
  expect(other).toEqual(one)
  expect(Object.keys(one)).toEqual(expect.arrayContaining(['dist/2004/01/乙/index.html']))
})

test('every published file is explained by what it was made from', async () => {
  const folder = await makeSite(site)
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal, undefined, {explain: true})).toBe(0)
  const lines = terminal.out().filter((line) => line.includes(' ← '))
  const published = Object.keys(await digestsIn(folder.output))
  expect(lines.map((line) => line.split(' ← ')[0]).toSorted()).toEqual(
    published.filter((path) => !path.startsWith('.dibao/')),
  )
  expect(lines).toEqual(
    expect.arrayContaining([
      '2004/01/a/index.html ← content/2004/a.md, templates/article.hbs；题目：content/2004/乙.md',
      '2004/01/a/repairs.json ← content/2004/a.md',
      'archive/index.html ← content/z1.md, content/2004/乙.md, content/2004/a.md, templates/listing.hbs',
      'index.html ← 全部文章, templates/home.hbs',
      'old/I.html ← content/2004/a.md',
      'ä.txt ← public/ä.txt',
      'atom.xml ← 最新的文章和更正',
      'sitemap.xml ← 全部网页',
    ]),
  )
})
