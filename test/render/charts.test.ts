import {expect, test} from 'vitest'
import {buildSiteOf} from '../support/check.ts'
import {targetOf, unescapeMarkup} from '../support/html.ts'
import {sequence} from '../support/random.ts'
import {randomRecords, recordFile} from '../support/records.ts'

interface DrawnBar {
  /** What a reader who does not see the chart is told. */
  readonly name: string
  readonly href: string | undefined
  readonly height: number
  readonly here: boolean
}

/** The bars of the chart on a page, read from its markup. */
function barsOf(page: string): readonly DrawnBar[] {
  const chart = /<ol class="bars">([\s\S]*?)<\/ol>/.exec(page)?.[1] ?? ''
  return [...chart.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, bar = '']) => ({
    name: bar.replace(/<[^>]*>/g, '').trim(),
    href: /<a href="([^"]*)"/.exec(bar)?.[1],
    height: Number(/<svg height="(\d+)%" aria-hidden="true">/.exec(bar)?.[1]),
    here: bar.includes('class="here"'),
  }))
}

const dated = (days: readonly string[], fields: Readonly<Record<string, string>> = {}): string =>
  days
    .map((date, index) => recordFile(`a${index}.md`, {title: `第${index}号`, date, ...fields}))
    .join('')

const site = dated([
  '2019-05-01',
  '2021-01-01',
  '2021-03-31',
  '2021-03-01',
  '2021-12-01',
  '2022-01-01',
])

test('the years are bars from the oldest, empty ones between them too, each with its number', async () => {
  const {files} = await buildSiteOf(site)
  const expected = [
    {name: '2019年1篇', href: '2019/index.html', height: 25, here: false},
    {name: '2020年0篇', href: undefined, height: 0, here: false},
    {name: '2021年4篇', href: '2021/index.html', height: 100, here: false},
    {name: '2022年1篇', href: '2022/index.html', height: 25, here: false},
  ]
  expect(barsOf(files.get('index.html') ?? '')).toEqual(expected)
  expect(barsOf(files.get('archive/index.html') ?? '')).toEqual(
    expected.map((bar) => ({...bar, href: bar.href && `../${bar.href}`})),
  )
  expect(files.get('zh-hant/archive/index.html')).toContain(
    '<nav class="chart" aria-label="按時間查看">',
  )
})

test('a year has twelve months, each leading to its page', async () => {
  const {files} = await buildSiteOf(site)
  const bars = barsOf(files.get('2021/index.html') ?? '')
  expect(bars.map(({name}) => name)).toEqual(
    [1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1].map((count, index) => `${index + 1}月${count}篇`),
  )
  expect(bars.flatMap(({href}) => href ?? [])).toEqual([
    '../2021/01/index.html',
    '../2021/03/index.html',
    '../2021/12/index.html',
  ])
  expect(barsOf(files.get('2021/03/index.html') ?? '')).toEqual([])
})

test('a list of one year needs no chart', async () => {
  const {files} = await buildSiteOf(dated(['2021-01-01', '2021-05-01'], {tags: '[会议]'}))
  expect(files.get('archive/index.html')).not.toContain('class="chart"')
  expect(files.get('tags/会议/index.html')).not.toContain('class="chart"')
})

test('a day of a wrong century does not draw a thousand empty years', async () => {
  const {files} = await buildSiteOf(dated(['0202-01-01', '2020-01-01', '2022-01-01']))
  expect(barsOf(files.get('archive/index.html') ?? '').map(({name}) => name)).toEqual([
    '0202年1篇',
    '2020年1篇',
    '2021年0篇',
    '2022年1篇',
  ])
})

test('in a long list a bar leads to the page and the heading where its year begins', async () => {
  const records = randomRecords(70, sequence(41)).join('')
  const {files} = await buildSiteOf(`-- dibao.yml --\nperPage: 7\n${records}`)
  const lists = [...files].filter(([path]) => /^(?:columns|tags|sources)\/[^/]+\//.test(path))
  expect(lists.length).toBeGreaterThan(20)
  for (const [path, page] of lists) {
    const headings = [...page.matchAll(/<h2 id="y(\d+)">/g)].map(([, year]) => `${year}年`)
    for (const {name, href, here} of barsOf(page)) {
      const year = name.slice(0, 5)
      const target = files.get(targetOf(href ?? '', path) ?? '') ?? ''
      expect(href?.split('#')[1]).toBe(`y${year.slice(0, 4)}`)
      const [first = '', ...rest] = target.split(`<h2 id="y${year.slice(0, 4)}">`)
      expect(rest).toHaveLength(1)
      // The year begins there: the page before it, towards the newest, has none of it.
      const newer = /<a href="([^"]+)" rel="prev"/.exec(
        target.slice(target.indexOf('"pager"')),
      )?.[1]
      if (newer && !first.includes('<h2 id="y')) {
        const before = files.get(targetOf(newer, targetOf(href!, path)!) ?? '') ?? ''
        expect(before).not.toContain(`<h2 id="y${year.slice(0, 4)}">`)
      }
      expect(here, `${path} ${name}`).toBe(
        headings.includes(year) && page.includes('class="pager"'),
      )
    }
  }
})

test('the numbers over the bars are those of the headings, and add up to the whole', async () => {
  const {files} = await buildSiteOf(randomRecords(50, sequence(42)).join(''))
  const page = files.get('archive/index.html') ?? ''
  const inBars = barsOf(page).map(({name}) => name)
  const older = files.get('archive/page/1/index.html') ?? ''
  const headings = [page, older].flatMap((each) =>
    [...each.matchAll(/<h2 id="y\d+">(\d+年)<span class="count">(\d+篇)/g)].map(
      ([, year, count]) => `${year}${count}`,
    ),
  )
  expect(new Set(headings)).toEqual(new Set(inBars))
  const sum = inBars.reduce((total, name) => total + Number(/(\d+)篇/.exec(name)?.[1]), 0)
  expect(sum).toBe(50)
})

test('each column shows how it went over the years of the site, in words too', async () => {
  const {files} = await buildSiteOf(
    recordFile('a.md', {title: '甲', date: '2019-01-01', column: '通知'}) +
      recordFile('b.md', {title: '乙', date: '2021-01-01', column: '通知'}) +
      recordFile('c.md', {title: '丙', date: '2021-02-01', column: '通知', tags: '[会议]'}) +
      recordFile('d.md', {title: '丁', date: '2022-02-01', column: '动态'}),
  )
  const trends = [
    ...(files.get('columns/index.html') ?? '').matchAll(/<svg class="trend"[\s\S]*?<\/svg>/g),
  ]
  expect(trends.map(([svg]) => unescapeMarkup(svg))).toEqual([
    '<svg class="trend" viewBox="0 0 15 20" preserveAspectRatio="none" role="img" aria-label="历年篇数：2019–2022，最多2篇"><path d="M0 20v-10h3v10zM8 20v-20h3v20z"></path></svg>',
    '<svg class="trend" viewBox="0 0 15 20" preserveAspectRatio="none" role="img" aria-label="历年篇数：2019–2022，最多1篇"><path d="M12 20v-20h3v20z"></path></svg>',
  ])
  expect(files.get('tags/index.html')).not.toContain('<svg')
})
