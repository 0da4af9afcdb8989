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
export const emitSearch: Emitter<OutputFile> = (site) => {
  const {entries} = site
  const newest = entries[0]
  const files = function* () {
    const index = new SearchIndex(newest ? yearOf(newest.article.date) : '')
    for (const entry of entries.toReversed()) index.add(searchDocumentOf(entry, site))
    yield* index.files(sharedFiles(site))
  }
  return {value: files(), diagnostics: []}
}

/**
 * An index over documents that come oldest first, one at a time; their texts are not kept. What is
 * older than the current year is a tier of its own, which new announcements leave as it is.
 */
export class SearchIndex {
  readonly #tiers = [new Tier(0)]
  /** By year, the number of its first document and the one behind its last. */
  readonly #years = new Map<string, readonly [first: number, end: number]>()
  readonly #currentYear: string
  #documents = 0

  constructor(currentYear: string) {
    this.#currentYear = currentYear
  }

  /** Takes in the next document. */
  add(document: SearchDocument): void {
    const year = yearOf(document.date)
    const first = this.#years.get(year)?.[0] ?? this.#documents
    const isFirstOfCurrent = year === this.#currentYear && first === this.#documents
    if (isFirstOfCurrent && first > 0) this.#tiers.push(new Tier(first))
    this.#tiers.at(-1)!.add(document)
    this.#years.set(year, [first, ++this.#documents])
  }

  /** All files of the index, to be gone through once: what they are made of goes as they come. */
  *files(shared: SharedFiles): Generator<OutputFile> {
    const tiers: TierFacts[] = []
    for (const tier of this.#documents > 0 ? this.#tiers : []) {
      const facts = tier.facts()
      tiers.push(facts)
      yield* tier.files(facts)
    }
    yield* shared.files
    const years = Object.fromEntries(this.#years)
    const facts = JSON.stringify({tiers, years, block: documentsInBlock, ...shared.names})
    const body = `document.currentScript.take(${facts})\n`
    yield {path: searchIndexPath as OutputPath, body, from: 'search'}
  }
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
