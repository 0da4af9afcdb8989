import {expect, test, vi} from 'vitest'
import {inline} from '../src/app/compile.ts'
import {makeOutput} from '../src/app/output.ts'
import {takeSnapshot} from '../src/app/snapshot.ts'
import {toIsoDate} from '../src/base/day.ts'
import {digestOf} from '../src/base/digest.ts'
import {OutputDiff} from '../src/emit/diff.ts'
import {filesOf} from '../src/emit/output.ts'
import {buildSiteOf, toSources} from './support/check.ts'
import {findBrokenLinks} from './support/html.ts'
import {sequence} from './support/random.ts'
import {randomRecords, recordFile} from './support/records.ts'

const seeds = [1, 2, 3, 4]

/** A site of everything at once: random records, and one of each special kind. */
function randomSite(seed: number): readonly string[] {
  const random = sequence(seed)
  const editions = random.pick(['[zh-Hans, zh-Hant]', '[zh-Hant, zh-Hans, zh-HK]', '[zh-HK]'])
  const links = random.pick(['root', 'relative'])
  return [
    `-- dibao.yml --\nurl: https://example.cn/\nperPage: ${1 + random.below(6)}\neditions: ${editions}\nlinks: ${links}\n`,
    ...randomRecords(15 + random.below(15), random),
    recordFile('w.md', {
      title: '撤',
      date: '2022-05-05',
      withdrawn: 'true',
      column: '只此',
      aliases: '[/w]',
    }),
    recordFile('d.md', {title: '草稿', date: '2022-05-05', draft: 'true', column: '没有'}),
    recordFile('后.md', {title: '未来', date: '2030-05-05'}),
    recordFile(
      'z/问.md',
      {title: '會議與公告', date: '2022-05-05', tags: '[问答, "C#"]', aliases: '[/show.html]'},
      '## 一、总则\n\n[甲](record:a001) [乙](../a002.md) ![图](图.png)\n\n脚注[^1]。\n\n[^1]: 注。',
    ),
    '-- content/z/图.png --\n1\n',
  ]
}

function shuffle(items: readonly string[], seed: number): readonly string[] {
  const random = sequence(seed)
  return items
    .map((item) => [random.below(1_000_000), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item)
}

test.each(seeds)('the order of files does not matter (seed %i)', async (seed) => {
  const site = randomSite(seed)
  const {files, report} = await buildSiteOf(site.join(''))
  const shuffled = await buildSiteOf(shuffle(site, seed + 100).join(''))
  expect(shuffled.report).toEqual(report)
  expect([...shuffled.files].toSorted()).toEqual([...files].toSorted())
  expect([...shuffled.files.keys()]).toEqual([...files.keys()])
})

test.each(seeds)(
  'two builds give the same bytes, and the second writes nothing (seed %i)',
  async (seed) => {
    const output = async () => {
      const options = {todayIn: () => toIsoDate('2024-06-01')!, preview: false, compile: inline()}
      const snapshot = await takeSnapshot(toSources(randomSite(seed).join('')), options)
      return [...filesOf(makeOutput(snapshot).files)]
    }
    const [first, second] = [await output(), await output()]
    expect(second.map(({path, body}) => [path, digestOf(body)])).toEqual(
      first.map(({path, body}) => [path, digestOf(body)]),
    )
    const published = new OutputDiff(new Map(), new Set())
    for (const {path, body} of first) published.take(path, digestOf(body))
    const again = new OutputDiff(published.manifest, new Set(first.map(({path}) => path)))
    expect(second.filter(({path, body}) => again.take(path, digestOf(body)))).toEqual([])
    expect(again.remove).toEqual([])
  },
)

test.each(seeds)('every link of every page opens a file of the site (seed %i)', async (seed) => {
  const {files} = await buildSiteOf(randomSite(seed).join(''))
  expect(findBrokenLinks(files)).toEqual([])
})

test.each(seeds)('every page exists in every edition, at one path (seed %i)', async (seed) => {
  const {snapshot, files} = await buildSiteOf(randomSite(seed).join(''))
  const [first = '', ...others] = snapshot.site.config.editions
  const pathsIn = (edition: string) =>
    [...snapshot.pages.values()]
      .filter((page) => page.edition === edition)
      .map(({path, kind}) => `${kind} ${path}`)
  expect(pathsIn(first).length).toBeGreaterThan(30)
  for (const edition of others) expect(pathsIn(edition)).toEqual(pathsIn(first))
  for (const [address] of snapshot.pages) {
    expect(
      files.has(`${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`),
      address,
    ).toBe(true)
  }
})

test.each(seeds)('articles are plain data, which JSON carries as it is (seed %i)', async (seed) => {
  const {snapshot} = await buildSiteOf(randomSite(seed).join(''))
  for (const {article} of snapshot.site.entries) {
    const plain: unknown = JSON.parse(JSON.stringify(article))
    expect(plain).toEqual(withoutUndefined(article))
  }
})

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutUndefined(inner)]))
}

test('the time zone of the machine does not matter', async () => {
  const build = async (zone: string) => {
    vi.stubEnv('TZ', zone)
    return {hour: new Date(0).getHours(), ...(await buildSiteOf(randomSite(7).join('')))}
  }
  const [east, west] = [await build('Asia/Shanghai'), await build('America/Adak')]
  expect(east.hour).not.toBe(west.hour)
  expect(west.files).toEqual(east.files)
  expect(west.report).toEqual(east.report)
})
