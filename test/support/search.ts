import {readFileSync} from 'node:fs'
import {runInNewContext} from 'node:vm'
import {digestOf} from '../../src/base/digest.ts'
import type {OutputFile} from '../../src/emit/output.ts'
import type {SearchDocument} from '../../src/emit/search/document.ts'
import {searchFilePath, searchIndexPath} from '../../src/site/permalink.ts'
import {countTerms, listTerms} from '../../src/text/term-list.ts'

/** A part of what is asked: a word or a phrase. */
export interface AskedPart {
  readonly text: string
  readonly phrase: string
  readonly without: boolean
}

/** What the script of the search page makes of an index. */
export interface SearchIndex {
  readonly find: (
    query: string,
    filters?: Readonly<Record<string, string>>,
  ) => Promise<{
    readonly parts: readonly AskedPart[]
    readonly numbers: readonly number[]
    readonly nowhere: readonly AskedPart[]
    readonly known: boolean
  }>
  readonly documentAt: (number: number) => Promise<{readonly date: string; readonly id: string}>
  readonly placesOf: (part: AskedPart, text: string) => readonly (readonly [number, number])[]
  readonly names: (edition: string) => Promise<readonly [string]>
}

/** What an index is made of: folded texts. */
export interface IndexedText extends Pick<SearchDocument, 'id' | 'date' | 'facets'> {
  readonly titles: readonly string[]
  readonly texts: readonly string[]
}

/** A text as the index takes it. */
export function indexedDocument({titles, texts, ...text}: IndexedText): SearchDocument {
  const terms = listTerms(titles, texts)
  const digest = digestOf(JSON.stringify([text, titles, texts]))
  return {...text, digest, count: countTerms(terms), terms: () => terms}
}

const world: {openSearchIndex?: (load: unknown, index: string) => Promise<SearchIndex>} = {}
runInNewContext(readFileSync('lib/templates/assets/search-index.js', 'utf8'), world)

/** Opens an index with the script that readers get, from the files that a build writes. */
export function openIndex(files: readonly OutputFile[]): Promise<SearchIndex> {
  const bodies = new Map<string, OutputFile['body']>(files.map(({path, body}) => [path, body]))
  return openIndexIn(async (path) => bodies.get(path))
}

/** Opens an index of which each file is asked for by its path. */
export async function openIndexIn(
  read: (path: string) => Promise<OutputFile['body'] | undefined>,
): Promise<SearchIndex> {
  const load = async (name: string): Promise<unknown> =>
    takenFrom(await read(name === searchIndexPath ? name : searchFilePath(name)), name)
  const index = await world.openSearchIndex!(load, searchIndexPath)
  return {...index, find: (query, filters = {}) => index.find(query, filters)}
}

/** What a file hands over when a browser runs it. */
function takenFrom(body: OutputFile['body'] | undefined, name: string): unknown {
  if (body === undefined) throw new Error(`the index has no file ${name}`)
  const text = typeof body === 'string' ? body : decode(body)
  const [, values = ''] = /^document\.currentScript\.take\((.*)\)\n?$/s.exec(text) ?? []
  return JSON.parse(`[${values}]`)
}

/** As browsers do: a byte order mark comes before anything that is said of a file. */
function decode(body: Uint8Array): string {
  const isWide = body[0] === 0xff && body[1] === 0xfe
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(body)
}

/** The ids of what is found, best first. */
export async function idsFor(
  index: SearchIndex,
  query: string,
  filters?: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const {numbers} = await index.find(query, filters)
  return Promise.all(numbers.map(async (number) => (await index.documentAt(number)).id))
}
