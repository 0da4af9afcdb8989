import {expect, test} from 'vitest'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {retireAddresses, updateLedger} from '../../src/site/ledger.ts'
import {formatLedger, parseLedger} from '../../src/site/ledger-file.ts'
import {buildSiteOf} from '../support/check.ts'
import {sequence} from '../support/random.ts'
import {randomRecords, recordFile} from '../support/records.ts'

const config = '-- dibao.yml --\ntitle: 云溪档案\n'

/** The ledger after an archive is published, with the ledger of before in it, and what it reports. */
async function publish(records: string, ledger = '', settings = config) {
  const before = ledger === '' ? '' : `-- permalinks.jsonl --\n${ledger.replace(/\n?$/, '\n')}`
  const {snapshot, report} = await buildSiteOf(`${settings}${before}${records}`)
  const {value, diagnostics} = updateLedger(snapshot.site)
  return {
    site: snapshot.site,
    ledger: formatLedger(value),
    report: [
      ...report,
      ...diagnostics.map((each) => formatDiagnostic(each, 'zh').split('\n')[0] ?? ''),
    ],
  }
}

/** Publishes twice, the second time with other records. */
async function republish(before: string, after: string, settings?: string) {
  const first = await publish(before)
  expect(first.report).toEqual([])
  return publish(after, first.ledger, settings)
}

const fields = {title: '甲', date: '2024-01-03', column: '通知'}
const a = recordFile('a.md', fields)

test('a first build writes down every address of every announcement, edition by edition', async () => {
  const {ledger, report} = await publish(a)
  expect(report).toEqual([])
  expect(ledger).toBe(
    '{"address":"/2024/01/a/","record":"a","edition":"zh-Hans","state":"live"}\n' +
      '{"address":"/zh-hant/2024/01/a/","record":"a","edition":"zh-Hant","state":"live"}\n',
  )
})

test('another title, column or folder changes no address and nothing in the ledger', async () => {
  const {ledger, report} = await republish(
    a,
    recordFile('2024/其他/a.md', {...fields, title: '乙', column: '动态'}),
  )
  expect(report).toEqual([])
  expect(ledger).toBe((await publish(a)).ledger)
})

const lost = [
  'permalinks.jsonl: 错误: 发布过的网址「/2024/01/a/」没有了：找不到编号为 a 的文章 (site/address-lost)',
  'permalinks.jsonl: 错误: 发布过的网址「/zh-hant/2024/01/a/」没有了：找不到编号为 a 的文章 (site/address-lost)',
]

test.each([
  ['deleted', recordFile('z.md', fields)],
  ['made a draft', recordFile('a.md', {...fields, draft: 'true'})],
  ['given a day that has not come', recordFile('a.md', {...fields, date: '2099-01-03'})],
  ['given another file name', recordFile('b.md', fields)],
])('a record may not be %s', async (_, after) => {
  const {report} = await republish(a, after)
  expect(report.filter((line) => line.includes('错误'))).toEqual(lost)
})

test('a record with another day is told its new address, and the message has the three ways out', async () => {
  const {report, site} = await republish(a, recordFile('a.md', {...fields, date: '2024-02-03'}))
  expect(report[0]).toBe(
    'content/a.md: 错误: 发布过的网址「/2024/01/a/」没有了：这篇文章（a）现在在「/2024/02/a/」 (site/address-lost)',
  )
  const {diagnostics} = updateLedger(site)
  expect(diagnostics).toHaveLength(2)
  // Every edition is told what one line settles for all of them.
  for (const {advice} of diagnostics) {
    for (const way of ['[/2024/01/a/]', 'redirects.csv', 'withdrawn', 'retire /2024/01/a/']) {
      expect(advice?.zh).toContain(way)
      expect(advice?.en).toContain(way)
    }
  }
})

test('one alias redirects a moved or renamed record in every edition', async () => {
  const {ledger, report} = await republish(
    a,
    recordFile('b.md', {...fields, date: '2024-02-03', aliases: '[/2024/01/a/]'}),
  )
  expect(report).toEqual([])
  expect(ledger.split('\n').filter((line) => line.includes('redirect'))).toEqual([
    '{"address":"/2024/01/a/","record":"a","edition":"zh-Hans","state":"redirect","to":"b"}',
    '{"address":"/zh-hant/2024/01/a/","record":"a","edition":"zh-Hant","state":"redirect","to":"b"}',
  ])
  expect(ledger).toContain('"/zh-hant/2024/02/b/"')
})

test('a redirect that is taken out again is lost as well, and a record may come back', async () => {
  const moved = recordFile('b.md', {...fields, aliases: '[/2024/01/a/]'})
  const {ledger} = await republish(a, moved)
  expect((await publish(recordFile('b.md', fields), ledger)).report).toEqual(lost)
  const back = await publish(recordFile('a.md', {...fields, aliases: '[/2024/01/b/]'}), ledger)
  expect(back.report).toEqual([])
  expect(back.ledger).toContain(
    '{"address":"/2024/01/a/","record":"a","edition":"zh-Hans","state":"live"}',
  )
})

test('a line of redirects.csv does as well', async () => {
  const {ledger} = await publish(a)
  const rows = '-- redirects.csv --\n旧网址,编号\n/2024/01/a/,b\n'
  const {report} = await publish(rows + recordFile('b.md', fields), ledger)
  expect(report).toEqual([])
})

