import type {Group, YearOfGroup} from '../site/listings.ts'
import {pageNumberAt} from '../site/pagination.ts'
import {listingPagePath, listingPath} from '../site/permalink.ts'
import {monthOfYearText, yearText} from './day-text.ts'
import {groupPath} from './entry-view.ts'
import type {PageContext} from './page-context.ts'
import type {BarView, TrendView} from './view.ts'

/** A part of a chart before it is drawn. */
interface Bar {
  readonly title: string
  readonly count: number
  /** Where the bar leads, asked only where there is something to lead to. */
  readonly href: () => string
  readonly current: boolean
}

/** More empty years than this between two others are left out: one of the days is a mistake. */
const gapMax = 12

/**
 * The years of a group as bars, oldest first, empty years between them too. In the index of
 * everything a bar leads to the year's page; in other lists, to the place where the year begins.
 * `shown` are the years on the page itself, where it is one of several.
 */
export function yearBars(
  group: Group,
  shown: ReadonlySet<string>,
  context: PageContext,
): readonly BarView[] {
  const counted = new Map(group.years.map((year) => [year.year, year]))
  return draw(
    spanOf(group.years).map((year) => ({
      title: yearText(year),
      count: counted.get(year)?.count ?? 0,
      href: () => hrefOfYear(counted.get(year)!, group, context),
      current: shown.has(year),
    })),
  )
}

/** The twelve months of a year's group as bars; each leads to the month's page. */
export function monthBars({key, entries}: Group, {hrefOf}: PageContext): readonly BarView[] {
  const counts = new Map<string, number>()
  for (const {article} of entries) {
    const month = article.date.slice(0, 7)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const months = Array.from({length: 12}, (_, index) => {
    const month = `${key}-${String(index + 1).padStart(2, '0')}` as Group['key']
    return {
      title: monthOfYearText(month),
      count: counts.get(month) ?? 0,
      href: () => hrefOf(listingPath('month', month)),
      current: false,
    }
  })
  return draw(months)
}

/** How a group went over the years of the whole site, for a drawing no larger than a word. */
export function trendOf(group: Group, {site, words}: PageContext): TrendView | null {
  const years = spanOf(site.byKey.get('index')?.values().next().value?.years ?? [])
  const counted = new Map(group.years.map(({year, count}) => [year, count]))
  const counts = years.map((year) => counted.get(year) ?? 0)
  const most = Math.max(...counts)
  if (counts.length < 2) return null
  const columns = heights(counts, trendHeight).map((height, index) =>
    height === 0 ? '' : `M${index * 4} ${trendHeight}v-${height}h3v${height}z`,
  )
  return {
    label: `${words.yearly}：${years[0]}–${years.at(-1)}，${words.most}${most}${words.items}`,
    width: years.length * 4 - 1,
    path: columns.join(''),
  }
}

const trendHeight = 20

function draw(bars: readonly Bar[]): readonly BarView[] {
  const drawn = heights(
    bars.map(({count}) => count),
    100,
  )
  return bars.map(({title, count, href, current}, index) => ({
    title,
    count,
    href: count > 0 ? href() : null,
    current,
    height: drawn[index]!,
  }))
}

/** Heights in whole units, the highest `full`; what is there at all can be seen. */
function heights(counts: readonly number[], full: number): readonly number[] {
  const most = Math.max(...counts)
  return counts.map((count) =>
    count === 0 ? 0 : Math.max(Math.ceil(full / 20), Math.round((count / most) * full)),
  )
}

/** Every year from the oldest to the newest of years that are newest first. */
function spanOf(years: readonly YearOfGroup[]): readonly string[] {
  return years.toReversed().flatMap(({year}, index, all) => {
    const gap = Number(year) - Number(all[index - 1]?.year ?? year) - 1
    const empty = gap > gapMax ? [] : Array.from({length: Math.max(0, gap)}, (_, more) => more)
    return [...empty.map((more) => String(Number(year) - gap + more).padStart(4, '0')), year]
  })
}

function hrefOfYear({year, start}: YearOfGroup, group: Group, context: PageContext): string {
  if (group.listing === 'index') return context.hrefOf(listingPath('year', year as Group['key']))
  const number = pageNumberAt(start, group.entries.length, context.site.config.perPage)
  return `${context.hrefOf(listingPagePath(groupPath(group), number))}#${yearId(year)}`
}

/** The anchor of a year in a list. */
export function yearId(year: string): string {
  return `y${year}`
}
