import {type Entry, editionOf} from '../site/entry.ts'
import {
  type BuiltInTaxonomy,
  isOwnListing,
  type ListingName,
  type OwnListingName,
} from '../site/listing-names.ts'
import type {Group} from '../site/listings.ts'
import {listingPath, type SitePath} from '../site/permalink.ts'
import {dayView, monthText, yearText} from './day-text.ts'
import {headlineOf} from './headline.ts'
import type {PageContext} from './page-context.ts'
import type {CountedTermView, EntryView, TermView} from './view.ts'

/** An announcement as lists show it. */
export function entryView(entry: Entry, context: PageContext): EntryView {
  const {article, path} = entry
  const edition = editionOf(entry, context.edition)
  const {title, source, excerpt} = edition
  return {
    title,
    headline: headlineOf(edition),
    href: context.hrefOf(path),
    date: dayView(article.date),
    column: termViews('column', entry, context)[0] ?? null,
    source: source ?? null,
    excerpt,
    unpublished: unpublishedWord(entry, context),
    withdrawn: article.withdrawn,
  }
}

/** Why only the editor at work is shown an announcement; null for one that is published. */
export function unpublishedWord({article}: Entry, {site, words}: PageContext): string | null {
  if (article.draft) return words.draft
  return article.date > site.today ? words.future : null
}

/**
 * The terms of a taxonomy that an announcement belongs to. A withdrawn one stands in no list, and
 * a list of its own term may not exist, so it leads to none.
 */
export function termViews(
  taxonomy: BuiltInTaxonomy,
  entry: Entry,
  {hrefOfList, local}: PageContext,
): readonly TermView[] {
  if (entry.article.withdrawn) return []
  return entry.keys[taxonomy].map(({key, names}) => ({
    title: local(names) ?? key,
    href: hrefOfList(listingPath(taxonomy, key)),
  }))
}

/** What a group is called. */
export function groupTitle(group: Group, {words, local}: PageContext): string {
  const {listing} = group
  if (isOwnListing(listing)) return local(group.names) ?? group.key
  const titles: Readonly<Record<Exclude<ListingName, OwnListingName>, () => string>> = {
    index: () => words.allArticles,
    year: () => yearText(group.key),
    month: () => monthText(group.key),
    column: () => local(group.names) ?? group.key,
    tag: () => local(group.names) ?? group.key,
    source: () => local(group.names) ?? group.key,
  }
  return titles[listing]()
}

/** Where a group is listed. */
export function groupPath(group: Group): SitePath {
  return listingPath(group.listing, group.key)
}

/** A group with how much is in it. */
export function countedTermView(group: Group, context: PageContext): CountedTermView {
  const [newest] = group.entries
  return {
    title: groupTitle(group, context),
    href: context.hrefOf(groupPath(group)),
    count: group.entries.length,
    newest: newest ? dayView(newest.article.date) : null,
  }
}
