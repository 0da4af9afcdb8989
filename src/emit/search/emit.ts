import type {OutputPath} from '../../base/brand.ts'
import {yearOf} from '../../base/day.ts'
import {digestOf} from '../../base/digest.ts'
import {searchFilePath, searchIndexPath} from '../../site/permalink.ts'
import type {Site} from '../../site/site.ts'
import {foldTable} from '../../text/fold.ts'
import type {Emitter, OutputFile} from '../output.ts'
import {type SearchDocument, searchDocumentOf} from './document.ts'
import {nameList} from './names.ts'
import {scriptFile} from './script-file.ts'
import {documentsInBlock, Tier, type TierFacts} from './tier.ts'

/** The search index: one for all editions, in files that the search page loads as it needs them. */
export const emitSearch: Emitter = (site) => {
  const {entries, config} = site
  const documents = function* () {
    for (const entry of entries.toReversed()) yield searchDocumentOf(entry, config)
  }
  const newest = entries[0]
  const current = newest ? yearOf(newest.article.date) : ''
  return {value: indexFiles(documents(), current, sharedFiles(site)), diagnostics: []}
}

/**
 * The files of an index over documents that come oldest first, one at a time. What is older than
 * the current year is a tier of its own, which new announcements leave as it is.
 */
export function* indexFiles(
  documents: Iterable<SearchDocument>,
  currentYear: string,
  shared: SharedFiles,
): Generator<OutputFile> {
  const tiers: TierFacts[] = []
  const years = new Map<string, [first: number, end: number]>()
  let tier = new Tier(0)
  let number = 0
  for (const document of documents) {
    const year = yearOf(document.date)
    if (year === currentYear && number > 0 && !years.has(year)) {
      yield* close(tier, tiers)
      tier = new Tier(number)
    }
    tier.add(document)
    years.set(year, [years.get(year)?.[0] ?? number, ++number])
  }
  if (number > 0) yield* close(tier, tiers)
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

function* close(tier: Tier, tiers: TierFacts[]): Generator<OutputFile> {
  const facts = tier.facts()
  tiers.push(facts)
  yield* tier.files(facts)
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

/** Two texts of as many characters: what is folded, and what each of them becomes. */
function foldFile(): Uint8Array {
  const table = [...foldTable()]
  return scriptFile([table.map(([from]) => from).join(''), table.map(([, to]) => to).join('')])
}
