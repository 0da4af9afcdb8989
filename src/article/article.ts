import type {ContentPath, Digest, RecordId} from '../base/brand.ts'
import type {StatedDate} from '../base/day.ts'
import type {Point} from '../base/place.ts'
import type {EditionTag, SourceScript} from '../base/script.ts'
import type {FieldPlaces} from '../record/parse.ts'
import type {Provenance} from '../record/record.ts'
import type {ScriptEvidence} from '../text/source-script.ts'
import type {RepairLog} from './repair-log.ts'

/** What a record becomes: plain data, an edition for each script the site is published in. */
export interface FullArticle extends Omit<Article, 'searchTerms'> {
  readonly editions: readonly FullEdition[]
  /** Every change to its texts, and every conversion; of a withdrawn announcement nothing. */
  readonly log: RepairLog
}

/** What the whole site sees of an article: everything but its long texts. */
export interface Article {
  readonly id: RecordId
  readonly file: ContentPath
  /** Of an earlier version, the day until which its text stood; undefined for the present one. */
  readonly version?: StatedDate | undefined
  readonly date: StatedDate
  /** The time of that day, `16:37`, where the record has it. */
  readonly time?: string | undefined
  readonly written?: StatedDate | undefined
  /** The day of the last change, or of the last correction where that is later. */
  readonly updated?: StatedDate | undefined
  /** Days of its corrections, of which each edition has the texts; none of a withdrawn one. */
  readonly corrections: readonly StatedDate[]
  readonly views?: number | undefined
  readonly documentNumber?: string | undefined
  readonly indexNumber?: string | undefined
  readonly draft: boolean
  readonly withdrawn: boolean
  readonly withdrawnOn?: StatedDate | undefined
  readonly aliases: readonly string[]
  readonly provenance?: Provenance | undefined
  /** The script of the source, stated or detected. */
  readonly script: SourceScript
  /** What the script was told by; nothing where the record states it. */
  readonly evidence?: ScriptEvidence | undefined
  /** What listings group by: names in standard simplified characters, whatever the source used. */
  readonly terms: Terms
  readonly editions: readonly Edition[]
  /** How often each rule changed the text as received. */
  readonly repairs: Readonly<Record<string, number>>
  /** What its text and attachments name inside the site, each once. */
  readonly references: readonly Reference[]
  /** The ids that a link can lead to. */
  readonly anchors: readonly string[]
  /** Where its fields stand in the file, by their names: `column`, `aliases.0`. */
  readonly places: FieldPlaces
  /** What is known of the terms under which search finds it without reading them. */
  readonly searchTerms: {readonly digest: Digest; readonly count: number}
}

/** An address inside the site that an article names. */
export interface Reference {
  /** `record:ID`, `asset:PATH`, `site:/PATH`; `#ID` where the article itself has no such place. */
  readonly target: string
  /** Where it stands in the record's file. */
  readonly place: Point | undefined
  /** The field that names it, where it is not the text. */
  readonly field?: 'attachments'
  /** Of a picture: what is read out in its place. */
  readonly alt?: string
}

export interface Terms {
  readonly column?: string | undefined
  readonly source?: string | undefined
  readonly tags: readonly string[]
}

/** An article's text in one script. */
export interface FullEdition extends Edition, EditionText {}

/** The long texts of one edition. */
export interface EditionText {
  /** Safe HTML; `record:` and `asset:` references are resolved when a page is rendered. */
  readonly html: string
  /** The text alone, a block a line. */
  readonly plain: string
}

/** What lists and other pages show of an edition. */
export interface Edition {
  readonly tag: EditionTag
  readonly title: string
  readonly subtitle?: string | undefined
  /** The fields of `Terms` and the rest of the byline, as this edition writes them. */
  readonly column?: string | undefined
  readonly source?: string | undefined
  readonly tags: readonly string[]
  readonly author?: string | undefined
  readonly editor?: string | undefined
  readonly withdrawnReason?: string | undefined
  readonly corrections: readonly string[]
  readonly excerpt: string
  readonly headings: readonly Heading[]
  readonly attachments: readonly AttachmentLink[]
  /** Pictures of which the text has the name alone, as the page names them. */
  readonly lostPictures: readonly string[]
}

export interface Heading {
  /** 1 to 6, as in HTML. */
  readonly depth: number
  /** The same in every edition, so that a reader who switches stays where they were. */
  readonly id: string
  readonly text: string
}

export interface AttachmentLink {
  readonly title: string
  /** An `asset:` reference. */
  readonly target: string
}
