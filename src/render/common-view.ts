import type {Html} from './html.ts'
import type {Words} from './words.ts'

/**
 * What templates may see. Every address in a view is ready for `href`: relative or rooted as the
 * site is configured. A value that is not there is null, never missing, so that a template that
 * names something unknown is always a mistake.
 */
export interface SharedView {
  /** Language tag of the page: `zh-Hans`, `zh-Hant`, `zh-HK`. */
  readonly lang: string
  readonly kind:
    | 'home'
    | 'article'
    | 'version'
    | 'listing'
    | 'terms'
    | 'missing'
    | 'corrections'
    | 'search'
    | 'not-found'
  readonly words: Words
  readonly site: SiteView
  /** For the `title` element: page and site. */
  readonly documentTitle: string
  readonly description: string
  /** Absolute address of this page; null when the site's address is not configured. */
  readonly canonical: string | null
  /** The same page in the other editions; `absolute` as for `canonical`. */
  readonly alternates: readonly AlternateView[]
  readonly navigation: readonly NavigationView[]
  /** From the home page to this one, which has no address; an announcement is not on it. */
  readonly breadcrumb: readonly LinkView[]
  /** None while the site's address is not configured: then there are no feeds. */
  readonly feeds: readonly FeedView[]
  /** Addresses of the style sheets this page needs, in their order: one for an article. */
  readonly styleSheets: readonly string[]
  /** Addresses of the theme's files by their names: `style.css`. */
  readonly assets: Readonly<Record<string, string>>
  readonly metadata: MetadataView
  /** Address of the search page, for the field in the head of a page; null on that page itself. */
  readonly searchField: string | null
  /** Address of what browsers are told of the search page; null on an announcement, or without `url`. */
  readonly openSearch: string | null
}

/** What machines read in the head of a page. */
export interface MetadataView {
  /** `meta` elements with a `name`: the official tags, Dublin Core, Highwire. */
  readonly names: readonly MetaView[]
  /** `meta` elements with a `property` alone: what else Open Graph has. */
  readonly properties: readonly MetaView[]
  /** JSON-LD, the content of a `script` element; null for a page of which there is none. */
  readonly structured: Html | null
}

export interface MetaView {
  readonly name: string
  readonly content: string
  /** The property of Open Graph that has the same content; null in most, and in `properties`. */
  readonly property: string | null
}

export interface SiteView {
  readonly title: string
  /** The title to be set large: words are not parted at the end of a line. */
  readonly nameplate: Html
  readonly tagline: string | null
  /** A plain word to every reader, shown on every page; the sample archive says it is a sample. */
  readonly notice: string | null
  readonly owner: string | null
  readonly home: string
  /** Lines of the footer: addresses, filing numbers. */
  readonly footer: readonly string[]
  /** The office that runs the site for its owner. */
  readonly operator: string | null
  /** Filing numbers, each with the public register that has it, and the site's code. */
  readonly filings: readonly {readonly text: string; readonly href: string | null}[]
  /** Address of the page that lists what is lost. */
  readonly missing: string
  /** Address of the page that lists corrections; null when there is none. */
  readonly corrections: string | null
}

export interface LinkView {
  readonly title: string
  readonly href: string | null
  readonly current: boolean
}

export interface NavigationView extends LinkView {
  /** Whether this page is an announcement in the list that it leads to. */
  readonly holds: boolean
}

export interface AlternateView {
  readonly lang: string
  /** The edition's own name: 简体, 繁體. */
  readonly name: string
  readonly href: string
  readonly absolute: string | null
  readonly current: boolean
}

export interface FeedView {
  readonly type: string
  /** The name of its format. */
  readonly title: string
  readonly href: string
}
