import type {Article} from '../article/article.ts'
import type {ContentPath, Permalink, RecordId} from '../base/brand.ts'
import type {IsoDate} from '../base/day.ts'
import type {Checked} from '../base/diagnostic.ts'
import {checkSite} from './check.ts'
import type {SiteConfig} from './config.ts'
import {compareEntries, type Entry, toEntry} from './entry.ts'
import {type Group, groupEntries, type ListingName, listingNames} from './listings.ts'
import {assetPermalink} from './permalink.ts'
import {assetPathOf} from './reference.ts'

/** Everything that is published, in order, with all that a page needs to know about the others. */
export interface Site {
  readonly config: SiteConfig
  /** Newest first. Withdrawn announcements keep their address but stand in no list. */
  readonly entries: readonly Entry[]
  readonly withdrawn: readonly Entry[]
  readonly byId: ReadonlyMap<RecordId, Entry>
  readonly byFile: ReadonlyMap<ContentPath, Entry>
  readonly listings: ReadonlyMap<ListingName, readonly Group[]>
  /** Addresses of the files beside records, by their paths under `content/`. */
  readonly assets: ReadonlyMap<string, Permalink>
}

/** What decides about publishing besides the records themselves. */
export interface Publication {
  readonly config: SiteConfig
  /** Announcements of a later day are held back. */
  readonly today: IsoDate
  /** Whether drafts and future announcements are shown, as they are to the editor at work. */
  readonly preview: boolean
  /** Every file under `content/` that is no record. */
  readonly files: ReadonlySet<string>
}

/** Articles as a site. Problems between records are found here; each names every file in it. */
export function buildSite(articles: readonly Article[], publication: Publication): Checked<Site> {
  const {config, today, preview, files} = publication
  const isPublic = ({draft, date}: Article): boolean => preview || (!draft && date <= today)
  const published = articles.filter(isPublic).map(toEntry).toSorted(compareEntries)
  const entries = published.filter(({article}) => !article.withdrawn)
  const assets = new Map<string, Permalink>()
  for (const {article} of published) {
    for (const reference of article.references) {
      const path = assetPathOf(reference, files)
      if (path !== undefined) assets.set(path, assetPermalink(path))
    }
  }
  const site: Site = {
    config,
    entries,
    withdrawn: published.filter(({article}) => article.withdrawn),
    byId: new Map(published.map((entry) => [entry.article.id, entry])),
    byFile: new Map(published.map((entry) => [entry.article.file, entry])),
    listings: new Map(
      listingNames.map((listing) => [listing, groupEntries(listing, entries, config)]),
    ),
    assets,
  }
  return {value: site, diagnostics: checkSite(site, articles, published)}
}
