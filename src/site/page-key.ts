import {digestOf} from '../base/digest.ts'
import type {Entry} from './entry.ts'
import type {Group} from './listings.ts'
import type {Page} from './plan.ts'
import {findTarget} from './reference.ts'
import {relatedTo} from './related.ts'
import type {Site} from './site.ts'
import {versionsOf} from './versions.ts'

/** How many related announcements the page of one names. */
export const relatedMax = 4

/**
 * A digest of all that decides a page besides what every page of the site is made from. Two pages
 * with the same key are the same to the last byte. Undefined for the few pages that show the whole
 * site, which are always made.
 */
export function pageKeyOf(page: Page, site: Site): string | undefined {
  switch (page.kind) {
    case 'article':
      return keyOf(page, articleParts(page, site))
    case 'version':
      return keyOf(page, [digestsOf([page.entry, ...versionsOf(page.entry, site)], site)])
    case 'listing':
      return keyOf(page, listingParts(page, site))
    default:
      return undefined
  }
}

/** A digest of all that decides the log of an announcement's changes. */
export function repairLogKeyOf(entry: Entry, {digestOf: digestOfEntry}: Site): string {
  return digestOf(`${entry.path} ${digestOfEntry(entry)}`)
}

/** A digest of all announcements of a group. */
export function groupKeyOf({key, entries}: Group, site: Site): string {
  return digestOf(JSON.stringify([key, entries.map(site.digestOf)]))
}

function keyOf({kind, path, edition}: Page, parts: readonly unknown[]): string {
  return digestOf(JSON.stringify([kind, path, edition, ...parts]))
}

function articleParts(
  {entry, newer, older}: Page & {kind: 'article'},
  site: Site,
): readonly unknown[] {
  return [
    digestsOf([entry, newer, older], site),
    digestsOf(relatedTo(entry, site, relatedMax), site),
    versionsOf(entry, site).map(({path}) => path),
    entry.article.references.map(({target}) => targetParts(target, site)),
  ]
}

function digestsOf(
  entries: readonly (Entry | undefined)[],
  site: Site,
): readonly (string | null)[] {
  return entries.map((each) => (each ? site.digestOf(each) : null))
}

/** Where a reference leads, and of a picture its size and the smaller files of it. */
function targetParts(reference: string, site: Site): unknown {
  const target = findTarget(reference, site)
  if (!target) return null
  const {at, suffix} = target
  if (typeof at !== 'string') return [at.path, suffix]
  return [at, suffix, site.pictureSizes.get(at), site.pictureVersions.get(at)]
}

function listingParts(
  {group, pager, entries}: Page & {kind: 'listing'},
  site: Site,
): readonly unknown[] {
  const {listing, key, names, description, years} = group
  return [
    [listing, key, names, description, years, group.entries.length],
    pager,
    entries.map(site.digestOf),
    // What stands before and after a year or a month, and how many a year's months have.
    listing === 'year' || listing === 'month' ? timesAround(group, site) : null,
    listing === 'year' ? group.entries.map(({article}) => article.date.slice(5, 7)).join('') : null,
  ]
}

function timesAround({listing, key}: Group, site: Site): readonly unknown[] {
  const all = site.listings.get(listing) ?? []
  const place = all.findIndex((group) => group.key === key)
  return [all[place - 1]?.key, all[place + 1]?.key]
}
