import type {Article} from '../article/article.ts'
import type {Permalink} from '../base/brand.ts'
import type {IsoDate} from '../base/day.ts'
import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {ExtensionError} from '../base/extension.ts'
import {extensionFailed} from '../base/problems.ts'
import {checkSite} from './check.ts'
import {findBadVersions} from './check-versions.ts'
import {localise, type SiteConfig} from './config.ts'
import {listCorrections} from './corrections.ts'
import {compareEntries, type Entry, toEntry} from './entry.ts'
import type {LedgerLine} from './ledger-file.ts'
import {type ListingName, listingNames} from './listing-names.ts'
import {type Group, groupEntries, keysOf} from './listings.ts'
import {type OwnListing, ownKeysOf, ownListingName} from './own-listing.ts'
import {assetPermalink} from './permalink.ts'
import type {PictureSize} from './picture-size.ts'
import type {PictureVersion} from './picture-version.ts'
import type {RedirectRow} from './redirect-file.ts'
import {collectRedirects} from './redirects.ts'
import {assetPathOf} from './reference.ts'
import type {Site} from './site.ts'
import {collectVersions} from './versions.ts'

/** What decides about publishing besides the records themselves. */
export interface Publication {
  readonly config: SiteConfig
  /** The dictionary data that texts are converted with, and its version. */
  readonly dictionary: string
  /** Announcements of a later day are held back. */
  readonly today: IsoDate
  /** Whether drafts and future announcements are shown, as they are to the editor at work. */
  readonly preview: boolean
  /** Every file under `content/` that is no record. */
  readonly files: ReadonlySet<string>
  /** Sizes of the pictures that can be read, by their addresses. */
  readonly pictureSizes: ReadonlyMap<Permalink, PictureSize>
  /** Smaller files that are published of a picture, by its address. */
  readonly pictureVersions: ReadonlyMap<Permalink, readonly PictureVersion[]>
  readonly digestOf: Site['digestOf']
  readonly textsOf: Site['textsOf']
  /** Old addresses that the site lists. */
  readonly redirects: readonly RedirectRow[]
  /** Listings that the site adds. */
  readonly ownListings?: readonly OwnListing[]
  /** Every address that was published before. */
  readonly ledger: readonly LedgerLine[]
}

/** Articles as a site. Problems between records are found here; each names every file in it. */
export function buildSite(all: readonly Article[], publication: Publication): Checked<Site> {
  const {config, dictionary, today, preview, files, pictureSizes, pictureVersions} = publication
  const articles = all.filter(({version}) => version === undefined)
  const earlier = all.filter(({version}) => version !== undefined)
  const isPublic = ({draft, date}: Article): boolean => preview || (!draft && date <= today)
  const published = articles
    .filter(isPublic)
    .map((article) => toEntry(article, config))
    .toSorted(compareEntries)
  const entries = published.filter(({article}) => !article.withdrawn)
  const versions = collectVersions(earlier, entries, config)
  const byId = new Map(published.map((entry) => [entry.article.id, entry]))
  const own = groupOwn(publication.ownListings ?? [], entries, config)
  const listings = new Map<ListingName, readonly Group[]>([
    ...listingNames.map((listing) => {
      const keys = (entry: Entry) => keysOf(listing, entry)
      return [listing, groupEntries(listing, entries, config, keys)] as const
    }),
    ...own.value,
  ])
  const site: Site = {
    config,
    today,
    dictionary,
    entries,
    withdrawn: published.filter(({article}) => article.withdrawn),
    versions,
    corrections: listCorrections(entries),
    byId,
    byFile: new Map(published.map((entry) => [entry.article.file, entry])),
    listings,
    ownTitles: new Map(
      publication.ownListings?.map((listing) => [
        ownListingName(listing),
        localise(listing.title, config.editions),
      ]),
    ),
    byKey: new Map(
      [...listings].map(([listing, groups]) => [
        listing,
        new Map(groups.map((group) => [group.key, group])),
      ]),
    ),
    assets: collectAssets(published, files),
    pictureSizes,
    pictureVersions,
    digestOf: publication.digestOf,
    textsOf: publication.textsOf,
    redirects: collectRedirects(published, {byId, versions}, publication),
    ledger: publication.ledger,
  }
  const diagnostics = [
    ...own.diagnostics,
    ...checkSite(site, articles, published),
    ...findBadVersions(earlier, articles),
  ]
  return {value: site, diagnostics}
}

/** The files that announcements name, and where each is published. */
function collectAssets(published: readonly Entry[], files: ReadonlySet<string>): Site['assets'] {
  const assets = new Map<string, Permalink>()
  for (const {article} of published) {
    for (const {target} of article.references) {
      const path = assetPathOf(target, files)
      if (path !== undefined) assets.set(path, assetPermalink(path))
    }
  }
  return assets
}

/** The groups of the listings that the site adds. One that breaks off has none, and is named. */
function groupOwn(
  ownListings: readonly OwnListing[],
  entries: readonly Entry[],
  config: SiteConfig,
): Checked<readonly (readonly [ListingName, readonly Group[]])[]> {
  const diagnostics: Diagnostic[] = []
  const value = ownListings.map((own) => {
    const listing = ownListingName(own)
    try {
      const keys = (entry: Entry) => ownKeysOf(own, entry, config)
      return [listing, groupEntries(listing, entries, config, keys)] as const
    } catch (error) {
      if (!(error instanceof ExtensionError)) throw error
      const {extension: name, message} = error
      diagnostics.push(report(extensionFailed, {file: 'dibao.config.mjs'}, {name, message}))
      return [listing, []] as const
    }
  })
  return {value, diagnostics}
}
