import {expect, test} from 'vitest'
import {pageNumberAt, paginate} from '../../src/site/pagination.ts'
import {buildSiteOf} from '../support/check.ts'
import {sequence} from '../support/random.ts'
import {recordFile} from '../support/records.ts'

/** A list that is newest first: `count`, …, 2, 1. */
function listOf(count: number): readonly number[] {
  return Array.from({length: count}, (_, index) => count - index)
}

const random = sequence(11)
const edges: readonly (readonly [number, number])[] = [
  [0, 20],
  [1, 1],
  [2, 1],
  [19, 20],
  [20, 20],
  [39, 20],
  [40, 20],
]
const drawn = Array.from({length: 60}, () => [random.below(200), 1 + random.below(30)] as const)
const cases = [...edges, ...drawn]

test.each(cases)(
  '%i entries, %i a page: numbered pages are full, and every entry is on exactly one page',
  (count, perPage) => {
    const [newest, ...numbered] = paginate(listOf(count), perPage)
    expect(newest?.pager.number).toBeUndefined()
    for (const {items} of numbered) expect(items).toHaveLength(perPage)
    expect([newest, ...numbered].flatMap((page) => page?.items ?? [])).toEqual(listOf(count))
    const length = newest?.items.length ?? 0
    expect(length).toBeLessThan(2 * perPage)
    expect(length).toBeGreaterThanOrEqual(Math.min(count, perPage))
    expect(numbered.map(({pager}) => pager.number)).toEqual(listOf(numbered.length))
    for (const {pager, items} of paginate(listOf(count), perPage)) {
      expect(pager.last).toBe(numbered.length)
      if (count > 0) expect([pager.to, pager.from]).toEqual([items[0], items.at(-1)])
    }
  },
)

test.each(cases.map(([count, perPage]) => [count, perPage, random.below(50)] as const))(
  '%i entries, %i a page: numbered pages keep their content when %i newer ones come',
  (count, perPage, more) => {
    const numbered = (length: number) =>
      paginate(listOf(length), perPage)
        .filter(({pager}) => pager.number !== undefined)
        .map(({pager: {number, from, to}, items}) => ({number, from, to, items}))
        .toReversed()
    const before = numbered(count)
    expect(numbered(count + more).slice(0, before.length)).toEqual(before)
  },
)

test('five announcements, two a page: page 1 is the oldest, and the list itself the newest', async () => {
  const records = [1, 2, 3, 4, 5].map((day) =>
    recordFile(`n${day}.md`, {title: `第${day}号`, date: `2024-01-0${day}`}),
  )
  const {files, report} = await buildSiteOf(`-- dibao.yml --\nperPage: 2\n${records.join('')}`)
  const titles = (path: string) =>
    [...(files.get(path) ?? '').matchAll(/<a href="[^"]*">(第\d号)/g)].map(([, title]) => title)
  expect(report).toEqual([])
  expect(titles('archive/index.html')).toEqual(['第5号', '第4号', '第3号'])
  expect(titles('archive/page/1/index.html')).toEqual(['第2号', '第1号'])
  expect([...files.keys()].filter((path) => /^archive\/page\//.test(path))).toEqual([
    'archive/page/1/index.html',
  ])
  const newest = files.get('archive/index.html') ?? ''
  expect(newest).toContain('第3–5篇')
  expect(newest).toMatch(/href="\.\.\/archive\/page\/1\/index\.html" rel="next"/)
  const oldest = files.get('archive/page/1/index.html') ?? ''
  expect(oldest).toContain('第1–2篇')
  expect(oldest).toMatch(/href="\.\.\/\.\.\/\.\.\/archive\/index\.html" rel="prev"/)
  expect(oldest).not.toContain('rel="next"')
})

test.each(cases)(
  '%i entries, %i a page: every entry is found on the page it stands on',
  (count, perPage) => {
    const list = listOf(count)
    const found = list.map((_, place) => pageNumberAt(place, count, perPage))
    const standing = paginate(list, perPage).flatMap(({pager, items}) =>
      items.map(() => pager.number),
    )
    expect(found).toEqual(standing)
  },
)
