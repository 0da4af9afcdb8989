import type {Slug} from '../base/brand.ts'
import {monthOf, yearOf} from '../base/day.ts'
import {compareText} from '../base/diagnostic.ts'
import type {LocalText, SiteConfig} from './config.ts'
import type {Entry} from './entry.ts'
import type {ListingName, OwnListingName} from './listing-names.ts'
import type {GroupKey} from './term-keys.ts'

/** One part of a listing: a year, a month, a column … */
export interface Group {
  readonly listing: ListingName
  readonly key: Slug
  /** What a taxonomy's term is called in each edition; other groups are named by their key. */
  readonly names: LocalText
  readonly description: LocalText | undefined
  /** Newest first. */
  readonly entries: readonly Entry[]
  /** The years in which there are any, newest first. */
  readonly years: readonly YearOfGroup[]
}

/** The entries of one year in a group. */
export interface YearOfGroup {
  readonly year: string
  readonly count: number
  /** Place of the year's newest entry among the group's. */
  readonly start: number
}

/**
 * The groups of a listing over `entries`, which are newest first. Years and months are newest
 * first; columns stand as the configuration has them; other terms by number of entries, then name.
 * `keys` says which groups an entry belongs to.
 */
export function groupEntries(
  listing: ListingName,
  entries: readonly Entry[],
  config: SiteConfig,
  keys: (entry: Entry) => readonly GroupKey[],
): readonly Group[] {
  const groups = new Map<Slug, {entries: Entry[]; names: LocalText}>()
  // The index is there on the first day too, when nothing is published yet.
  if (listing === 'index') groups.set('' as Slug, {entries: [], names: {}})
  for (const entry of entries) {
    for (const {key, names} of keys(entry)) {
      const group = groups.get(key)
      if (group) group.entries.push(entry)
      else groups.set(key, {entries: [entry], names})
    }
  }
  const columns = listing === 'column' ? config.columns : []
  const order = new Map(columns.map(({slug}, index) => [slug, index]))
  return [...groups]
    .map(([key, group]) => {
      const column = columns.find(({slug}) => slug === key)
      const years = yearsOf(group.entries)
      return {listing, key, ...group, years, description: column?.description}
    })
    .toSorted((left, right) => compareGroups(left, right, order))
}

function yearsOf(entries: readonly Entry[]): readonly YearOfGroup[] {
  const years: {year: string; count: number; start: number}[] = []
  for (let start = 0; start < entries.length; ) {
    const year = yearOf(entries[start]!.article.date)
    let end = start + 1
    while (entries[end]?.article.date.startsWith(year)) end++
    years.push({year, count: end - start, start})
    start = end
  }
  return years
}

function compareGroups(left: Group, right: Group, order: ReadonlyMap<Slug, number>): number {
  if (left.listing === 'year' || left.listing === 'month') return compareText(right.key, left.key)
  const place = ({key}: Group): number => order.get(key) ?? order.size
  return (
    place(left) - place(right) ||
    right.entries.length - left.entries.length ||
    compareText(left.key, right.key)
  )
}

/** The groups that an entry belongs to in a listing. */
export function keysOf(
  listing: Exclude<ListingName, OwnListingName>,
  {article: {date}, keys}: Entry,
): readonly GroupKey[] {
  switch (listing) {
    case 'index':
      return unnamed('')
    case 'year':
      return unnamed(yearOf(date))
    case 'month':
      return monthOf(date) ? unnamed(date.slice(0, 7)) : []
    default:
      return keys[listing]
  }
}

/** Group keys without names: few, and asked for once for each entry. */
const unnamedKeys = new Map<string, readonly GroupKey[]>()

function unnamed(key: string): readonly GroupKey[] {
  const known = unnamedKeys.get(key)
  if (known) return known
  const made = [{key: key as Slug, names: {}}]
  unnamedKeys.set(key, made)
  return made
}
