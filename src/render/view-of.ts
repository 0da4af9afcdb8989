import {yearOf} from '../base/day.ts'
import type {Entry} from '../site/entry.ts'
import {isOwnListing, type TaxonomyName} from '../site/listing-names.ts'
import type {Group} from '../site/listings.ts'
import {
  homePath,
  indexPath,
  listingPagePath,
  notFoundPath,
  permalinkOf,
  termsPath,
  yearDataPath,
} from '../site/permalink.ts'
import {pickOld} from '../site/picks.ts'
import type {Page} from '../site/plan.ts'
import {articleView} from './article-view.ts'
import {monthBars, trendOf, yearBars, yearId} from './chart.ts'
import {correctionsView} from './corrections-view.ts'
import {dayView, monthOfYearText, yearText} from './day-text.ts'
import {countedTermView, entryView, groupPath, groupTitle} from './entry-view.ts'
import {missingView} from './missing-view.ts'
import {type PageContext, pageContext, type ViewContext} from './page-context.ts'
import {searchView} from './search-view.ts'
import {sharedView} from './shared-view.ts'
import {versionView} from './version-view.ts'
import type {
  BarView,
  HomeView,
  ListingView,
  PagerView,
  TermsView,
  TermView,
  View,
  YearView,
} from './view.ts'

const leadMax = 3
const latestMax = 8
const fromArchiveMax = 3
const columnEntriesMax = 4

type ListingPage = Page & {kind: 'listing'}

/** What the template of a page may see. */
export function viewOf(page: Page, viewContext: ViewContext): View {
  const context = pageContext(page, viewContext)
  const {words} = context
  switch (page.kind) {
    case 'home':
      return homeView(context)
    case 'article':
      return articleView(page, context)
    case 'version':
      return versionView(page, context)
    case 'listing':
      return listingView(page, context)
    case 'terms':
      return termsView(page, context)
    case 'missing':
      return missingView(context)
    case 'corrections':
      return correctionsView(context)
    case 'search':
      return searchView(context)
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
  const recent = entries.slice(0, leadMax + latestMax)
  const old = pickOld(entries.slice(recent.length), recent, fromArchiveMax)
  const [newest, oldest] = [entries[0], entries.at(-1)]
  return {
    ...sharedView(context, '', description, [{title: '', path: homePath}]),
    lead: recent.slice(0, leadMax).map((entry) => entryView(entry, context)),
    latest: recent.slice(leadMax).map((entry) => entryView(entry, context)),
    fromArchive: old.map((entry) => entryView(entry, context)),
    total: entries.length,
    span:
      newest && oldest
        ? {oldest: dayView(oldest.article.date), newest: dayView(newest.article.date)}
        : null,
    index: hrefOf(indexPath),
    columnIndex: hrefOf(termsPath('column')),
    columns: (listings.get('column') ?? []).map((group) => ({
      ...countedTermView(group, context),
      entries: group.entries.slice(0, columnEntriesMax).map((entry) => entryView(entry, context)),
    })),
    years: (listings.get('index') ?? []).flatMap((all) => yearBars(all, new Set(), context)),
  }
}

function listingView(page: ListingPage, context: PageContext): ListingView {
  const {group} = page
  const title = groupTitle(group, context)
  const trail = [...parentsOf(group, context), {title, path: page.path}]
  return {
    ...sharedView(context, title, context.local(group.description) ?? title, trail),
    listing: {
      title,
      count: group.entries.length,
      description: context.local(group.description),
      bars: barsOf(page, context),
      ...siblingsOf(group, context),
      data: dataOf(group, context),
    },
    years: yearViews(page, context),
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
    default:
      return [{title: taxonomyTitle(group.listing, context), path: termsPath(group.listing)}]
  }
}

function barsOf(page: ListingPage, context: PageContext): readonly BarView[] {
  const {group, entries, pager} = page
  if (group.listing === 'month') return []
  if (group.listing === 'year') return monthBars(group, context)
  const shown = pager.last === 0 ? [] : entries.map(({article}) => yearOf(article.date))
  const bars = yearBars(group, new Set(shown), context)
  return bars.length > 1 ? bars : []
}

/** The file with a year's announcements stands in the first edition, for all of them. */
function dataOf({listing, key}: Group, {links, site}: PageContext): string | null {
  const {editions} = site.config
  return listing === 'year'
    ? links.href(permalinkOf(yearDataPath(key), editions[0]!, editions))
    : null
}

/** The next newer and the next older year or month that is listed. */
function siblingsOf(group: Group, context: PageContext) {
  const isOfTime = group.listing === 'year' || group.listing === 'month'
  const all = isOfTime ? (context.site.listings.get(group.listing) ?? []) : []
  const place = all.indexOf(group)
  const view = (other: Group | undefined): TermView | null =>
    other ? {title: groupTitle(other, context), href: context.hrefOf(groupPath(other))} : null
  return {newer: view(all[place - 1]), older: view(all[place + 1])}
}

function yearViews({group, entries}: ListingPage, context: PageContext): readonly YearView[] {
  const counts = new Map(group.years.map(({year, count}) => [year, count]))
  const isOfTime = group.listing === 'year' || group.listing === 'month'
  return groupBy(entries, ({article}) => yearOf(article.date)).map(([year, inYear]) => ({
    id: yearId(year),
    title: isOfTime ? null : yearText(year),
    count: counts.get(year) ?? 0,
    months: groupBy(inYear, ({article}) => article.date.slice(0, 7)).map(([month, inMonth]) => ({
      id: `m${month}`,
      title: group.listing === 'month' ? null : titleOfMonth(month, context),
      entries: inMonth.map((entry) => {
        const view = entryView(entry, context)
        // The list of a column need not name it again in every line.
        return group.listing === 'column' ? {...view, column: null} : view
      }),
    })),
  }))
}

/** `5月` of `2023-05`; of a year alone, that nobody knows the month. */
function titleOfMonth(month: string, {words}: PageContext): string {
  return month.length > 4 ? monthOfYearText(month) : words.monthUnknown
}

function groupBy(entries: readonly Entry[], keyOf: (entry: Entry) => string) {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const found = groups.get(keyOf(entry))
    if (found) found.push(entry)
    else groups.set(keyOf(entry), [entry])
  }
  return [...groups]
}

function pagerView(page: ListingPage, context: PageContext): PagerView {
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

function taxonomyTitle(taxonomy: TaxonomyName, {words, site, local}: PageContext): string {
  if (isOwnListing(taxonomy)) return local(site.ownTitles.get(taxonomy)) ?? taxonomy
  const titles = {column: words.columns, tag: words.tags, source: words.sources}
  return titles[taxonomy]
}

function termsView(page: Page & {kind: 'terms'}, context: PageContext): TermsView {
  const title = taxonomyTitle(page.taxonomy, context)
  return {
    ...sharedView(context, title, title, [{title, path: page.path}]),
    title,
    terms: page.groups.map((group) => ({
      ...countedTermView(group, context),
      description: context.local(group.description),
      trend: page.taxonomy === 'column' ? trendOf(group, context) : null,
    })),
  }
}
