import {BitWriter} from './bits.ts'
import {countSteps, type Postings, type TermLists} from './postings.ts'
import {scriptFile} from './script-file.ts'
import {firstWordKey, type Words} from './words.ts'

// Of about 4 kB each: a document of a term takes about 8 bits, with its part of the term.
const postingsInShard = 4_000

/** How many files hold the terms of a tier: a power of two. */
export function countShards(postings: number): number {
  let count = 1
  while (count * postingsInShard * 1.4 < postings) count *= 2
  return count
}

/** A file of terms. */
export interface Shard {
  readonly number: number
  readonly body: Uint8Array
}

/** Above every key. */
const keyEnd = 2 ** 31

/** The files of a tier's terms, each of `count` once, in an order of their own. */
export function* writeShards(
  postings: Postings,
  count: number,
  documents: number,
): Generator<Shard> {
  const steps = countSteps(count)
  for (let step = 0; step < steps; step++) {
    const lists = postings.take(step, steps)
    // By their files, and in each by their keys.
    const sorted = Float64Array.from(
      lists.keys,
      (key) => (postings.words.hashOf(key) & (count - 1)) * keyEnd + key,
    ).sort()
    let end = 0
    for (let number = step; number < count; number += steps) {
      const start = end
      while (end < sorted.length && sorted[end]! < (number + 1) * keyEnd) end++
      const keys = sorted.subarray(start, end).map((each) => each % keyEnd)
      yield {number, body: shardFile(keys, lists, postings.words, documents)}
    }
  }
}

/**
 * How many terms are Han characters, and their keys, ascending; the other terms with a space between;
 * how many units the list of each has; and the lists. A list says how many documents have the term,
 * how many of these in the title, which documents, and where among them the titles are.
 */
function shardFile(
  keys: Float64Array,
  {keys: places, starts, documents}: TermLists,
  words: Words,
  limit: number,
): Uint8Array {
  const [terms, lengths, lists] = [new BitWriter(), new BitWriter(), new BitWriter()]
  const firstWord = keys.findIndex((key) => key >= firstWordKey)
  const han = firstWord === -1 ? keys : keys.subarray(0, firstWord)
  terms.writeNumber(han.length)
  terms.writeAscending(han, firstWordKey)
  for (const key of keys) {
    const place = places.place(key)
    const start = lists.length
    writeList(lists, documents.subarray(starts[place], starts[place + 1]), limit)
    lengths.writeNumber(lists.length - start - 1)
  }
  const texts = Array.from(keys.subarray(han.length), (key) => words.textOf(key)).join(' ')
  return scriptFile([terms.toText(), texts, lengths.toText(), lists.toText()])
}

function writeList(lists: BitWriter, documents: Int32Array, limit: number): void {
  const numbers = new Int32Array(documents.length)
  const titles: number[] = []
  for (let at = 0; at < documents.length; at++) {
    numbers[at] = documents[at]! >>> 1
    if (documents[at]! & 1) titles.push(at)
  }
  lists.writeNumber(numbers.length - 1)
  lists.writeNumber(titles.length)
  lists.writeAscending(numbers, limit)
  lists.writeAscending(titles, numbers.length)
  lists.fill()
}
