import type {Slug} from '../base/brand.ts'
import {keepingLastAnswer} from '../base/last-answer.ts'
import {compareEntries, type Entry} from './entry.ts'
import type {BuiltInTaxonomy} from './listing-names.ts'
import type {Group} from './listings.ts'
import type {Site} from './site.ts'

/** How many announcements on each side are looked at in every list that one stands in. */
const reach = 6

/**
 * The announcements most akin to one: those in its lists of tags and column, each list weighing the
 * more the shorter it is; of equally akin ones the nearest in time. They stand newest first. Only
 * the neighbours in each of its own lists are compared, so that the work for one does not grow with
 * the site, and a change touches the pages around it alone. A withdrawn one has none. The pages of
 * one announcement, and their keys, are made one after another: the answer is found once for all.
 */
export const relatedTo = keepingLastAnswer(findRelated)

function findRelated(entry: Entry, site: Site, max: number): readonly Entry[] {
  if (entry.article.withdrawn) return []
  const groups = [...groupsOf('tag', entry, site), ...groupsOf('column', entry, site)]
  const weights = new Map<Entry, number>()
  for (const group of groups) {
    const weight = 1 / group.entries.length
    for (const other of nearestIn(group, entry)) {
      weights.set(other, (weights.get(other) ?? 0) + weight)
    }
  }
  return [...weights]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, max)
    .map(([other]) => other)
    .toSorted(compareEntries)
}

function groupsOf(taxonomy: BuiltInTaxonomy, entry: Entry, site: Site): readonly Group[] {
  const groups = site.byKey.get(taxonomy) ?? new Map<Slug, Group>()
  return entry.keys[taxonomy].flatMap(({key}) => groups.get(key) ?? [])
}

/** The announcements around one in a list that holds it, the nearest first. */
function nearestIn({entries}: Group, entry: Entry): readonly Entry[] {
  const place = placeOf(entry, entries)
  const near: Entry[] = []
  for (let distance = 1; distance <= reach; distance++) {
    const [older, newer] = [entries[place + distance], entries[place - distance]]
    if (older) near.push(older)
    if (newer) near.push(newer)
  }
  return near
}

/** Where an entry stands among entries in their order, by halving. */
function placeOf(entry: Entry, entries: readonly Entry[]): number {
  let [from, to] = [0, entries.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (compareEntries(entries[middle]!, entry) < 0) from = middle + 1
    else to = middle
  }
  return from
}
