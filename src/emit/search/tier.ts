import type {OutputPath} from '../../base/brand.ts'
import {digestOfList} from '../../base/digest.ts'
import {searchFilePath} from '../../site/permalink.ts'
import type {OutputFile} from '../output.ts'
import type {SearchDocument} from './document.ts'
import {Postings} from './postings.ts'
import {plainScriptFile} from './script-file.ts'
import {countShards, writeShards} from './shards.ts'

/** What the client must know of a tier. Its files lie in the folder `path`. */
export interface TierFacts {
  readonly path: string
  /** The number of its first document in the whole index. */
  readonly first: number
  readonly documents: number
  readonly shards: number
}

/** How many documents stand in one file of the list of documents. */
export const documentsInBlock = 64

// Part of every folder's name: another way of writing makes other files.
const format = 'search 5'

/** The facts of a tier: of a part of the index that is whole in itself. */
export function tierFacts(first: number, documents: readonly SearchDocument[]): TierFacts {
  return {
    path: digestOfList([format, ...documents.map(({digest}) => digest)]).slice(0, 10),
    first,
    documents: documents.length,
    shards: countShards(documents.reduce((sum, {count}) => sum + count, 0)),
  }
}

/** Its files, one after another: the shards of terms, and the documents by blocks, day by day. */
export function* tierFiles(
  {path, shards}: TierFacts,
  documents: readonly SearchDocument[],
): Generator<OutputFile> {
  const file = (name: string, body: Uint8Array): OutputFile => ({
    path: searchFilePath(`${path}/${name}`) as OutputPath,
    body,
    from: 'search',
  })
  const postings = new Postings()
  for (const [number, {terms, facets}] of documents.entries()) {
    const {inTitles, others} = terms()
    postings.add(number, true, inTitles)
    postings.add(number, false, {han: others.han, words: [...others.words, ...facets]})
  }
  for (const {number, body} of writeShards(postings, shards, documents.length)) {
    yield file(`${number}.js`, body)
  }
  for (const [index, block] of blocksOf(documents).entries()) {
    yield file(`documents-${index}.js`, plainScriptFile([block]))
  }
}

/** A line for each day: the day, and the ids of its documents. */
function blocksOf(documents: readonly SearchDocument[]): readonly string[] {
  const blocks: string[] = []
  for (let start = 0; start < documents.length; start += documentsInBlock) {
    let [text, day] = ['', '']
    for (const {id, date} of documents.slice(start, start + documentsInBlock)) {
      text += `${date === day ? '' : `\n${date}`} ${id}`
      day = date
    }
    blocks.push(text.slice(1))
  }
  return blocks
}
