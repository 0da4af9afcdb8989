import type {Permalink, RecordId} from '../base/brand.ts'
import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {type EditionTag, editionTags} from '../base/script.ts'
import type {Entry} from './entry.ts'
import type {LedgerLine} from './ledger-file.ts'
import {addressGivenAway, addressLost, editionMoved, versionLost} from './ledger-problems.ts'
import {homePath, permalinkOf} from './permalink.ts'
import {nameOfTarget} from './redirects.ts'
import type {Site} from './site.ts'
import {ledgerFile} from './site-files.ts'

/**
 * The ledger after this site is published, and what it would break. Every address of every
 * announcement, in each edition, is a promise: it shows its record, or leads on, or says that the
 * record was withdrawn, or was given up with a reason. Pages of lists are none, since what stands
 * on them follows from the records; files go with the announcement that names them.
 */
export function updateLedger(site: Site): Checked<readonly LedgerLine[]> {
  const current = currentLines(site)
  const moved = findMovedEditions(site)
  const kept: LedgerLine[] = []
  const diagnostics: Diagnostic[] = [...moved.values()]
  const redirects = new Map(site.redirects.map((redirect) => [redirect.from, redirect]))
  const missing: LedgerLine[] = []
  for (const line of site.ledger) {
    const now = current.get(line.address)
    const redirect = redirects.get(line.address)
    kept.push(now ?? (redirect ? redirected(line, nameOfTarget(redirect.to)) : line))
    if (moved.has(line.edition)) continue
    if (now) {
      if (now.record !== line.record) diagnostics.push(givenAway(line, now.record, site))
    } else if (!redirect && line.state !== 'retired') missing.push(line)
  }
  diagnostics.push(...tellLost(missing, site))
  const known = new Set(site.ledger.map(({address}) => address))
  const added = [...current.values()].filter(({address}) => !known.has(address))
  return {value: [...kept, ...added], diagnostics}
}

/**
 * Gives up an address, or all below one that ends with `/`, of what is no longer published. The
 * address of a record in the first edition stands for those it has in every edition, as in `aliases`.
 */
export function retireAddresses(
  site: Site,
  address: string,
  reason: string,
): {readonly lines: readonly LedgerLine[]; readonly retired: number} {
  const current = currentLines(site)
  const exact = site.ledger.find((line) => line.address === address)
  let retired = 0
  const lines = site.ledger.map((line): LedgerLine => {
    const named = exact ? isInAnyEdition(line, exact) : isBelow(line.address, address)
    if (!named || current.has(line.address)) return line
    retired++
    const {record, edition} = line
    return {address: line.address, record, edition, state: 'retired', reason}
  })
  return {lines, retired}
}

function isInAnyEdition({address, record, edition}: LedgerLine, first: LedgerLine): boolean {
  if (address === first.address) return true
  return record === first.record && address === `/${edition.toLowerCase()}${first.address}`
}

function isBelow(address: string, folder: string): boolean {
  return folder.endsWith('/') && address.startsWith(folder)
}

function redirected({address, record, edition}: LedgerLine, to: string): LedgerLine {
  return {address, record, edition, state: 'redirect', to}
}

function currentLines({
  config,
  entries,
  versions,
  withdrawn,
}: Site): ReadonlyMap<Permalink, LedgerLine> {
  const linesOf = ({article, path}: Entry, state: 'live' | 'tombstone') =>
    config.editions.map((edition): [Permalink, LedgerLine] => {
      const address = permalinkOf(path, edition, config.editions)
      return [address, {address, record: article.id, edition, state}]
    })
  return new Map([
    ...entries.flatMap((entry) => linesOf(entry, 'live')),
    ...[...versions.values()].flat().flatMap((version) => linesOf(version, 'live')),
    ...withdrawn.flatMap((entry) => linesOf(entry, 'tombstone')),
  ])
}

function givenAway(line: LedgerLine, by: RecordId, {byId}: Site): Diagnostic {
  const file = byId.get(by)?.article.file
  const where = file === undefined ? {file: ledgerFile} : {file: `content/${file}`}
  return report(addressGivenAway, where, {address: line.address, record: line.record, by})
}

/** What is told of lost addresses: with an announcement's own, nothing of its earlier versions. */
function tellLost(missing: readonly LedgerLine[], site: Site): readonly Diagnostic[] {
  const addresses = new Set<string>(missing.map(({address}) => address))
  return missing.flatMap((line) => {
    const [, above = ''] = /^(.*\/)[^/]*\/$/.exec(line.address) ?? []
    return addresses.has(above) ? [] : [lost(line, above, site)]
  })
}

function lost(
  {address, record, edition}: LedgerLine,
  above: string,
  {byId, config}: Site,
): Diagnostic {
  const entry = byId.get(record)
  if (entry && permalinkOf(entry.path, edition, config.editions) === above) {
    const file = `content/${entry.article.file}`
    return report(versionLost, {file}, {address, file})
  }
  const now = entry && {
    file: `content/${entry.article.file}`,
    address: permalinkOf(entry.path, edition, config.editions),
  }
  const prefix = `/${edition.toLowerCase()}/`
  const inFirst = address.startsWith(prefix) ? address.slice(prefix.length - 1) : address
  return report(addressLost, {file: now?.file ?? ledgerFile}, {address, inFirst, record, now})
}

/**
 * Editions that do not stand where the ledger has them, each told once and not for every address: an
 * edition taken out of the settings, or another put first.
 */
function findMovedEditions({config, ledger}: Site): ReadonlyMap<EditionTag, Diagnostic> {
  const moved = new Map<EditionTag, Diagnostic>()
  for (const edition of editionTags) {
    const lines = ledger.filter(
      (line) => line.edition === edition && (line.state === 'live' || line.state === 'tombstone'),
    )
    const [first] = lines
    if (!first || isInEdition(first.address, edition, config.editions)) continue
    const where = {file: 'dibao.yml', field: 'editions'}
    moved.set(edition, report(editionMoved, where, {edition, count: lines.length}))
  }
  return moved
}

function isInEdition(
  address: Permalink,
  edition: EditionTag,
  editions: readonly EditionTag[],
): boolean {
  const others = editionTags.filter((tag) => address.startsWith(`/${tag.toLowerCase()}/`))
  if (!editions.includes(edition)) return false
  return permalinkOf(homePath, edition, editions) === '/'
    ? others.length === 0
    : others.includes(edition)
}
