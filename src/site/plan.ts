import type {ContentPath} from '../base/brand.ts'
import type {EditionTag} from '../base/script.ts'
import type {Entry} from './entry.ts'
import {type TaxonomyName, taxonomyNames} from './listing-names.ts'
import type {Group} from './listings.ts'
import {type Pager, paginate} from './pagination.ts'
import {
  correctionsPath,
  homePath,
  listingPagePath,
  listingPath,
  missingPath,
  notFoundPath,
  type SitePath,
  searchPath,
  termsPath,
} from './permalink.ts'
import type {Site} from './site.ts'

/** Every kind of page there is. `path` is the same in all editions. */
export type Page = {readonly path: SitePath; readonly edition: EditionTag} & (
  | {readonly kind: 'home'}
  | {
      readonly kind: 'article'
      readonly entry: Entry
      readonly newer: Entry | undefined
      readonly older: Entry | undefined
    }
  | {
      /** What an announcement said until a day, beside what it says now. */
      readonly kind: 'version'
      readonly entry: Entry
      readonly version: Entry
    }
  | {
      readonly kind: 'listing'
      readonly group: Group
      readonly pager: Pager
      readonly entries: readonly Entry[]
    }
  | {readonly kind: 'terms'; readonly taxonomy: TaxonomyName; readonly groups: readonly Group[]}
  | {readonly kind: 'missing'}
  | {readonly kind: 'corrections'}
  | {readonly kind: 'search'}
  | {readonly kind: 'not-found'}
)

/** The record, or the earlier version of one, that a page shows alone. */
export function recordFileOf(page: Page): ContentPath | undefined {
  if (page.kind === 'version') return page.version.article.file
  return page.kind === 'article' ? page.entry.article.file : undefined
}

/** All pages of a site, edition after edition. */
export function planPages(site: Site): readonly Page[] {
  return site.config.editions.flatMap((edition) => [
    {kind: 'home', path: homePath, edition} as const,
    ...planArticles(site, edition),
    ...planVersions(site, edition),
    ...[...site.listings.values()].flat().flatMap((group) => planListing(group, site, edition)),
    ...[...taxonomyNames, ...site.ownTitles.keys()].map((taxonomy) => ({
      ...({kind: 'terms', path: termsPath(taxonomy), edition, taxonomy} as const),
      groups: site.listings.get(taxonomy) ?? [],
    })),
    {kind: 'missing', path: missingPath, edition} as const,
    ...planCorrections(site, edition),
    {kind: 'search', path: searchPath, edition} as const,
    {kind: 'not-found', path: notFoundPath, edition} as const,
  ])
}

function planArticles({entries, withdrawn}: Site, edition: EditionTag): readonly Page[] {
  const listed = entries.map((entry, index): Page => {
    const [newer, older] = [entries[index - 1], entries[index + 1]]
    return {kind: 'article', path: entry.path, edition, entry, newer, older}
  })
  const tombstones = withdrawn.map((entry): Page => {
    return {kind: 'article', path: entry.path, edition, entry, newer: undefined, older: undefined}
  })
  return [...listed, ...tombstones]
}

function planVersions({versions, byId}: Site, edition: EditionTag): readonly Page[] {
  return [...versions].flatMap(([id, list]) =>
    list.map((version): Page => {
      return {kind: 'version', path: version.path, edition, entry: byId.get(id)!, version}
    }),
  )
}

/** A site in which nothing was corrected needs no page that says so. */
function planCorrections({corrections}: Site, edition: EditionTag): readonly Page[] {
  return corrections.length === 0 ? [] : [{kind: 'corrections', path: correctionsPath, edition}]
}

function planListing(group: Group, {config}: Site, edition: EditionTag): readonly Page[] {
  const path = listingPath(group.listing, group.key)
  return paginate(group.entries, config.perPage).map(({pager, items}): Page => {
    const pagePath = listingPagePath(path, pager.number)
    return {kind: 'listing', path: pagePath, edition, group, pager, entries: items}
  })
}
