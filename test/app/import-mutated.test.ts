import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {readAnyDocument} from '../../src/app/import-read.ts'
import {toDay} from '../../src/base/day.ts'
import {accountedShare} from '../../src/importer/account.ts'
import {noCorpus} from '../../src/importer/reader.ts'
import {toRecord} from '../../src/importer/to-record.ts'
import {makeDeadSite} from '../support/dead-site.ts'
import {encodeText} from '../support/encode.ts'
import {mutate} from '../support/mutations.ts'
import {sequence} from '../support/random.ts'
import {makeWord, wordParagraph as paragraph} from '../support/word.ts'

/** How many documents in all: 20,000 are run by hand, `DOCUMENTS=20000`. */
const count = Number(process.env['DOCUMENTS'] ?? 440)
const retrieved = toDay(2024, 1, 2)!
const text =
  '植树节活动通知\n发布日期：2009-03-05 来源：某局\n　　请各单位按时参加，自带工具。\n责任编辑：甲\n'
const html = '<p>请各单位按时参加。</p><table><tr><td rowspan=2>a<td>b<tr><td>c</table>'
const pages = [...makeDeadSite(6, 3).files].filter(([name]) => /\.html?$/.test(name))

const documents: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ...pages.slice(0, 3).map(([name, bytes]) => [name.replace(/.*\//, ''), bytes] as const),
  ['a.txt', Buffer.from(text)],
  ['gbk.txt', encodeText(text, 'gb18030')!],
  ['big5.txt', encodeText('植樹節活動通知\n日期：2009-03-05\n　　請參加。\n', 'big5')!],
  ['utf16.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), encodeText(text, 'utf-16le')!])],
  [
    'a.csv',
    Buffer.from(
      `标题,发布日期,正文\n植树,2009-03-05,"${html.replaceAll('"', '""')}"\n种草,2009-03-06,参加\n`,
    ),
  ],
  ['a.json', Buffer.from(JSON.stringify([{title: '植树', date: '2009-03-05', content: html}]))],
  [
    'a.sql',
    Buffer.from(
      `CREATE TABLE \`dede_archives\` (\n  \`id\` int,\n  \`title\` char,\n  \`senddate\` int\n);\nINSERT INTO \`dede_archives\` VALUES ('1','植树','1236182400');\nCREATE TABLE \`dede_addonarticle\` (\n  \`aid\` int,\n  \`body\` text\n);\nINSERT INTO \`dede_addonarticle\` VALUES ('1','${html}');\n`,
    ),
  ],
  [
    'a.xml',
    Buffer.from(
      `<?xml version="1.0"?><rss><channel><item><title>植树</title><wp:post_date>2009-03-05 08:00:00</wp:post_date><content:encoded><![CDATA[${html}]]></content:encoded></item></channel></rss>`,
    ),
  ],
  [
    'a.md',
    Buffer.from(
      '---\ntitle: 植树\ndate: 2009-03-05\ntags: [a, b]\n---\n\n请*参加*。\n\n| a | b |\n| - | - |\n| c | d |\n',
    ),
  ],
  [
    'a.docx',
    makeWord(`${paragraph('植树通知')}${paragraph('请参加。')}${paragraph('2009年3月5日')}`),
  ],
]

let scratch = ''
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'dibao-mutated-'))
})
afterAll(() => rm(scratch, {recursive: true, force: true}))

test('never fails, hangs or loses a character, whatever has happened to a document', async () => {
  const kept = new Map<string, number>()
  let slowest = 0
  for (let seed = 0; seed < count; seed++) {
    const random = sequence(seed)
    const [name, bytes] = documents[seed % documents.length]!
    const document = {name, bytes: mutate(bytes, random), retrieved}
    const begun = process.cpuUsage().user
    const {drafts, diagnostics} = await readAnyDocument(document, noCorpus, scratch)
    slowest = Math.max(slowest, process.cpuUsage().user - begun)
    for (const draft of drafts) {
      const record = toRecord(document, draft)
      // Either all is accounted for, or there is no record and a message.
      if (record.value) expect([seed, accountedShare(draft.account)]).toEqual([seed, 100])
      else expect([seed, record.diagnostics.length > 0]).toEqual([seed, true])
      if (record.value) kept.set(name, (kept.get(name) ?? 0) + 1)
    }
    if (drafts.length === 0) expect([seed, diagnostics.length > 0]).toEqual([seed, true])
  }
  // A document that takes a minute is a hang; what is usual is milliseconds.
  expect(slowest / 1e6).toBeLessThan(60)
  // Most kinds survive some changes: the records that were made prove something.
  expect(kept.size).toBeGreaterThan(documents.length / 2)
  if (count > 1000)
    process.stdout.write(
      `${count} documents, slowest ${slowest / 1e6} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB, records ${JSON.stringify([...kept])}\n`,
    )
}, 3_600_000)
