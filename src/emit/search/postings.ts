import type {TermSink} from '../../text/search-terms.ts'
import {NumberSet} from './number-set.ts'
import {NumberStream} from './number-stream.ts'
import {Words} from './words.ts'

/** Terms are kept apart by the lowest bits of their hash, so that each part is put in order by itself. */
const partsMax = 64
/** How many terms of a document are remembered. What is forgotten may be noted twice, and dropped later. */
const seenMax = 1 << 13
/** Stands where a term was noted twice. */
const dropped = 2 ** 31 - 1

/** Terms, and the documents of each. */
export interface TermLists {
  /** What they are; places among them are those of the starts. */
  readonly keys: NumberSet
  /** By term: where its documents begin among all of them. The next term's begin where they end. */
  readonly starts: Int32Array
  /** Twice the number of a document, and one more where the term is in its title; ascending. */
  readonly documents: Int32Array
}

/**
 * Which terms are in which documents, and in which of their titles: four bytes for each, written
 * one after another as the documents come, and put in order part by part at the end.
 */
export class Postings implements TermSink {
  readonly words = new Words()
  // Keys of terms, and before those of a document its mark, which is below 0.
  readonly #parts = Array.from({length: partsMax}, () => new NumberStream())
  /** By part, the last mark in it. */
  readonly #marks = new Int32Array(partsMax)
  readonly #seen = new Int32Array(seenMax)
  #document = -1
  #mark = 0
  #size = 0

  /** How many terms the documents have, all together; a few may be counted twice. */
  get size(): number {
    return this.#size
  }

  /** Terms to come are in the title of a document, or when these are told in its text. No document comes before the last. */
  begin(document: number, inTitle: boolean): void {
    if (document !== this.#document) this.#seen.fill(0)
    this.#document = document
    this.#mark = ~(document * 2 + (inTitle ? 1 : 0))
  }

  han(key: number): void {
    this.#note(key)
  }

  word(text: string): void {
    this.#note(this.words.keyOf(text))
  }

  /** The terms of one of `steps` steps (`countSteps`): whose hash ends in the bits of its number. They are forgotten. */
  take(step: number, steps: number): TermLists {
    const parts = this.#parts.filter((_, part) => part % steps === step)
    return listsOf(parts.map((part) => part.take()))
  }

  #note(key: number): void {
    const hash = this.words.hashOf(key)
    const place = hash & (seenMax - 1)
    if (this.#seen[place] === key) return
    this.#seen[place] = key
    const index = hash & (partsMax - 1)
    const part = this.#parts[index]!
    if (this.#marks[index] !== this.#mark) {
      part.push(this.#mark)
      this.#marks[index] = this.#mark
    }
    part.push(key)
    this.#size++
  }
}

/** In how many steps the terms of `shards` files are taken, so that all of a file are in one of them. */
export function countSteps(shards: number): number {
  return Math.min(shards, partsMax)
}

function listsOf(parts: readonly Int32Array[]): TermLists {
  const keys = new NumberSet()
  const counts: number[] = []
  const last: number[] = []
  for (const part of parts) {
    let document = 0
    for (let at = 0; at < part.length; at++) {
      const each = part[at]!
      if (each < 0) document = ~each >>> 1
      else {
        const place = keys.place(each)
        const isNew = last[place] !== document
        last[place] = document
        if (isNew) counts[place] = (counts[place] ?? 0) + 1
        part[at] = isNew ? place : dropped
      }
    }
  }
  const starts = new Int32Array(keys.size + 1)
  for (const [place, count] of counts.entries()) starts[place + 1] = starts[place]! + count
  return {keys, starts, documents: documentsIn(parts, starts)}
}

/** Parts whose keys were replaced by their places, or `dropped`, put in the order of these places. */
function documentsIn(parts: readonly Int32Array[], starts: Int32Array): Int32Array {
  const next = starts.slice()
  const documents = new Int32Array(starts.at(-1)!)
  for (const part of parts) {
    let mark = 0
    for (let at = 0; at < part.length; at++) {
      const each = part[at]!
      if (each < 0) mark = ~each
      else if (each !== dropped) documents[next[each]!++] = mark
    }
  }
  return documents
}
