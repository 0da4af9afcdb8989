import {encodePath} from '../render/links.ts'
import {permalinkOf} from '../site/permalink.ts'
import {addressOfTarget} from '../site/redirects.ts'
import type {Site} from '../site/site.ts'

/** What a server is to do at one path, whatever its own language is. */
export interface ServerRule {
  /** As a server compares it: from the top of the host, decoded. */
  readonly path: string
  /** Redirects by parts of the query, longest first, each `a=1`; a rule with none takes all others. */
  readonly redirects: readonly QueryRedirect[]
}

export interface QueryRedirect {
  readonly query: readonly string[]
  /** Escaped, as it stands in the header `Location`. */
  readonly to: string
}

/** What a server answers from the site's redirects and from what is gone. */
export interface ServerRules {
  readonly redirects: readonly ServerRule[]
  /** Paths of pages about withdrawn announcements, to be sent as gone (HTTP 410). */
  readonly withdrawn: readonly string[]
  /** Paths that were given up, where nothing is (HTTP 410). */
  readonly retired: readonly string[]
}

/**
 * The rules of a site. An old address that is not UTF-8 after decoding (some systems wrote GBK) can
 * be written in no configuration and is left out.
 */
export function serverRulesOf(site: Site): ServerRules {
  const {config, redirects, withdrawn, entries, ledger} = site
  const base = config.url ? new URL(config.url).pathname.replace(/\/$/, '') : ''
  const byPath = new Map<string, QueryRedirect[]>()
  for (const {from, to} of redirects) {
    const [, path = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(from) ?? []
    const decoded = decodePath(path)
    if (decoded === undefined) continue
    const rule = byPath.get(base + decoded) ?? []
    const target = addressOfTarget(to)
    rule.push({query: query.split('&').filter(Boolean), to: toLocation(target, base)})
    byPath.set(base + decoded, rule)
  }
  const addressesOf = (list: Site['entries']) =>
    list.flatMap(({path}) =>
      config.editions.map((tag) => base + permalinkOf(path, tag, config.editions)),
    )
  const taken = new Set([...addressesOf([...entries, ...withdrawn]), ...byPath.keys()])
  return {
    redirects: [...byPath].map(([path, rules]) => ({
      path,
      redirects: rules.toSorted((left, right) => right.query.length - left.query.length),
    })),
    withdrawn: addressesOf(withdrawn),
    retired: ledger
      .filter(({state, address}) => state === 'retired' && !taken.has(base + address))
      .map(({address}) => base + address),
  }
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function toLocation(target: string, base: string): string {
  if (/^https?:/i.test(target)) return new URL(target).href
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(target) ?? []
  return base + encodePath(decodePath(path) ?? path) + encodeURI(rest).replace(/%25/g, '%')
}

/** A regular expression for just this text, with no sign that a configuration takes for its own. */
export function exactly(text: string): string {
  return text.replace(/[\0-\x7f]/g, (sign) =>
    /[\w/-]/.test(sign) ? sign : `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

/** A regular expression for queries that have these parts in this order, among others or alone. */
export function queryPattern(query: readonly string[]): string {
  return `(?:^|&)${query.map(exactly).join('(?:&.*)?&')}(?:&|$)`
}
