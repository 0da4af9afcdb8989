import type {Slug} from '../base/brand.ts'
import {runExtension} from '../base/extension.ts'
import {createSlug} from '../text/slug.ts'
import {type LocalText, localise, type SiteConfig} from './config.ts'
import type {Entry} from './entry.ts'
import type {OwnListingName} from './listing-names.ts'
import type {GroupKey} from './term-keys.ts'

/**
 * A way of listing announcements that a site adds, as columns and tags are: a page of all terms at
 * `/KEY/`, linked from the head of every page, and a list of each term at `/KEY/TERM/`.
 */
export interface OwnListing {
  /** Lower-case letters, digits and hyphens: the first part of its addresses, kept for ever. */
  readonly key: string
  /** What it is called; editions in other scripts have it converted. */
  readonly title: string
  /** The terms under which an announcement is listed, none or several. */
  readonly keysOf: (entry: Entry) => readonly string[]
}

/** The name by which the site knows a listing of its own. */
export function ownListingName({key}: OwnListing): OwnListingName {
  return `own:${key}`
}

/** The groups that an entry belongs to in such a listing, each once. */
export function ownKeysOf(
  {key: name, keysOf}: OwnListing,
  entry: Entry,
  {editions}: SiteConfig,
): readonly GroupKey[] {
  const terms = runExtension(name, () => keysOf(entry).map(String))
  const keys = new Map<Slug, LocalText>()
  for (const term of terms) {
    const key = createSlug(term)
    if (!keys.has(key)) keys.set(key, localise(term, editions))
  }
  return [...keys].map(([key, names]) => ({key, names}))
}
