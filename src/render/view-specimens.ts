import type {SharedView} from './common-view.ts'
import {Html} from './html.ts'
import {type Unsure, unsure} from './template-value.ts'
import type {
  ArticleView,
  BarView,
  CitationView,
  CorrectionsView,
  CorrectionView,
  CountedTermView,
  DayView,
  EntryView,
  FacetView,
  HomeView,
  ListingView,
  MissingView,
  NotFoundView,
  PagerView,
  SearchView,
  TermsView,
  TermView,
  TrendView,
  VersionLinkView,
  VersionView,
  View,
  YearView,
} from './view.ts'
import {type Words, words} from './words.ts'

/**
 * A view of which nothing is missing: no value is null, every list has two items, and whether
 * something is so is left open. Whatever name a view may ever have is in it.
 */
export type Specimen<T> = T extends boolean
  ? Unsure
  : T extends Html | Words | string | number
    ? T
    : T extends readonly (infer Item)[]
      ? readonly [Specimen<Item>, Specimen<Item>]
      : {readonly [Name in keyof T]: Specimen<NonNullable<T[Name]>>}

function two<T>(item: T): readonly [T, T] {
  return [item, item]
}

const text = '…'
const href = text
const title = text
const markup = new Html(text)
const day: Specimen<DayView> = {iso: text, text, day: text}
const term: Specimen<TermView> = {title, href}
const counted: Specimen<CountedTermView> = {...term, count: 1, newest: day}
const meta = {name: text, content: text, property: text}
const link = {...term, current: unsure}
const trend: Specimen<TrendView> = {label: text, width: 1, path: text}
const bar: Specimen<BarView> = {...link, count: 1, height: 1}
const citation: Specimen<CitationView> = {name: text, before: markup, accessed: text, after: text}
const correction: Specimen<CorrectionView> = {date: day, text, id: text, comparison: href}
const version: Specimen<VersionLinkView> = {date: day, href}

const entry: Specimen<EntryView> = {
  ...{title, headline: markup, href, date: day, column: term, source: text, excerpt: text},
  ...{unpublished: text, withdrawn: unsure},
}

const shared: Omit<Specimen<SharedView>, 'kind' | 'assets'> = {
  ...{lang: text, words: words['zh-Hans'], documentTitle: text, description: text},
  site: {
    ...{title, nameplate: markup, tagline: text, notice: text, owner: text, home: href},
    ...{footer: two(text), operator: text, filings: two({text, href})},
    ...{missing: href, corrections: href},
  },
  canonical: href,
  alternates: two({lang: text, name: text, href, absolute: href, current: unsure}),
  navigation: two({...link, holds: unsure}),
  breadcrumb: two(link),
  feeds: two({...term, type: text}),
  styleSheets: two(href),
  metadata: {names: two(meta), properties: two(meta), structured: markup},
  ...{searchField: href, openSearch: href},
}

const article: Specimen<ArticleView['article']> = {
  ...{title, headline: markup, subtitle: text, date: day, written: day, updated: day},
  ...{column: term, source: term, author: text, editor: text, views: text},
  ...{documentNumber: text, indexNumber: text, tags: two(term), unpublished: text},
  withdrawn: {date: day, reason: text},
  corrections: two(correction),
  versions: two(version),
  body: markup,
  headings: two({depth: 1, inner: unsure, id: text, text}),
  attachments: two({...term, missing: unsure}),
  repairs: two({name: text, count: 1}),
  received: two({title, text: markup}),
  ...{receivedLang: text, repairLog: href, script: text, citations: two(citation)},
  provenance: {from: text, url: text, href, file: text, retrieved: day, sha256: text},
}

const years: Specimen<readonly YearView[]> = two({
  ...{id: text, title, count: 1},
  months: two({id: text, title, entries: two(entry)}),
})

const pager: Specimen<PagerView> = {
  ...{newer: href, older: href, newest: href, oldest: href, range: text},
  pages: two(link),
}

const facet: Specimen<FacetView> = {
  ...{name: text, title, verbatim: unsure},
  options: two({key: text, title, count: 1}),
}

type Own<T extends View> = Omit<Specimen<T>, keyof SharedView>

const home: Own<HomeView> = {
  ...{lead: two(entry), latest: two(entry), fromArchive: two(entry), total: 1},
  ...{span: {oldest: day, newest: day}, index: href, columnIndex: href},
  columns: two({...counted, entries: two(entry)}),
  years: two(bar),
}

const listing: Own<ListingView> = {
  listing: {
    ...{title, count: 1, description: text, bars: two(bar)},
    ...{newer: term, older: term, data: href},
  },
  ...{years, pager},
}

const terms: Own<TermsView> = {title, terms: two({...counted, description: text, trend})}

const missing: Own<MissingView> = {
  ...{title, count: 1},
  entries: two({...term, date: day, lost: two({kind: text, name: text})}),
}

const corrections: Own<CorrectionsView> = {
  ...{title, count: 1, feed: href},
  entries: two({...correction, ...term}),
}

const comparison: Own<VersionView> = {
  ...{title, headline: markup, date: day, present: href, corrections: two(correction)},
  ...{others: two(version), differences: 1},
  fields: two({label: text, text: markup, verbatim: unsure}),
  passages: two({folded: unsure, count: 1, blocks: two({kind: text, text: markup})}),
}

const search: Own<SearchView> = {
  ...{title, index: href, file: href, articles: text, archive: href},
  ...{years: two({...term, key: text}), facets: two(facet)},
}

const notFound: Own<NotFoundView> = {}

const own = {
  ...{home, listing, terms, missing, corrections, search, 'not-found': notFound},
  version: comparison,
  article: {article, newer: entry, older: entry, related: two(entry)} satisfies Own<ArticleView>,
} satisfies Readonly<Record<View['kind'], object>>

/** A specimen of the view of each kind of page, of a theme that has these files in `assets/`. */
export function specimensOf(assets: Iterable<string>): ReadonlyMap<View['kind'], object> {
  const addresses = Object.fromEntries([...assets].map((name) => [name, href]))
  const kinds = Object.keys(own) as readonly View['kind'][]
  return new Map(kinds.map((kind) => [kind, {...shared, kind, assets: addresses, ...own[kind]}]))
}
