import {expect, test} from 'vitest'
import {firstDayOf, isBefore, type StatedDate, toStatedDate} from '../../src/base/day.ts'
import {readPlainText} from '../../src/importer/plain-text.ts'
import {checkDates} from '../../src/site/checks/dates.ts'
import {buildSiteOf} from '../support/check.ts'
import {sequence} from '../support/random.ts'
import {recordFile} from '../support/records.ts'

test.each([
  ['2004', '2004'],
  ['2004年', '2004'],
  ['2004-3', '2004-03'],
  ['2004/03', '2004-03'],
  ['2004.3', '2004-03'],
  [' 2004年3月 ', '2004-03'],
  ['2004年3月5日', '2004-03-05'],
  ['2004-13', undefined],
  ['2004-00', undefined],
  ['0000', undefined],
  ['2004-03 16:37', undefined],
  ['04', undefined],
])('%j is read as %s', (text, date) => {
  expect(toStatedDate(text)).toBe(date)
})

test('law: dates stand in the order of their first days, and none is before one it may lie in', () => {
  const {below} = sequence(85)
  const two = (value: number): string => String(value).padStart(2, '0')
  const any = () =>
    `${2003 + below(2)}-${two(1 + below(3))}-${two(1 + below(3))}`.slice(
      0,
      [4, 7, 10][below(3)],
    ) as StatedDate
  for (let round = 0; round < 2000; round++) {
    const [left, right] = [any(), any()]
    if (left <= right) expect(firstDayOf(left) <= firstDayOf(right)).toBe(true)
    expect(isBefore(left, right)).toBe(left < right && !right.startsWith(left))
  }
})

const records = [
  recordFile('year.md', {title: '只知年份', date: '2004', column: '通知'}),
  recordFile('month.md', {title: '只知月份', date: '2004-03', written: '2003年'}),
  recordFile('day.md', {title: '知道哪一天', date: '2004-03-05', column: '通知'}),
].join('')
const site = `-- dibao.yml --\ntitle: 云溪档案\nurl: https://archive.example.cn/\n${records}`

test('a date is told as exactly as it is known, and no day is made up for it', async () => {
  const {files, report, snapshot} = await buildSiteOf(site)
  expect(report).toEqual([])
  expect(snapshot.site.entries.map(({path}) => path)).toEqual([
    '2004/03/day/',
    '2004/03/month/',
    '2004/00/year/',
  ])
  const [page, month] = ['2004/00/year', '2004/03/month'].map(
    (path) => files.get(`${path}/index.html`) ?? '',
  )
  expect(page).toContain('<time datetime="2004">2004年</time>')
  expect(page).toContain('"datePublished":"2004"')
  expect(page).toContain('[EB/OL]. (2004)')
  expect(page).not.toContain('2004-01')
  expect(month).toContain('<time datetime="2004-03">2004年3月</time>')
  expect(month).toContain('"dateCreated":"2003"')
  expect(files.get('sitemap.xml')).toContain('<lastmod>2004-03</lastmod>')
  expect(files.get('2004/index.json')).toContain('{"id":"year","date":"2004",')
})

test('what has no month stands in its year under a heading of its own, and in no month', async () => {
  const {files, snapshot} = await buildSiteOf(site)
  expect(snapshot.site.listings.get('month')?.map(({key}) => key)).toEqual(['2004-03'])
  const year = files.get('zh-hant/2004/index.html') ?? ''
  expect(year.match(/(?<=<h[23][^>]*>)[^<]*月[^<]*/g)).toEqual(['3月', '月份不詳'])
  expect(files.get('2004/03/index.html')).not.toContain('只知年份')
})

test('a feed, which must have a moment, takes the first', async () => {
  const {files} = await buildSiteOf(site)
  const moments = files.get('atom.xml')?.match(/(?<=<published>)[^<]*/g)
  expect(moments).toEqual([
    '2004-03-05T00:00:00+08:00',
    '2004-03-01T00:00:00+08:00',
    '2004-01-01T00:00:00+08:00',
  ])
  expect(files.get('rss.xml')).toContain('<pubDate>Thu, 01 Jan 2004 00:00:00 +0800</pubDate>')
})

test('days that may be right together are not told, and those that cannot be are', async () => {
  const fields = {title: '甲', date: '2004-03'}
  const {snapshot} = await buildSiteOf(
    [
      recordFile('a.md', {...fields, written: '2004-03-20', updated: '2004'}),
      recordFile('b.md', {...fields, written: '2004-04-01'}),
      recordFile('c.md', {...fields, date: '2004', updated: '2003-12'}),
    ].join(''),
  )
  const told = snapshot.site.entries.flatMap(({article}) => checkDates(article))
  expect(told.map(({file, field}) => [file, field])).toEqual([
    ['content/b.md', 'written'],
    ['content/c.md', 'updated'],
  ])
})

test('a document that states only a year or a month is imported with it', () => {
  const read = (line: string) => readPlainText(`植树通知\n${line}\n　　请各单位参加。\n`).fields
  expect(read('发布日期：2004年')).toMatchObject({date: '2004'})
  expect(read('发布日期：2004年3月 来源：某局')).toMatchObject({date: '2004-03', source: '某局'})
  // Without the word for publication it may be when something takes place.
  expect(read('时间：2004年3月').date).toBeUndefined()
})
