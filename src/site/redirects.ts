import type {Permalink, RecordId} from '../base/brand.ts'
import {type Diagnostic, report, type Where} from '../base/diagnostic.ts'
import {findNearestName} from '../record/near.ts'
import type {SiteConfig} from './config.ts'
import {type Entry, whereOf} from './entry.ts'
import type {LedgerLine} from './ledger-file.ts'
import {deadRedirect, redirectChain} from './ledger-problems.ts'
import {homePath, permalinkOf, readArticlePath, versionPath} from './permalink.ts'
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

/** What redirects are made from besides the announcements. */
interface RedirectSources {
  readonly config: SiteConfig
  /** Old addresses that the site lists. */
  readonly redirects: readonly RedirectRow[]
  readonly ledger: readonly LedgerLine[]
}

/**
 * Every redirect of the site: the `aliases` of announcements and the lines of `redirects.csv`. An old
 * address that has the form of our own, as a moved announcement has, leads on in every edition, and
 * with it the published ones of its earlier versions. Those of a withdrawn announcement lead to the
 * page that says so.
 */
export function collectRedirects(
  published: readonly Entry[],
  {byId, versions}: Pick<Site, 'byId' | 'versions'>,
  sources: RedirectSources,
): readonly Redirect[] {
  const {config, redirects: rows, ledger} = sources
  const known = new Set(versions.size === 0 ? [] : ledger.map(({address}) => address))
  const lead = (from: string, entry: Entry, where: Where): readonly Redirect[] => [
    ...toEntry(from, entry, where, config),
    ...withVersions(from, entry, versions.get(entry.article.id) ?? [], where, config).filter(
      (redirect) => known.has(redirect.from as Permalink),
    ),
  ]
  const moved = published.filter(({article}) => article.aliases.length > 0)
  const aliases = moved.flatMap((entry) =>
    [...new Set(entry.article.aliases)].flatMap((alias) =>
      lead(alias, entry, whereOf(entry.article, 'aliases', entry.article.aliases.indexOf(alias))),
    ),
  )
  const listed = rows.flatMap(({from, to, where}) => {
    const entry = byId.get(to.normalize('NFC') as RecordId)
    return entry ? lead(from, entry, where) : [{from, to, where}]
  })
  const stated = [...aliases, ...listed]
  if (!published.some(({article}) => article.withdrawn)) return stated
  const taken = new Set(stated.map(({from}) => from))
  return [...stated, ...ofWithdrawn(byId, sources).filter(({from}) => !taken.has(from))]
}

function toEntry(
  from: string,
  entry: Entry,
  where: Where,
  {editions}: SiteConfig,
): readonly Redirect[] {
  const path = from.slice(1)
  const isOwn = readArticlePath(path) !== undefined
  const wanted = isOwn ? editions : editions.slice(0, 1)
  return wanted.map((edition) => ({
    from: isOwn ? permalinkOf(path, edition, editions) : from,
    to: {entry, address: permalinkOf(entry.path, edition, editions)},
    where,
  }))
}

/** The addresses that the earlier versions of an announcement had where it stood before. */
function withVersions(
  from: string,
  entry: Entry,
  versions: readonly Entry[],
  where: Where,
  {editions}: SiteConfig,
): readonly Redirect[] {
  const old = readArticlePath(from.slice(1))
  if (!old || old.day !== undefined) return []
  return versions.flatMap(({article: {version}, path}) =>
    editions.map((edition) => ({
      from: permalinkOf(versionPath(old.article, version!), edition, editions),
      to: {entry, address: permalinkOf(path, edition, editions)},
      where,
    })),
  )
}

/** The published addresses of earlier versions of what is withdrawn, wherever they stood. */
function ofWithdrawn(
  byId: ReadonlyMap<RecordId, Entry>,
  {ledger, config: {editions}}: RedirectSources,
): readonly Redirect[] {
  return ledger.flatMap(({address, record, edition, state}) => {
    const entry = byId.get(record)
    if (!entry?.article.withdrawn || state === 'retired' || !editions.includes(edition)) return []
    const path = address.slice(permalinkOf(homePath, edition, editions).length)
    if (readArticlePath(path)?.day === undefined) return []
    const to = {entry, address: permalinkOf(entry.path, edition, editions)}
    return [{from: address, to, where: whereOf(entry.article, 'withdrawn')}]
  })
}

/** Old addresses that are claimed twice, or that an announcement has. */
export function findTakenAddresses({redirects, entries, versions, withdrawn, config}: Site) {
  if (redirects.length === 0) return []
  const owners = new Map<string, string>(
    [...entries, ...[...versions.values()].flat(), ...withdrawn].flatMap(({path, article}) =>
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
