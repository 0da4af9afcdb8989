import type {Filings} from '../site/config.ts'
import {keysOf} from '../site/listings.ts'
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
import type {
  AlternateView,
  FeedView,
  LinkView,
  NavigationView,
  SharedView,
  SiteView,
} from './common-view.ts'
import {headline} from './headline.ts'
import {addressOf} from './links.ts'
import {metadataView} from './metadata.ts'
import type {PageContext} from './page-context.ts'
import {words} from './words.ts'

/** An article needs the first alone, so that what most readers come for is light. */
function styleSheetsOf({page, links, assets}: PageContext): readonly string[] {
  const names = page.kind === 'article' ? ['style.css'] : ['style.css', 'lists.css']
  return names.flatMap((name) => {
    const address = assets.get(name)
    return address === undefined ? [] : links.href(address)
  })
}

/**
 * What is on every page. `trail` leads from the home page to this one; an announcement, whose title
 * stands right under it, is not on it.
 */
export function sharedView(
  context: PageContext,
  title: string,
  description: string,
  trail: readonly {readonly title: string; readonly path: SitePath}[],
): SharedView {
  const {page, edition, site, links, hrefOf, assets} = context
  const siteTitle = context.local(site.config.title) ?? ''
  const home = {title: context.words.home, href: hrefOf(homePath), current: page.kind === 'home'}
  const steps = trail.map(({title: name, path}): LinkView => {
    const current = path === page.path
    return {title: name, href: current ? null : hrefOf(path), current}
  })
  return {
    lang: edition,
    kind: page.kind,
    words: context.words,
    site: siteView(context),
    documentTitle: page.kind === 'home' ? siteTitle : `${title} – ${siteTitle}`,
    description,
    canonical: page.kind === 'not-found' ? null : links.absolute(addressOf(page, site.config)),
    alternates: alternatesOf(context),
    navigation: navigationOf(context, home),
    breadcrumb: page.kind === 'home' ? [] : [home, ...steps],
    feeds: feedsOf(context),
    styleSheets: styleSheetsOf(context),
    assets: Object.fromEntries([...assets].map(([name, address]) => [name, links.href(address)])),
    metadata: metadataOf(context, title || siteTitle, description, trail),
    searchField: page.kind === 'search' ? null : hrefOf(searchPath),
    openSearch:
      site.config.url === undefined || page.kind === 'article' ? null : hrefOf(openSearchPath),
  }
}

function metadataOf(
  context: PageContext,
  title: string,
  description: string,
  trail: Parameters<typeof sharedView>[3],
) {
  const {
    page,
    site,
    links,
    words: {home},
  } = context
  const absolute = (path: SitePath): string | null =>
    links.absolute(permalinkOf(path, context.edition, site.config.editions))
  const steps = page.kind === 'home' ? [] : [{title: home, path: homePath}, ...trail]
  const canonical = page.kind === 'not-found' ? null : absolute(page.path)
  return metadataView(
    {
      ...{title, description, canonical},
      trail: steps.map((step) => ({title: step.title, href: absolute(step.path)})),
    },
    context,
  )
}

function siteView({site, words: {home, siteCode}, local, hrefOf}: PageContext): SiteView {
  const {title, tagline, notice, owner, footer, filings} = site.config
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
    corrections: site.corrections.length > 0 ? hrefOf(correctionsPath) : null,
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

function alternatesOf({page, edition, site, links}: PageContext): readonly AlternateView[] {
  const {editions} = site.config
  return editions.map((tag) => {
    const address = permalinkOf(page.path, tag, editions)
    return {
      lang: tag,
      name: words[tag].edition,
      href: links.href(address),
      absolute: page.kind === 'not-found' ? null : links.absolute(address),
      current: tag === edition,
    }
  })
}

function navigationOf(context: PageContext, home: LinkView): readonly NavigationView[] {
  const {page, site, hrefOf, local} = context
  const own =
    page.kind === 'article' && !page.entry.article.withdrawn
      ? keysOf('column', page.entry, site.config)[0]
      : undefined
  const link = (title: string, path: SitePath, holds = false): NavigationView => ({
    title,
    href: hrefOf(path),
    current: page.path === path,
    holds,
  })
  const columns = (site.listings.get('column') ?? []).map(({key, names}) =>
    link(local(names) ?? key, listingPath('column', key), key === own?.key),
  )
  return [
    {...home, holds: false},
    link(context.words.allArticles, indexPath),
    ...columns,
    link(context.words.sources, termsPath('source')),
    link(context.words.tags, termsPath('tag')),
    ...[...site.ownTitles].map(([name, title]) => link(local(title) ?? name, termsPath(name))),
  ]
}

const feedKinds = [
  {type: 'application/atom+xml', title: 'Atom', path: feedPaths.atom},
  {type: 'application/rss+xml', title: 'RSS', path: feedPaths.rss},
  {type: 'application/feed+json', title: 'JSON Feed', path: feedPaths.json},
] as const

function feedsOf({hrefOf, site}: PageContext): readonly FeedView[] {
  if (site.config.url === undefined) return []
  return feedKinds.map(({type, title, path}) => ({type, title, href: hrefOf(path)}))
}
