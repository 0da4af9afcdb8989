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
  const lists = new ListWriter(documents)
  for (let step = 0; step < steps; step++) {
    const terms = postings.take(step, steps)
    // By their files, and in each by their keys.
    const sorted = Float64Array.from(
      terms.keys,
      (key) => (postings.words.hashOf(key) & (count - 1)) * keyEnd + key,
    ).sort()
    let end = 0
    for (let number = step; number < count; number += steps) {
      const start = end
      while (end < sorted.length && sorted[end]! < (number + 1) * keyEnd) end++
      const keys = sorted.subarray(start, end).map((each) => each % keyEnd)
      yield {number, body: shardFile(keys, terms, postings.words, lists)}
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
  lists: ListWriter,
): Uint8Array {
  const [terms, lengths, bits] = [new BitWriter(), new BitWriter(), new BitWriter()]
  const firstWord = keys.findIndex((key) => key >= firstWordKey)
  const han = firstWord === -1 ? keys : keys.subarray(0, firstWord)
  terms.writeNumber(han.length)
  terms.writeAscending(han, firstWordKey)
  for (const key of keys) {
    const place = places.place(key)
    const start = bits.length
    lists.write(bits, documents, starts[place]!, starts[place + 1]!)
    lengths.writeNumber(bits.length - start - 1)
  }
  const texts = Array.from(keys.subarray(han.length), (key) => words.textOf(key)).join(' ')
  return scriptFile([terms.toText(), texts, lengths.toText(), bits.toText()])
}

/** Writes the lists of terms, all by way of the same arrays: most are short, and there are very many. */
class ListWriter {
  readonly #limit: number
  readonly #numbers: Int32Array
  readonly #titles: Int32Array

  /** For lists of so many documents at most. */
  constructor(limit: number) {
    this.#limit = limit
    this.#numbers = new Int32Array(limit)
    this.#titles = new Int32Array(limit)
  }

  /** The list that stands between two places of `documents`. */
  write(bits: BitWriter, documents: Int32Array, start: number, end: number): void {
    const count = end - start
    let titles = 0
    for (let at = 0; at < count; at++) {
      const document = documents[start + at]!
      this.#numbers[at] = document >>> 1
      if (document & 1) this.#titles[titles++] = at
    }
    bits.writeNumber(count - 1)
    bits.writeNumber(titles)
    bits.writeAscending(this.#numbers, this.#limit, count)
    bits.writeAscending(this.#titles, count, titles)
    bits.fill()
  }
}
