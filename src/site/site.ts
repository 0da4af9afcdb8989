import type {ArticleTexts} from '../article/texts.ts'
import type {ContentPath, Permalink, RecordId, Slug} from '../base/brand.ts'
import type {IsoDate} from '../base/day.ts'
import type {LocalText, SiteConfig} from './config.ts'
import type {CorrectionEntry} from './corrections.ts'
import type {Entry} from './entry.ts'
import type {LedgerLine} from './ledger-file.ts'
import type {ListingName, OwnListingName} from './listing-names.ts'
import type {Group} from './listings.ts'
import type {PictureSize} from './picture-size.ts'
import type {PictureVersion} from './picture-version.ts'
import type {Redirect} from './redirects.ts'

/** Everything that is published, in order, with all that a page needs to know about the others. */
export interface Site {
  readonly config: SiteConfig
  /** The day it is; only a preview holds announcements of a later one. */
  readonly today: IsoDate
  /** The dictionary data that its texts are converted with: `opencc-js 1.4.2`. */
  readonly dictionary: string
  /** Newest first. Withdrawn announcements keep their address but stand in no list. */
  readonly entries: readonly Entry[]
  readonly withdrawn: readonly Entry[]
  /** The earlier versions of `entries` that were kept, newest first, by the ids of their records. */
  readonly versions: ReadonlyMap<RecordId, readonly Entry[]>
  /** What was put right after publication, newest first. */
  readonly corrections: readonly CorrectionEntry[]
  readonly byId: ReadonlyMap<RecordId, Entry>
  readonly byFile: ReadonlyMap<ContentPath, Entry>
  readonly listings: ReadonlyMap<ListingName, readonly Group[]>
  /** What the listings that the site adds are called, in their order. */
  readonly ownTitles: ReadonlyMap<OwnListingName, LocalText>
  /** The same groups by their keys. */
  readonly byKey: ReadonlyMap<ListingName, ReadonlyMap<Slug, Group>>
  /** Addresses of the files beside records, by their paths under `content/`. */
  readonly assets: ReadonlyMap<string, Permalink>
  /** Sizes of the pictures that can be read, by their addresses. */
  readonly pictureSizes: ReadonlyMap<Permalink, PictureSize>
  /** Smaller files that are published of a picture, by its address. */
  readonly pictureVersions: ReadonlyMap<Permalink, readonly PictureVersion[]>
  /** Changes with everything that decides an announcement's article, and with nothing else. */
  readonly digestOf: (entry: Entry) => string
  /** The long texts of an announcement, which are held only as long as somebody looks at them. */
  readonly textsOf: (entry: Entry) => ArticleTexts
  /** Old addresses and where they lead. */
  readonly redirects: readonly Redirect[]
  /** Every address that was published before. */
  readonly ledger: readonly LedgerLine[]
}
