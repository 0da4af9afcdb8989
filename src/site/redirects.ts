import type {Permalink, RecordId} from '../base/brand.ts'
import {type Diagnostic, report, type Where} from '../base/diagnostic.ts'
import {findNearestName} from '../record/near.ts'
import type {SiteConfig} from './config.ts'
import {type Entry, whereOf} from './entry.ts'
import {deadRedirect, redirectChain} from './ledger-problems.ts'
import {permalinkOf} from './permalink.ts'
import {aliasTaken} from './problems.ts'
import type {RedirectRow} from './redirect-file.ts'
import type {Site} from './site.ts'

/** An announcement in one of its editions. */
export interface EntryTarget {
  readonly entry: Entry
  readonly address: Permalink
}

/** An old address and what it leads to: an announcement, or an address as it was written. */
export interface Redirect {
  readonly from: string
  readonly to: EntryTarget | string
  readonly where: Where
}

/** What the ledger calls the target of a redirect: the id of a record, or the address. */
export function nameOfTarget(to: Redirect['to']): string {
  return typeof to === 'string' ? to : to.entry.article.id
}

/** Path or full address of the target of a redirect, not yet escaped. */
export function addressOfTarget(to: Redirect['to']): string {
  return typeof to === 'string' ? to : to.address
}

/**
 * Every redirect of the site: the `aliases` of announcements and the lines of `redirects.csv`. An old
 * address that has the form of our own, as a moved announcement has, leads on in every edition.
 */
export function collectRedirects(
  published: readonly Entry[],
  rows: readonly RedirectRow[],
  config: SiteConfig,
): readonly Redirect[] {
  const byId = new Map(published.map((entry) => [entry.article.id, entry]))
  const aliases = published.flatMap((entry) =>
    [...new Set(entry.article.aliases)].flatMap((alias) => {
      const where = whereOf(entry.article, 'aliases', entry.article.aliases.indexOf(alias))
      return toEntry(alias, entry, where, config)
    }),
  )
  const listed = rows.flatMap(({from, to, where}) => {
    const entry = byId.get(to.normalize('NFC') as RecordId)
    return entry ? toEntry(from, entry, where, config) : [{from, to, where}]
  })
  return [...aliases, ...listed]
}

const ownForm = /^\/(\d{4}\/\d{2}\/[^/?#]+\/)$/

function toEntry(
  from: string,
  entry: Entry,
  where: Where,
  {editions}: SiteConfig,
): readonly Redirect[] {
  const path = ownForm.exec(from)?.[1]
  const wanted = path === undefined ? editions.slice(0, 1) : editions
  return wanted.map((edition) => ({
    from: path === undefined ? from : permalinkOf(path, edition, editions),
    to: {entry, address: permalinkOf(entry.path, edition, editions)},
    where,
  }))
}

/** Old addresses that are claimed twice, or that an announcement has. */
export function findTakenAddresses({redirects, entries, withdrawn, config}: Site) {
  if (redirects.length === 0) return []
  const owners = new Map<string, string>(
    [...entries, ...withdrawn].flatMap(({path, article}) =>
      config.editions.map((edition) => [
        permalinkOf(path, edition, config.editions),
        `content/${article.file}`,
      ]),
    ),
  )
  const told = new Set<Where>()
  return redirects.flatMap(({from, where}): readonly Diagnostic[] => {
    const owner = owners.get(from)
    owners.set(from, owner ?? where.file ?? '')
    if (owner === undefined || told.has(where)) return []
    told.add(where)
    return [report(aliasTaken, where, {alias: from, by: owner, isOwn: owner === where.file})]
  })
}

/**
 * Redirects that lead to themselves, to another redirect, or to nothing. `exists` says whether there
 * is a page or a file at an address of the site.
 */
export function findBadRedirects(
  {redirects, byId}: Site,
  exists: (address: string) => boolean,
): readonly Diagnostic[] {
  const sources = new Set(redirects.map(({from}) => from))
  return redirects.flatMap(({from, to, where}) => {
    if (typeof to !== 'string' || /^https?:\/\/[^\s/]/i.test(to)) return []
    if (sources.has(to)) return [report(redirectChain, where, {from, to})]
    const [path = ''] = to.split(/[?#]/)
    if (to.startsWith('/') && exists(path)) return []
    const near = to.startsWith('/') ? undefined : findNearestName(to, byId.keys())
    return [report(deadRedirect, where, {to, near})]
  })
}