test('a withdrawn record keeps its address as a tombstone', async () => {
  const {ledger, report} = await republish(a, recordFile('a.md', {...fields, withdrawn: 'true'}))
  expect(report).toEqual([])
  expect(ledger.match(/"state":"tombstone"/g)).toHaveLength(2)
})

test('an address that was given to one record is never given to another', async () => {
  const {report} = await republish(
    a,
    recordFile('b.md', {...fields, date: '2024-02-03', id: 'b'}) +
      recordFile('c.md', {...fields, id: 'a'}),
  )
  expect(report).toEqual([])
  const taken = (await publish(a)).ledger.replaceAll('"record":"a"', '"record":"first"')
  expect((await publish(a, taken)).report).toEqual([
    'content/a.md: 错误: 网址「/2024/01/a/」发布时属于文章 first，不能再给 a (site/address-given-away)',
    'content/a.md: 错误: 网址「/zh-hant/2024/01/a/」发布时属于文章 first，不能再给 a (site/address-given-away)',
  ])
})

test.each([
  ['[zh-Hans]', ['zh-Hant']],
  ['[zh-Hant, zh-Hans]', ['zh-Hans', 'zh-Hant']],
])('editions %s are told once each and not for every address', async (editions, moved) => {
  const {report} = await republish(
    a + recordFile('b.md', fields),
    a + recordFile('b.md', fields),
    `${config}editions: ${editions}\n`,
  )
  expect(report).toEqual(
    moved.map(
      (edition) =>
        `dibao.yml: 错误: [editions] 版本 ${edition} 发布过的 2 个网址都不再是它的了 (site/edition-moved)`,
    ),
  )
})

test('an address is given up with a reason, or a whole edition, but not where a page stands', async () => {
  const first = await publish(a + recordFile('b.md', fields))
  const gone = await publish(recordFile('b.md', fields), first.ledger)
  expect(retireAddresses(gone.site, '/2024/01/b/', '重复').retired).toBe(0)
  expect(retireAddresses(gone.site, '/2024/01/x/', '重复').retired).toBe(0)
  expect(retireAddresses(gone.site, '/zh-hant/', '不再出繁体版').retired).toBe(1)
  expect(retireAddresses(gone.site, '/zh-hant/2024/01/a/', '重复').retired).toBe(1)
  const all = retireAddresses(gone.site, '/2024/01/a/', '重复')
  expect(all.retired).toBe(2)
  const ledger = formatLedger(all.lines)
  expect(ledger).toContain(
    '{"address":"/2024/01/a/","record":"a","edition":"zh-Hans","state":"retired","reason":"重复"}',
  )
  const after = await publish(recordFile('b.md', fields), ledger)
  expect(after).toMatchObject({report: [], ledger})
})

test('marks of a merge are told with their lines and what to do', async () => {
  const line = (await publish(a)).ledger.split('\n')[0]
  const text = `${line}\n<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> other\n`
  const {diagnostics} = parseLedger(text)
  expect(diagnostics.map((each) => formatDiagnostic(each, 'zh'))).toEqual([
    expect.stringMatching(
      /^permalinks\.jsonl:2:1: .*<<<<<<< HEAD.*site\/ledger-conflict\)\n.*只删去/s,
    ),
    expect.stringContaining('permalinks.jsonl:4:1: '),
    expect.stringContaining('permalinks.jsonl:6:1: '),
  ])
  // Without them, doubled and out of order as a merge may leave the lines, it reads well.
  expect(formatLedger(parseLedger(text.replace(/^[<=>].*\n/gm, '')).value ?? [])).toBe(`${line}\n`)
})

test.each([
  '{',
  '[]',
  '{"address":"/a/","record":"a","edition":"zh-Hans"}',
  '{"address":"a","record":"a","edition":"zh-Hans","state":"live"}',
  '{"address":"/a/","record":"a","edition":"fr","state":"live"}',
  '{"address":"/a/","record":"a","edition":"zh-Hans","state":"retired"}',
  '{"address":"/a/","record":"a","edition":"zh-Hans","state":"live","more":1}',
])('the line %s cannot be read', (line) => {
  const {value, diagnostics} = parseLedger(`\n${line}\n`)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ruleId: 'site/bad-ledger-line', place: {line: 2}}])
})

test('two lines that give an address to two records disagree', () => {
  const line = (record: string) =>
    `{"address":"/a/","record":"${record}","edition":"zh-Hans","state":"live"}\n`
  expect(parseLedger(line('a') + line('b')).diagnostics).toMatchObject([
    {ruleId: 'site/ledger-disagrees', place: {line: 2}},
  ])
})

test('law: two branches that publish apart merge, in any order of lines, to what one build gives', async () => {
  const random = sequence(8)
  for (let round = 0; round < 2; round++) {
    const records = randomRecords(4, random)
    const half = random.below(5)
    const one = await publish(records.slice(0, half + 1).join(''))
    const other = await publish(records.slice(half).join('') || a)
    const lines = `${one.ledger}${other.ledger}`.split('\n')
    const shuffled = lines.toSorted(() => random.below(3) - 1).join('\n')
    const all = records.join('') + (half === 4 ? a : '')
    const merged = await publish(all, shuffled)
    expect(merged).toMatchObject({report: [], ledger: (await publish(all)).ledger})
  }
})
