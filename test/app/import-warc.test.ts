import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {importFiles} from '../../src/app/commands/import.ts'
import {encodeText} from '../support/encode.ts'
import {createRecordingTerminal, makeFolder, makeSite} from '../support/folder.ts'
import {makeWarc, type WarcAnswer} from '../support/warc.ts'
import {makeZip} from '../support/zip.ts'

const host = 'http://www.yunzhou-county.cn'
const pageOf = (title: string, more = '') =>
  encodeText(
    `<h1>${title}</h1><div>发布日期：2009-03-05</div><div><p>请各单位按时参加。</p><p>特此通知。</p>${more}</div>`,
    'gb18030',
  )!
const answers: readonly WarcAnswer[] = [
  {uri: `${host}/zwgk/`, body: pageOf('植树节活动通知（旧）'), date: '2019-01-02T03:04:05Z'},
  {
    uri: `${host}/zwgk/`,
    body: pageOf('植树节活动通知', '<p><a href="/show.asp?id=2">另见</a></p><img src="/a.png">'),
    type: 'text/html; charset=gb2312',
  },
  {uri: `${host}/show.asp?id=2`, body: pageOf('放假通知'), encoding: 'gzip'},
  {uri: `${host}/a.png`, body: Buffer.from('PNG'), type: 'image/png'},
  {uri: `${host}/gone.html`, body: pageOf('没有这一页'), status: 404},
]

async function importArchive(bytes: Uint8Array, name: string) {
  const folder = await makeSite('')
  const path = join(await makeFolder(), name)
  await writeFile(path, bytes)
  const terminal = createRecordingTerminal()
  const code = await importFiles([path], folder, terminal, {isDryRun: true, asJson: true})
  const said = terminal.out().filter((line) => line !== '')
  return {code, terminal, records: said.flatMap((line) => JSON.parse(line).records)}
}

test.each([
  ['a web archive', 'site.warc.gz', makeWarc(answers)],
  [
    'one in a WACZ',
    'site.wacz',
    makeZip([
      {name: 'archive/data.warc.gz', body: makeWarc(answers)},
      {name: 'datapackage.json', body: Buffer.from('{"resources":[{"title":"a","text":"b"}]}')},
      {name: 'pages/pages.jsonl', body: Buffer.from('{"title":"a","text":"b"}\n')},
    ]),
  ],
])('imports the pages of %s under their old addresses', async (_, name, bytes) => {
  const {code, terminal, records} = await importArchive(bytes, name)
  expect(terminal.err()).toEqual([])
  expect(code).toBe(0)
  expect(records.map(({fields}) => [fields.title, fields.aliases]).toSorted()).toEqual([
    ['放假通知', ['/show.asp?id=2']],
    ['植树节活动通知', ['/zwgk/']],
  ])
  const first = records.find(({fields}) => fields.title === '植树节活动通知')
  expect(first.fields.provenance).toMatchObject({
    url: `${host}/zwgk/`,
    file: 'www.yunzhou-county.cn/zwgk/',
    retrieved: '2020-01-02',
  })
  expect(first.body).toMatch(/\[另见\]\(record:20090305-[\da-f]{6}\)/)
  expect(first.body).toMatch(/!\[\]\(\.\.\/files\/[\da-f]{16}\.png\)/)
})

test('imports of a web archive that was cut off what is there, and says so', async () => {
  const {code, terminal, records} = await importArchive(
    makeWarc(answers).subarray(0, -40),
    'a.warc.gz',
  )
  expect(code).toBe(1)
  expect(records).toHaveLength(2)
  expect(terminal.err()).toContainEqual(expect.stringContaining('(app/warc-broken)'))
})

test.each([
  ['the last page', -30, 1],
  ['a record that no page is made of', 212, 0],
])('keeps no half page of an archive cut off in %s, and ends', async (_, end, count) => {
  const bytes = gunzipSync(makeWarc(answers.slice(1, 3))).subarray(0, end)
  const {code, terminal, records} = await importArchive(bytes, 'a.warc')
  expect(code).toBe(1)
  expect(records).toHaveLength(count)
  expect(terminal.err()).toContainEqual(expect.stringContaining('(app/warc-broken)'))
})

test('refuses what only calls itself a web archive', async () => {
  const {code, terminal} = await importArchive(Buffer.from('<html>no archive</html>'), 'a.warc')
  expect(code).toBe(1)
  expect(terminal.err()).toContainEqual(expect.stringContaining('(app/warc-broken)'))
})

test('passes over what is larger than any announcement, and names it', async () => {
  const film = {uri: `${host}/film.mp4`, body: Buffer.alloc(2 ** 26 + 1), type: 'video/mp4'}
  const {code, terminal, records} = await importArchive(makeWarc([film, ...answers]), 'a.warc.gz')
  expect(code).toBe(0)
  expect(records).toHaveLength(2)
  expect(terminal.err()).toEqual([expect.stringContaining('(app/warc-too-large)')])
})
