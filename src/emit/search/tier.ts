import type {OutputPath} from '../../base/brand.ts'
import {digestOfList} from '../../base/digest.ts'
import {searchFilePath} from '../../site/permalink.ts'
import {readTerms} from '../../text/search-terms.ts'
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
export const documentsInBlock = 128

// Part of every folder's name: another way of writing makes other files.
const format = 'search 3'

/** A part of the index that is whole in itself: documents in their order. */
export class Tier {
  readonly #postings = new Postings()
  readonly #digests: string[] = []
  readonly #blocks: string[] = []
  readonly #first: number
  #day = ''

  constructor(first: number) {
    this.#first = first
  }

  /** Takes in the next document; its texts are not kept. */
  add({id, date, titles, texts, facets}: SearchDocument): void {
    const number = this.#digests.length
    this.#postings.begin(number, true)
    for (const title of titles) readTerms(title, this.#postings)
    this.#postings.begin(number, false)
    for (const text of texts) readTerms(text, this.#postings)
    for (const facet of facets) this.#postings.word(facet)
    this.#digests.push(digestOfList([id, date, ...titles, ...facets, ...texts]))
    if (number % documentsInBlock === 0) {
      this.#blocks.push('')
      this.#day = ''
    }
    const line = date === this.#day ? '' : `\n${date}`
    this.#blocks[this.#blocks.length - 1] += `${line} ${id}`
    this.#day = date
  }

  /** The facts of the tier with all documents in it. */
  facts(): TierFacts {
    return {
      path: digestOfList([format, ...this.#digests]).slice(0, 10),
      first: this.#first,
      documents: this.#digests.length,
      shards: countShards(this.#postings.size),
    }
  }

  /** Its files, one after another: the shards of terms, and the documents by blocks, day by day. */
  *files({path, documents, shards}: TierFacts): Generator<OutputFile> {
    const file = (name: string, body: Uint8Array): OutputFile => ({
      path: searchFilePath(`${path}/${name}`) as OutputPath,
      body,
      from: 'search',
    })
    for (const {number, body} of writeShards(this.#postings, shards, documents)) {
      yield file(`${number}.js`, body)
    }
    for (const [index, block] of this.#blocks.entries()) {
      yield file(`documents-${index}.js`, plainScriptFile([block.slice(1)]))
    }
  }
}
