import {compareText} from '../../base/diagnostic.ts'
import {BitWriter} from './bits.ts'
import type {Postings} from './postings.ts'
import {scriptFile} from './script-file.ts'
import type {TermNumbers} from './term-numbers.ts'

// About 16 kB a file, at the 6.5 bits that a posting takes and 4 bytes for a term.
const shardBits = 16_000 * 8

/** How many files hold the terms of a tier: a power of two. */
export function countShards(postings: number, terms: number): number {
  const bits = postings * 6.5 + terms * 32
  let count = 1
  while (count * shardBits * 1.4 < bits) count *= 2
  return count
}

/** In which of `count` files a term stands: FNV-1a over its code units (Fowler, Noll and Vo). */
export function shardOf(term: string, count: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at++) {
    hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  }
  return ((hash >>> 15) ^ hash) & (count - 1)
}

/**
 * The files of a tier's terms, one after another: in each its terms in their order with a space
 * between; how many units the list of each has; and the lists. A list says how many documents have
 * the term, how many of these in the title, which documents, and where among them the titles are.
 */
export function* writeShards(
  terms: TermNumbers,
  postings: Postings,
  count: number,
  documents: number,
): Generator<Uint8Array> {
  for (const numbers of groupByShard(terms, count)) {
    const sorted = numbers
      .map((number) => ({number, term: terms.textOf(number)}))
      .toSorted(({term: left}, {term: right}) => compareText(left, right))
    const lengths = new BitWriter()
    const lists: string[] = []
    for (const {number} of sorted) {
      const found = postings.read(number)
      const bits = new BitWriter()
      bits.writeNumber(found.documents.length - 1)
      bits.writeNumber(found.titles.length)
      bits.writeAscending(found.documents, documents)
      bits.writeAscending(found.titles, found.documents.length)
      const list = bits.toText()
      lengths.writeNumber(list.length - 1)
      lists.push(list)
    }
    const words = sorted.map(({term}) => term).join(' ')
    yield scriptFile([words, lengths.toText(), lists.join('')])
  }
}

function groupByShard(terms: TermNumbers, count: number): readonly (readonly number[])[] {
  const groups = Array.from({length: count}, (): number[] => [])
  for (let number = 0; number < terms.length; number++) {
    groups[shardOf(terms.textOf(number), count)]!.push(number)
  }
  return groups
}
