import type {ContentPath, RecordId} from '../base/brand.ts'
import type {StatedDate} from '../base/day.ts'
import type {EditionTag, SourceScript} from '../base/script.ts'

/** One announcement as it lies in `content/`: its fields, and its text as it was received. */
export interface NewsRecord {
  readonly file: ContentPath
  /** Of an earlier version, the day until which its text stood; undefined for the present one. */
  readonly version?: StatedDate | undefined
  readonly id: RecordId
  readonly title: string
  readonly subtitle?: string | undefined
  /** Day of publication (发布日期). */
  readonly date: StatedDate
  /** The time of that day, `16:37`, where it is written. */
  readonly time?: string | undefined
  /** Day on which the document was signed (成文日期). */
  readonly written?: StatedDate | undefined
  readonly updated?: StatedDate | undefined
  readonly column?: string | undefined
  readonly tags: readonly string[]
  readonly source?: string | undefined
  readonly author?: string | undefined
  readonly editor?: string | undefined
  /** How often the old site says it was read; never counted by us. */
  readonly views?: number | undefined
  readonly documentNumber?: string | undefined
  readonly indexNumber?: string | undefined
  /** The script of the source where the editor states it; otherwise it is detected. */
  readonly script?: SourceScript | undefined
  readonly draft: boolean
  readonly withdrawn?: Withdrawal | undefined
  readonly corrections: readonly Correction[]
  /** Addresses the announcement once had, from the top of the site: `/show.asp`. */
  readonly aliases: readonly string[]
  readonly attachments: readonly Attachment[]
  readonly pictures: readonly Picture[]
  readonly provenance?: Provenance | undefined
  readonly conversion: Conversion
  /** Markdown, verbatim. */
  readonly body: string
  /** Line of the file on which the body starts. */
  readonly bodyLine: number
}

/** Why and when an announcement was taken back. Its address stays, its text does not. */
export interface Withdrawal {
  readonly date?: StatedDate | undefined
  readonly reason?: string | undefined
}

/** What was put right after publication, when, in the words of its editor. */
export interface Correction {
  readonly date: StatedDate
  readonly text: string
}

export interface Attachment {
  /** Path beside the record, or from the top of the site when it begins with `/`. */
  readonly file: string
  readonly title?: string | undefined
}

/** A picture that the text names on a line of its own. */
export interface Picture {
  /** The line as it stands in the body. */
  readonly name: string
  /** Where the picture is; nothing when it is lost. */
  readonly file?: string | undefined
  readonly caption?: string | undefined
  readonly missing: boolean
}

/** Where, when and how a text was got. */
export interface Provenance {
  /** The archive, site or folder it came from. */
  readonly from?: string | undefined
  readonly url?: string | undefined
  /** Name of the file as it was received. */
  readonly file?: string | undefined
  readonly retrieved?: StatedDate | undefined
  /** The importer that made the record, and its version. */
  readonly by?: string | undefined
  /** SHA-256 of the bytes as received; they lie under `content/.originals/` by this name. */
  readonly sha256?: string | undefined
  /** Lines of the source that became fields; with the body they give the source again. */
  readonly lines: readonly LiftedLine[]
}

export interface LiftedLine {
  /** Number of the line in the source, from 1. */
  readonly line: number
  /** The line with its line end, so that the source can be put together again. */
  readonly text: string
}

/**
 * The record's own glossary: for a text as received, how each edition writes it. An edition that
 * is not named keeps the text as it stands.
 */
export type Conversion = Readonly<Record<string, Readonly<Partial<Record<EditionTag, string>>>>>
