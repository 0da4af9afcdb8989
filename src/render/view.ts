import type {SharedView} from './common-view.ts'
import type {Html} from './html.ts'

export interface DayView {
  /** `2023-05-15` */
  readonly iso: string
  /** `2023年5月15日` */
  readonly text: string
  /** `15日`, for lists that stand under a month; empty where no day is known. */
  readonly day: string
}

export interface TermView {
  readonly title: string
  readonly href: string
}

/** An announcement in a list. */
export interface EntryView {
  readonly title: string
  /** The title, whose words are not parted at the end of a line. */
  readonly headline: Html
  readonly href: string
  readonly date: DayView
  readonly column: TermView | null
  readonly source: string | null
  readonly excerpt: string
  /** In the preview, why it is not yet published, in a word: 草稿; null for what is. */
  readonly unpublished: string | null
  readonly withdrawn: boolean
}

export interface HomeView extends SharedView {
  /** The newest few announcements, which the theme sets large and with their excerpts. */
  readonly lead: readonly EntryView[]
  /** The next newest, after those of `lead`. */
  readonly latest: readonly EntryView[]
  /** A few old announcements to read again, chosen by what the site holds and by no clock. */
  readonly fromArchive: readonly EntryView[]
  readonly total: number
  /** Days of the oldest and the newest announcement; null when there is none. */
  readonly span: {readonly oldest: DayView; readonly newest: DayView} | null
  /** Address of the whole index. */
  readonly index: string
  /** Address of the list of all columns. */
  readonly columnIndex: string
  readonly columns: readonly (CountedTermView & {readonly entries: readonly EntryView[]})[]
  /** The years, oldest first, as a chart. */
  readonly years: readonly BarView[]
}

/** One span of time in a chart: a year, or a month of a year. */
export interface BarView {
  /** `2023年`, `5月` */
  readonly title: string
  readonly count: number
  /** Null where there is nothing to lead to. */
  readonly href: string | null
  /** Whether this page of the list holds some of it; always false in a list of one page. */
  readonly current: boolean
  /** From 0 to 100, the highest bar of the chart. */
  readonly height: number
}

/** How many there were of something year by year, as the outline of columns on a base line. */
export interface TrendView {
  /** The drawing in words. */
  readonly label: string
  /** Width of the drawing; its height is 20. */
  readonly width: number
  /** For the attribute `d` of an SVG `path`. */
  readonly path: string
}

export interface CountedTermView extends TermView {
  readonly count: number
  /** Day of the newest announcement. */
  readonly newest: DayView | null
}

export interface ArticleView extends SharedView {
  readonly article: {
    readonly title: string
    /** The title, whose words are not parted at the end of a line. */
    readonly headline: Html
    readonly subtitle: string | null
    readonly date: DayView
    readonly written: DayView | null
    readonly updated: DayView | null
    readonly column: TermView | null
    readonly source: TermView | null
    readonly author: string | null
    readonly editor: string | null
    readonly views: string | null
    readonly documentNumber: string | null
    readonly indexNumber: string | null
    readonly tags: readonly TermView[]
    readonly unpublished: string | null
    readonly withdrawn: {readonly date: DayView | null; readonly reason: string | null} | null
    /** What was put right after publication, in the order of the record. */
    readonly corrections: readonly CorrectionView[]
    /** Earlier versions that no correction of their day leads to, the newest first. */
    readonly versions: readonly VersionLinkView[]
    readonly body: Html
    readonly headings: readonly {
      readonly depth: number
      /** Whether it stands under a heading of a higher level. */
      readonly inner: boolean
      readonly id: string
      readonly text: string
    }[]
    readonly attachments: readonly {
      readonly title: string
      readonly href: string | null
      readonly missing: boolean
    }[]
    /** How the text was mended; null when nothing was changed. */
    readonly repairs: readonly {readonly name: string; readonly count: number}[] | null
    /** The repaired texts as they were received, every change marked; null when nothing was changed. */
    readonly received: readonly {readonly title: string; readonly text: Html}[] | null
    /** Language tag of the received text. */
    readonly receivedLang: string
    /** Address of the file with every change; null for a withdrawn announcement. */
    readonly repairLog: string | null
    /** What kind of text was received: 简体, 机器转换的繁体. */
    readonly script: string
    /** None for a withdrawn announcement. */
    readonly citations: readonly CitationView[]
    readonly provenance: {
      readonly from: string | null
      readonly url: string | null
      /** The same for a link; null unless it is the full address of a web page. */
      readonly href: string | null
      readonly file: string | null
      readonly retrieved: DayView | null
      readonly sha256: string | null
    } | null
  }
  readonly newer: EntryView | null
  readonly older: EntryView | null
  /** A few that share its tags or its column, newest first. */
  readonly related: readonly EntryView[]
}

/** One way to cite an announcement. The day of reading stands between the two parts. */
export interface CitationView {
  /** What the way is called: GB/T 7714—2015, BibTeX, RIS. */
  readonly name: string
  readonly before: Html
  /** The day of reading with `YYYY`, `MM` and `DD` for its parts; the reader's machine fills it. */
  readonly accessed: string
  readonly after: string
}

