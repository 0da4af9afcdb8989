import {monthOf, yearOf} from '../base/day.ts'
import type {Entry} from '../site/entry.ts'
import type {Group} from '../site/listings.ts'
import {homePath, indexPath, listingPagePath, notFoundPath, termsPath} from '../site/permalink.ts'
import type {Page} from '../site/plan.ts'
import {articleView} from './article-view.ts'
import {monthText} from './day-text.ts'
import {countedTermView, entryView, groupPath, groupTitle} from './entry-view.ts'
import {type PageContext, pageContext, sharedView, type ViewContext} from './shared-view.ts'
import type {HomeView, ListingView, PagerView, TermsView, View} from './view.ts'

const leadMax = 3
const latestMax = 12
const columnEntriesMax = 5

/** What the template of a page may see. */
export function viewOf(page: Page, viewContext: ViewContext): View {
  const context = pageContext(page, viewContext)
  const {words} = context
  switch (page.kind) {
    case 'home':
      return homeView(context)
    case 'article':
      return articleView(page, context)
    case 'listing':
      return listingView(page, context)
    case 'terms':
      return termsView(page, context)
    case 'not-found': {
      const trail = [{title: words.notFoundTitle, path: notFoundPath}]
      return sharedView(context, words.notFoundTitle, words.notFoundText, trail)
    }
  }
}

function homeView(context: PageContext): HomeView {
  const {site, local, hrefOf} = context
  const {config, entries, listings} = site
  const description = local(config.tagline) ?? local(config.title) ?? ''
  return {
    ...sharedView(context, '', description, [{title: '', path: homePath}]),
    lead: entries.slice(0, leadMax).map((entry) => entryView(entry, context)),
    latest: entries.slice(leadMax, leadMax + latestMax).map((entry) => entryView(entry, context)),
    total: entries.length,
    index: hrefOf(indexPath),
    columns: (listings.get('column') ?? []).map((group) => ({
      ...countedTermView(group, context),
      entries: group.entries.slice(0, columnEntriesMax).map((entry) => entryView(entry, context)),
    })),
    years: (listings.get('year') ?? []).map((group) => countedTermView(group, context)),
  }
}

function listingView(page: Page & {kind: 'listing'}, context: PageContext): ListingView {
  const {group, entries} = page
  const title = groupTitle(group, context)
  const trail = [...parentsOf(group, context), {title, path: page.path}]
  return {
    ...sharedView(context, title, context.local(group.description) ?? title, trail),
    listing: {
      title,
      count: group.entries.length,
      branches: branchesOf(group, context).map((branch) => countedTermView(branch, context)),
    },
    groups: byMonth(entries).map(([month, inMonth]) => ({
      id: `m${month}`,
      title: monthText(month),
      entries: inMonth.map((entry) => entryView(entry, context)),
    })),
    pager: page.pager.last === 0 ? null : pagerView(page, context),
  }
}

/** The pages above a listing: of a month its year, of a term its taxonomy. */
function parentsOf(group: Group, context: PageContext) {
  const {words, site} = context
  switch (group.listing) {
    case 'index':
    case 'year':
      return []
    case 'month': {
      const year = site.listings.get('year')?.find(({key}) => group.key.startsWith(key))
      return year ? [{title: groupTitle(year, context), path: groupPath(year)}] : []
    }
    case 'column':
      return [{title: words.columns, path: termsPath('column')}]
    case 'tag':
      return [{title: words.tags, path: termsPath('tag')}]
    case 'source':
      return [{title: words.sources, path: termsPath('source')}]
  }
}

function branchesOf(group: Group, {site}: PageContext): readonly Group[] {
  if (group.listing === 'index') return site.listings.get('year') ?? []
  if (group.listing !== 'year') return []
  return (site.listings.get('month') ?? []).filter(({key}) => key.startsWith(group.key))
}

function byMonth(entries: readonly Entry[]): readonly (readonly [string, readonly Entry[]])[] {
  const months = new Map<string, Entry[]>()
  for (const entry of entries) {
    const {date} = entry.article
    const month = `${yearOf(date)}-${monthOf(date)}`
    const found = months.get(month)
    if (found) found.push(entry)
    else months.set(month, [entry])
  }
  return [...months]
}

function pagerView(page: Page & {kind: 'listing'}, context: PageContext): PagerView {
  const {number, last, from, to} = page.pager
  const {config} = context.site
  const address = (target: number | undefined): string =>
    context.hrefOf(listingPagePath(groupPath(page.group), target))
  const older = number === undefined ? last : number - 1
  const newer = number === undefined ? null : address(number === last ? undefined : number + 1)
  const total = page.group.entries.length
  const rangeOf = (target: number | undefined): string =>
    target === undefined
      ? `${last * config.perPage + 1}–${total}`
      : `${(target - 1) * config.perPage + 1}–${target * config.perPage}`
  return {
    newer,
    older: older >= 1 ? address(older) : null,
    newest: address(undefined),
    oldest: address(last === 0 ? undefined : 1),
    range: `${from}–${to}`,
    pages: [undefined, ...Array.from({length: last}, (_, index) => last - index)]
      .filter((target) => isNear(target, number, last))
      .map((target) => ({
        title: rangeOf(target),
        href: address(target),
        current: target === number,
      })),
  }
}

const neighboursMax = 3

/** Whether a page's link is shown: the ends, and a few on each side of the page itself. */
function isNear(target: number | undefined, current: number | undefined, last: number): boolean {
  const place = target ?? last + 1
  const here = current ?? last + 1
  return place === 1 || place === last + 1 || Math.abs(place - here) <= neighboursMax
}

function termsView(page: Page & {kind: 'terms'}, context: PageContext): TermsView {
  const {words} = context
  const titles = {column: words.columns, tag: words.tags, source: words.sources}
  const title = titles[page.taxonomy]
  return {
    ...sharedView(context, title, title, [{title, path: page.path}]),
    title,
    terms: page.groups.map((group) => countedTermView(group, context)),
  }
}
