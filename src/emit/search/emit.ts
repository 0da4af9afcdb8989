import type {OutputPath} from '../../base/brand.ts'
import {yearOf} from '../../base/day.ts'
import {compareText} from '../../base/diagnostic.ts'
import {digestOf} from '../../base/digest.ts'
import {searchFilePath, searchIndexPath} from '../../site/permalink.ts'
import type {Site} from '../../site/site.ts'
import {foldTable} from '../../text/fold.ts'
import type {Emitter, OutputFile, OutputGroup} from '../output.ts'
import {BitWriter} from './bits.ts'
import {type SearchDocument, searchDocumentOf} from './document.ts'
import {nameList} from './names.ts'
import {scriptFile} from './script-file.ts'
import {documentsInBlock, type TierFacts, tierFacts, tierFiles} from './tier.ts'

/** The search index: one for all editions, in files that the search page loads as it needs them. */
export const emitSearch: Emitter = (site) => {
  const value = function* () {
    const newest = site.entries[0]
    const currentYear = newest ? yearOf(newest.article.date) : ''
    const documents = site.entries.toReversed().map((entry) => searchDocumentOf(entry, site))
    yield* searchIndexOf(documents, currentYear, sharedFiles(site))
  }
  return {value: value(), diagnostics: []}
}

/**
 * An index over documents that come oldest first. What is older than the current year is a tier of
 * its own, which new announcements leave as it is.
 */
export function* searchIndexOf(
  documents: readonly SearchDocument[],
  currentYear: string,
  shared: SharedFiles,
): Generator<OutputFile | OutputGroup> {
  const years = yearsOf(documents)
  const [first] = years.get(currentYear) ?? [documents.length]
  const tiers: TierFacts[] = []
  for (const [start, end] of [[0, first] as const, [first, documents.length] as const]) {
    const inTier = documents.slice(start, end)
    if (inTier.length === 0) continue
    const facts = tierFacts(start, inTier)
    tiers.push(facts)
    // Its folder is named by what is in it.
    yield {name: `search ${start}`, key: facts.path, files: tierFiles(facts, inTier)}
  }
  yield* shared.files
  const facts = JSON.stringify({
    tiers,
    years: Object.fromEntries(years),
    block: documentsInBlock,
    ...shared.names,
  })
  const body = `document.currentScript.take(${facts})\n`
  yield {path: searchIndexPath as OutputPath, body, from: 'search'}
}

/** By year, the number of its first document and the one behind its last. */
function yearsOf(
  documents: readonly SearchDocument[],
): ReadonlyMap<string, readonly [first: number, end: number]> {
  const years = new Map<string, readonly [number, number]>()
  for (const [number, {date}] of documents.entries()) {
    const year = yearOf(date)
    years.set(year, [years.get(year)?.[0] ?? number, number + 1])
  }
  return years
}

/** Files that no announcement makes, and what the client must know of them. */
export interface SharedFiles {
  readonly files: readonly OutputFile[]
  readonly names: {
    /** The table by which queries are folded. */
    readonly fold: string
    /** By edition, the names that letters may mean. */
    readonly names: Readonly<Record<string, string>>
  }
}

/** The table of folds, and the names of each edition. */
export function sharedFiles(site: Site): SharedFiles {
  const files: OutputFile[] = []
  const add = (kind: string, body: Uint8Array): string => {
    const name = `${kind}.${digestOf(body).slice(0, 10)}.js`
    files.push({path: searchFilePath(name) as OutputPath, body, from: 'search'})
    return name
  }
  const fold = add('fold', foldFile())
  const names = site.config.editions.map((edition) => {
    const body = scriptFile([nameList(site, edition)])
    return [edition, add(`names-${edition.toLowerCase()}`, body)] as const
  })
  return {files, names: {fold, names: Object.fromEntries(names)}}
}

/** How far it is from one character to the next that folds, in code points; and what each becomes. */
function foldFile(): Uint8Array {
  const table = [...foldTable()].toSorted(([one], [other]) => compareText(one, other))
  const gaps = new BitWriter()
  let before = 0
  for (const [from] of table) {
    const point = from.codePointAt(0)!
    gaps.writeNumber(point - before)
    before = point
  }
  return scriptFile([gaps.toText(), table.map(([, target]) => target).join('')])
}
