import type {Permalink, Slug} from '../base/brand.ts'
import {keepingAnswers} from '../base/kept-answers.ts'
import type {Filings, LocalText, SiteConfig} from '../site/config.ts'
import {
  correctionsPath,
  feedPaths,
  homePath,
  indexPath,
  listingPath,
  missingPath,
  openSearchPath,
  permalinkOf,
  type SitePath,
  searchPath,
  termsPath,
} from '../site/permalink.ts'
import type {Page} from '../site/plan.ts'
import type {Site} from '../site/site.ts'
import type {FeedView, LinkView, NavigationView, SiteView} from './common-view.ts'
import {headline} from './headline.ts'
import {createLinks, depthOf, isRooted, type Links} from './links.ts'
import {type Words, words} from './words.ts'

/** What pages of one edition share that lie equally deep, and so have the same links. */
export interface PageFrame {
  readonly links: Links
  readonly words: Words
  /** Address for `href` of a path in this edition. */
  readonly hrefOf: (path: SitePath) => string
  /** The same of a list, made once: there are few, and every page leads to some. */
  readonly hrefOfList: (path: SitePath) => string
  /** A configured text as this edition writes it. */
  readonly local: (text: LocalText | undefined) => string | null
  readonly siteTitle: string
  readonly siteView: SiteView
  readonly home: LinkView
  readonly sections: readonly Section[]
  readonly feeds: readonly FeedView[]
  readonly assets: Readonly<Record<string, string>>
  readonly searchField: string
  /** Undefined while the site's address is not configured. */
  readonly openSearch: string | undefined
}

/** A link of the navigation, with what tells whether a page is there or in it. */
export interface Section {
  readonly path: SitePath
  readonly column: Slug | undefined
  readonly view: NavigationView
}

/** Tells apart the frames of one site. */
export function frameKey(page: Page, config: SiteConfig): string {
  return `${page.edition} ${isRooted(page, config) ? 'root' : depthOf(page)}`
}

/** The frame of a page and of all that have the same key. */
export function createFrame(
  page: Page,
  site: Site,
  assets: ReadonlyMap<string, Permalink>,
): PageFrame {
  const {config} = site
  const {edition} = page
  const links = createLinks(page, config)
  const start: FrameStart = {
    links,
    words: words[edition],
    hrefOf: (path) => links.href(permalinkOf(path, edition, config.editions)),
    local: (text) => text?.[edition] ?? null,
  }
  const {hrefOf, local} = start
  const hasAddress = config.url !== undefined
  return {
    ...start,
    hrefOfList: keepingAnswers(hrefOf),
    siteTitle: local(config.title) ?? '',
    siteView: siteView(site, start),
    home: {title: start.words.home, href: hrefOf(homePath), current: false},
    sections: sectionsOf(site, start),
    feeds: hasAddress ? feedKinds.map(({path, ...feed}) => ({...feed, href: hrefOf(path)})) : [],
    assets: Object.fromEntries([...assets].map(([name, address]) => [name, links.href(address)])),
    searchField: hrefOf(searchPath),
    openSearch: hasAddress ? hrefOf(openSearchPath) : undefined,
  }
}

type FrameStart = Pick<PageFrame, 'links' | 'words' | 'hrefOf' | 'local'>

function siteView(
  {config, corrections}: Site,
  {words: {home, siteCode}, local, hrefOf}: FrameStart,
): SiteView {
  const {title, tagline, notice, owner, footer, filings} = config
  return {
    title: local(title) ?? home,
    nameplate: headline(local(title) ?? home),
    tagline: local(tagline),
    notice: local(notice),
    owner: local(owner),
    home: hrefOf(homePath),
    footer: footer.map((line) => local(line) ?? ''),
    operator: local(filings.operator),
    filings: filingsOf(filings, siteCode),
    missing: hrefOf(missingPath),
    corrections: corrections.length > 0 ? hrefOf(correctionsPath) : null,
  }
}

/**
 * As official sites show them: each number leads to the register in which it stands. The police
 * have had theirs, with this address for one entry, at beian.mps.gov.cn since 2023.
 */
function filingsOf({icp, policeRecord, siteCode}: Filings, label: string): SiteView['filings'] {
  const record = policeRecord?.replace(/\D/g, '')
  const police = `https://beian.mps.gov.cn/#/query/webSearch?code=${record}`
  return [
    ...(icp === undefined ? [] : [{text: icp, href: 'https://beian.miit.gov.cn/'}]),
    ...(policeRecord === undefined ? [] : [{text: policeRecord, href: police}]),
    ...(siteCode === undefined ? [] : [{text: `${label}${siteCode}`, href: null}]),
  ]
}

function sectionsOf(
  {listings, ownTitles}: Site,
  {hrefOf, local, words: {home, allArticles, sources, tags}}: FrameStart,
): readonly Section[] {
  const section = (title: string, path: SitePath, column?: Slug): Section => {
    return {path, column, view: {title, href: hrefOf(path), current: false, holds: false}}
  }
  return [
    section(home, homePath),
    section(allArticles, indexPath),
    ...(listings.get('column') ?? []).map(({key, names}) =>
      section(local(names) ?? key, listingPath('column', key), key),
    ),
    section(sources, termsPath('source')),
    section(tags, termsPath('tag')),
    ...[...ownTitles].map(([name, title]) => section(local(title) ?? name, termsPath(name))),
  ]
}

const feedKinds = [
  {type: 'application/atom+xml', title: 'Atom', path: feedPaths.atom},
  {type: 'application/rss+xml', title: 'RSS', path: feedPaths.rss},
  {type: 'application/feed+json', title: 'JSON Feed', path: feedPaths.json},
] as const
