import type {Permalink} from '../base/brand.ts'
import {documentCodes} from '../site/facets.ts'
import type {Group} from '../site/listings.ts'
import {
  articlePattern,
  indexPath,
  permalinkOf,
  searchFilePath,
  searchIndexPath,
  searchPath,
} from '../site/permalink.ts'
import {groupPath, groupTitle} from './entry-view.ts'
import type {PageContext} from './page-context.ts'
import {sharedView} from './shared-view.ts'
import type {FacetView, SearchView} from './view.ts'

/** The search page, with all that its script must know and cannot. */
export function searchView(context: PageContext): SearchView {
  const {words, site, links, edition, hrefOf} = context
  const {editions} = site.config
  const title = words.search
  const others = editions.filter((tag) => tag !== edition)
  const rootHref = (path: string): string => links.href(`/${path}` as Permalink)
  return {
    ...sharedView(context, title, words.searchLabel, [{title, path: searchPath}]),
    title,
    index: rootHref(searchIndexPath),
    file: rootHref(searchFilePath('FILE')),
    articles: [edition, ...others]
      .map((tag) => links.href(permalinkOf(articlePattern, tag, editions)))
      .join(' '),
    years: (site.listings.get('year') ?? []).map((group) => ({
      key: group.key,
      title: groupTitle(group, context),
      href: hrefOf(groupPath(group)),
    })),
    facets: facetsOf(context).filter(({options}) => options.length > 1),
    archive: hrefOf(indexPath),
  }
}

// A list of more is no help to choose from.
const optionsMax = 200

function facetsOf(context: PageContext): readonly FacetView[] {
  const {words, site} = context
  const optionsOf = (groups: readonly Group[] | undefined) =>
    (groups ?? []).slice(0, optionsMax).map((group) => ({
      key: group.key,
      title: groupTitle(group, context),
      count: group.entries.length,
    }))
  const codes = documentCodes(site.entries).slice(0, optionsMax)
  return [
    ...(['column', 'source'] as const).map((name) => ({
      name,
      title: words[name],
      verbatim: false,
      options: optionsOf(site.listings.get(name)),
    })),
    {
      name: 'code',
      title: words.documentCode,
      verbatim: true,
      options: codes.map(({key, code, count}) => ({key, title: code, count})),
    },
  ]
}
