import {yearOf} from '../base/day.ts'
import {compareText} from '../base/diagnostic.ts'
import type {InventoryItem, InventoryMark} from './inventory.ts'
import type {Site} from './site.ts'

/** How many there are of each name, in an order that says something. */
export type Counts = readonly Count[]

export interface Count {
  readonly name: string
  readonly count: number
}

/** An archive in figures. */
export interface Statistics {
  readonly announcements: number
  /** Neither drafts nor withdrawn nor of a day to come. */
  readonly published: number
  readonly marks: Readonly<Record<InventoryMark, number>>
  /** Characters of text in the first edition. */
  readonly characters: number
  /** Newest first. */
  readonly years: Counts
  /** As the settings have them, then others by their number. */
  readonly columns: Counts
  /** Scripts that texts were received in. */
  readonly scripts: Counts
  /** How often each rule repaired something. */
  readonly repairs: Counts
  readonly missingFiles: number
  readonly doubts: number
}

/** The figures of a site that was built with drafts and future announcements. */
export function countSite(site: Site, items: readonly InventoryItem[]): Statistics {
  const entries = [...site.entries, ...site.withdrawn]
  const articles = entries.map(({article}) => article)
  const order = new Map(site.config.columns.map(({name}, index) => [name, index]))
  const rank = (name: string): number => order.get(name) ?? order.size
  const columns = countNames(items.flatMap(({column}) => column ?? []))
  return {
    announcements: items.length,
    published: items.filter(({marks}) => !marks.some((mark) => holdsBack.has(mark))).length,
    marks: countMarks(items),
    characters: entries.reduce(
      (sum, entry) => sum + (site.textsOf(entry).editions[0]?.plain.length ?? 0),
      0,
    ),
    years: countNames(items.map(({date}) => yearOf(date))).toSorted((left, right) =>
      compareText(right.name, left.name),
    ),
    columns: columns.toSorted((left, right) => rank(left.name) - rank(right.name)),
    scripts: countNames(articles.map(({script}) => script)),
    repairs: addUp(articles.map(({repairs}) => repairs)),
    missingFiles: items.reduce((sum, {missing}) => sum + missing, 0),
    doubts: items.reduce((sum, {doubts}) => sum + doubts, 0),
  }
}

const holdsBack: ReadonlySet<InventoryMark> = new Set(['draft', 'future', 'withdrawn'])

function countMarks(items: readonly InventoryItem[]): Readonly<Record<InventoryMark, number>> {
  const count = (mark: InventoryMark): number =>
    items.filter(({marks}) => marks.includes(mark)).length
  return {
    draft: count('draft'),
    future: count('future'),
    withdrawn: count('withdrawn'),
    missing: count('missing'),
    doubts: count('doubts'),
  }
}

/** Names with how often each is met, the most frequent first. */
function countNames(names: readonly string[]): Counts {
  return addUp(names.map((name) => ({[name]: 1})))
}

function addUp(all: readonly Readonly<Record<string, number>>[]): Counts {
  const counts = new Map<string, number>()
  for (const each of all) {
    for (const [name, count] of Object.entries(each)) {
      counts.set(name, (counts.get(name) ?? 0) + count)
    }
  }
  return [...counts]
    .map(([name, count]) => ({name, count}))
    .toSorted((left, right) => right.count - left.count || compareText(left.name, right.name))
}