/** Announcements in a list: the index, a year, a month, a column, a tag, a source. */
export interface ListingView extends SharedView {
  readonly listing: {
    readonly title: string
    readonly count: number
    /** What the settings say of a column. */
    readonly description: string | null
    /** The list as a chart: the months of a year, else its years; empty where one bar would do. */
    readonly bars: readonly BarView[]
    /** Of a year or a month, the next one that has announcements. */
    readonly newer: TermView | null
    readonly older: TermView | null
    /** Of a year, address of its announcements as data for programs. */
    readonly data: string | null
  }
  /** The announcements on this page, newest first. */
  readonly years: readonly YearView[]
  readonly pager: PagerView | null
}

/** The announcements of one year on one page of a list. */
export interface YearView {
  readonly id: string
  /** Null in the list of a year or a month, which has it for its title. */
  readonly title: string | null
  /** How many there are in this year in the whole list. */
  readonly count: number
  readonly months: readonly {
    readonly id: string
    /** `5月`; null in the list of a month. */
    readonly title: string | null
    readonly entries: readonly EntryView[]
  }[]
}

export interface PagerView {
  readonly newer: string | null
  readonly older: string | null
  readonly newest: string
  readonly oldest: string
  /** Which announcements stand here, counted from the oldest: `41–60`. */
  readonly range: string
  readonly pages: readonly {
    readonly title: string
    readonly href: string
    readonly current: boolean
  }[]
}

/** All terms of a taxonomy: the columns, the tags, the sources. */
export interface TermsView extends SharedView {
  readonly title: string
  readonly terms: readonly (CountedTermView & {
    /** What the settings say of a column. */
    readonly description: string | null
    /** Of a column, its years; null for other terms, of which there may be thousands. */
    readonly trend: TrendView | null
  })[]
}

/** Pictures and files that are lost, by announcement, newest first. */
export interface MissingView extends SharedView {
  readonly title: string
  /** How many pictures and files. */
  readonly count: number
  readonly entries: readonly (TermView & {
    readonly date: DayView
    readonly lost: readonly {readonly kind: string; readonly name: string}[]
  })[]
}

/** What was put right in an announcement. */
export interface CorrectionView {
  readonly date: DayView
  readonly text: string
  /** The id of its place on the page of the announcement. */
  readonly id: string
  /** Address of the text as it stood until that day; with the last correction of a day, if kept. */
  readonly comparison: string | null
}

/** A link to an earlier version of an announcement. */
export interface VersionLinkView {
  /** The day until which its text stood. */
  readonly date: DayView
  readonly href: string
}

/** An earlier version of an announcement, compared with what it says now. */
export interface VersionView extends SharedView {
  /** The title as it is now. */
  readonly title: string
  /** The same, whose words are not parted at the end of a line. */
  readonly headline: Html
  /** The day until which this text stood. */
  readonly date: DayView
  /** Address of the announcement as it is now. */
  readonly present: string
  /** What was put right on that day and since. */
  readonly corrections: readonly CorrectionView[]
  readonly others: readonly VersionLinkView[]
  /** How many fields and paragraphs differ. */
  readonly differences: number
  /** The fields that differ, what was removed in `del`, what was added in `ins`. */
  readonly fields: readonly {
    readonly label: string
    readonly text: Html
    /** Whether it is written as documents have it, and in no edition's script. */
    readonly verbatim: boolean
  }[]
  readonly passages: readonly PassageView[]
}

/** Paragraphs that follow one another: those that changed and what stands around them, or a rest. */
export interface PassageView {
  /** Whether none of them changed and none stands beside a change, so that they can be folded away. */
  readonly folded: boolean
  readonly count: number
  readonly blocks: readonly {
    /** `same`, `changed`, `removed`, `added` */
    readonly kind: string
    readonly text: Html
  }[]
}

/** Everything that was put right after publication, newest first. */
export interface CorrectionsView extends SharedView {
  readonly title: string
  readonly count: number
  /** Address of the same as a feed; null while the site's address is not configured. */
  readonly feed: string | null
  /** Each with the title and the address of its announcement. */
  readonly entries: readonly (CorrectionView & TermView)[]
}

/** The search page. Its script fills in what is found. */
export interface SearchView extends SharedView {
  readonly title: string
  /** Address of what the script reads first of the index. */
  readonly index: string
  /** Address of any other file of the index, with `FILE` for its name. */
  readonly file: string
  /** Addresses of an announcement with `YYYY`, `MM` and `ID` in them, this edition's first. */
  readonly articles: string
  /** The years that can be chosen, newest first, each with its list. */
  readonly years: readonly (TermView & {readonly key: string})[]
  /** What else a search can be narrowed to: column, source, code of a document's number. */
  readonly facets: readonly FacetView[]
  /** Address of the whole index of announcements. */
  readonly archive: string
}

/** A choice that narrows a search. */
export interface FacetView {
  readonly name: string
  readonly title: string
  /** Whether its options are written as documents have them, and in no edition's script. */
  readonly verbatim: boolean
  readonly options: readonly {
    readonly key: string
    readonly title: string
    readonly count: number
  }[]
}

export type NotFoundView = SharedView

export type View =
  | HomeView
  | ArticleView
  | VersionView
  | ListingView
  | TermsView
  | MissingView
  | CorrectionsView
  | SearchView
  | NotFoundView
