import {execFile} from 'node:child_process'
import {appendFile, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test, vi} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {exportArchive} from '../../src/app/commands/export.ts'
import {digestOf} from '../../src/base/digest.ts'
import {tagFilesOf} from '../../src/emit/bag.ts'
import {faultsOfBag} from '../support/bag.ts'
import {buildSiteOf} from '../support/check.ts'
import {createRecordingTerminal, digestsIn, makeFolder, makeSite} from '../support/folder.ts'

const site = `-- dibao.yml --
title: 云溪档案
tagline: 2004年以来
owner: 云溪市办公室
url: https://archive.example.cn/
operator: 云溪市信息中心
siteCode: "0000000001"
bagInfo:
  Source-Organization: 云溪市档案馆
  全宗号: "0017"
-- content/2004/a.md --
---
title: 甲
date: 2004-01-01
---
正文。
-- content/.originals/0a.txt --
收到的原件
-- public/50% 表.csv --
1
`

const zhHans = {edition: 'zh-Hans'}

async function bag() {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1735689600')
  const folder = await makeSite(site)
  expect(await build(folder, createRecordingTerminal())).toBe(0)
  const target = join(await makeFolder(), '移交包')
  const terminal = createRecordingTerminal()
  expect(await exportArchive({bagit: target, ...zhHans}, folder, terminal)).toBe(0)
  return {folder, target, terminal}
}

test('a bag holds everything, and its lists say so', async () => {
  const {folder, target} = await bag()
  const inBag = await digestsIn(target)
  const inSite = Object.entries(await digestsIn(folder.root)).filter(
    ([path]) => !path.startsWith('dist/.dibao/') && !path.startsWith('.cache/'),
  )
  const payload = Object.entries(inBag).filter(([path]) => path.startsWith('data/'))
  expect(Object.fromEntries(payload)).toEqual(
    Object.fromEntries(inSite.map(([path, digest]) => [`data/${path}`, digest])),
  )
  const manifest = await readFile(join(target, 'manifest-sha256.txt'), 'utf8')
  expect(manifest).toBe(
    payload.map(([path, digest]) => `${digest}  ${path.replace('%', '%25')}\n`).join(''),
  )
  expect(await faultsOfBag(target)).toEqual([])
  const tags = await promisify(execFile)(
    'sha256sum',
    ['--check', '--strict', '--quiet', 'tagmanifest-sha256.txt'],
    {cwd: target},
  )
  expect(tags).toEqual({stdout: '', stderr: ''})
  expect(await readFile(join(target, 'bag-info.txt'), 'utf8')).toMatch(
    new RegExp(
      '^Source-Organization: 云溪市档案馆\nExternal-Description: 云溪档案：2004年以来\n' +
        'External-Identifier: https://archive.example.cn/\n网站名称: 云溪档案\n' +
        '主办单位: 云溪市办公室\n承办单位: 云溪市信息中心\n网站标识码: 0000000001\n' +
        '全宗号: 0017\nBagging-Date: 2025-01-01\n' +
        `Bag-Software-Agent: dibao \\S+\nPayload-Oxum: \\d+\\.${payload.length}\n$`,
    ),
  )
})

test('what RFC 8493 asks of a bag is missed when it is not there', async () => {
  const {target} = await bag()
  await appendFile(join(target, 'data/content/2004/a.md'), '!')
  await rm(join(target, 'data/dist/index.html'))
  await writeFile(join(target, 'data/more.txt'), '')
  await appendFile(join(target, 'bagit.txt'), '\n')
  expect(await faultsOfBag(target)).toEqual([
    'bagit.txt is no declaration',
    'data/more.txt is not listed',
    'data/content/2004/a.md is changed',
    'data/dist/index.html is missing',
    'bagit.txt is changed',
    expect.stringMatching(/^bag-info\.txt has no Payload-Oxum/),
  ])
})

test('the same archive gives the same bag, and never over another', async () => {
  const [one, two] = [await bag(), await bag()]
  expect(await digestsIn(one.target)).toEqual(await digestsIn(two.target))
  const again = createRecordingTerminal()
  expect(await exportArchive({bagit: one.target, ...zhHans}, one.folder, again)).toBe(2)
  expect(again.err()).toEqual([`「${one.target}」已经存在，没有导出；请换一个名字`])
  expect(await exportArchive(zhHans, one.folder, createRecordingTerminal())).toBe(2)
  expect(await digestsIn(one.target)).toEqual(await digestsIn(two.target))
})

test('a label that no line can hold is refused', async () => {
  const {report} = await buildSiteOf('-- dibao.yml --\nbagInfo: {"a:b": 甲}\n')
  expect(report).toContainEqual(
    expect.stringMatching(/^dibao\.yml:1:\d+: 错误: .*\(site\/bad-config\)$/),
  )
})

test('a value of several lines is folded, and a path keeps to its line', () => {
  const file = {path: 'data/a%\n.txt', digest: digestOf('a'), bytes: 1}
  const files = tagFilesOf([file], {
    info: {'External-Description': '第一行\n 第二行\n'},
    day: '2025-01-01',
    agent: 'dibao',
  })
  expect(files.get('bag-info.txt')).toContain('External-Description: 第一行\n\t第二行\n')
  expect(files.get('manifest-sha256.txt')).toBe(`${digestOf('a')}  data/a%25%0A.txt\n`)
})
