import {homePath, permalinkOf, type SitePath} from '../site/permalink.ts'
import type {ArticleFacts} from './article-facts.ts'
import type {AlternateView, LinkView, NavigationView, SharedView} from './common-view.ts'
import {addressOf} from './links.ts'
import {metadataView} from './metadata.ts'
import type {PageContext} from './page-context.ts'
import {words} from './words.ts'

/** The pages that lead to one. */
type Trail = readonly {readonly title: string; readonly path: SitePath}[]

/**
 * What is on every page. `trail` leads from the home page to this one; an announcement, whose title
 * stands right under it, is not on it. `facts` are those of an announcement.
 */
export function sharedView(
  context: PageContext,
  title: string,
  description: string,
  trail: Trail,
  facts?: ArticleFacts,
): SharedView {
  const {page, edition, site, links, siteTitle} = context
  const canonical = page.kind === 'not-found' ? null : links.absolute(addressOf(page, site.config))
  return {
    lang: edition,
    kind: page.kind,
    words: context.words,
    site: context.siteView,
    documentTitle: page.kind === 'home' ? siteTitle : `${title} – ${siteTitle}`,
    description,
    canonical,
    alternates: alternatesOf(context),
    navigation: navigationOf(context),
    breadcrumb: breadcrumbOf(context, trail),
    feeds: context.feeds,
    styleSheets: styleSheetsOf(context),
    assets: context.assets,
    metadata: metadataView(
      {
        title: title || siteTitle,
        description,
        canonical,
        trail: stepsTo(trail, context),
        article: facts,
      },
      context,
    ),
    searchField: page.kind === 'search' ? null : context.searchField,
    openSearch: isOfArticle(page) ? null : (context.openSearch ?? null),
  }
}

/** The steps from the home page along a trail, with full addresses. */
function stepsTo(trail: Trail, {page, site, links, edition, words: {home}}: PageContext) {
  const steps = page.kind === 'home' ? [] : [{title: home, path: homePath}, ...trail]
  return steps.map(({title, path}) => ({
    title,
    href: links.absolute(permalinkOf(path, edition, site.config.editions)),
  }))
}

function breadcrumbOf({page, home, hrefOf}: PageContext, trail: Trail): readonly LinkView[] {
  if (page.kind === 'home') return []
  const steps = trail.map(({title, path}): LinkView => {
    const current = path === page.path
    return {title, href: current ? null : hrefOf(path), current}
  })
  return [home, ...steps]
}

/** An article needs the first alone, so that what most readers come for is light. */
function styleSheetsOf({page, assets}: PageContext): readonly string[] {
  const others: Partial<Record<typeof page.kind, string>> = {version: 'version.css'}
  const own = page.kind === 'article' ? [] : [others[page.kind] ?? 'lists.css']
  return ['style.css', ...own].flatMap((name) => assets[name] ?? [])
}

/** Whether a page is one announcement, as it is now or as it was. */
function isOfArticle({kind}: PageContext['page']): boolean {
  return kind === 'article' || kind === 'version'
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

function navigationOf({page, sections}: PageContext): readonly NavigationView[] {
  const isListed = page.kind === 'article' && !page.entry.article.withdrawn
  const [column] = isListed ? page.entry.keys.column : []
  return sections.map((section) => {
    const current = section.path === page.path
    const holds = column !== undefined && section.column === column.key
    return current || holds ? {...section.view, current, holds} : section.view
  })
}
