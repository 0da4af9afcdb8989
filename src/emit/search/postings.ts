import type {Terms} from '../../text/term-list.ts'
import {NumberSet} from './number-set.ts'
import {NumberStream} from './number-stream.ts'
import {Words} from './words.ts'

/** Terms are kept apart by the lowest bits of their hash, so that each part is put in order by itself. */
const partsMax = 64

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
export class Postings {
  readonly words = new Words()
  // Keys of terms, and before those of a document its mark, which is below 0.
  readonly #parts = Array.from({length: partsMax}, () => new NumberStream())
  /** By part, the last mark in it. */
  readonly #marks = new Int32Array(partsMax)

  /** Terms of a document, in its title or not. Each is told once, and no document comes before the last. */
  add(document: number, inTitle: boolean, {han, words}: Terms): void {
    const mark = ~(document * 2 + (inTitle ? 1 : 0))
    for (let at = 0; at < han.length; at++) this.#note(han[at]!, mark)
    for (const word of words) this.#note(this.words.keyOf(word), mark)
  }

  /** The terms of one of `steps` steps (`countSteps`): whose hash ends in the bits of its number. They are forgotten. */
  take(step: number, steps: number): TermLists {
    const parts = this.#parts.filter((_, part) => part % steps === step)
    return listsOf(parts.map((part) => part.take()))
  }

  #note(key: number, mark: number): void {
    const index = this.words.hashOf(key) & (partsMax - 1)
    const part = this.#parts[index]!
    if (this.#marks[index] !== mark) {
      part.push(mark)
      this.#marks[index] = mark
    }
    part.push(key)
  }
}

/** In how many steps the terms of `shards` files are taken, so that all of a file are in one of them. */
export function countSteps(shards: number): number {
  return Math.min(shards, partsMax)
}

function listsOf(parts: readonly Int32Array[]): TermLists {
  const keys = new NumberSet()
  const counts: number[] = []
  for (const part of parts) {
    for (let at = 0; at < part.length; at++) {
      const each = part[at]!
      if (each < 0) continue
      const place = keys.place(each)
      if (place === counts.length) counts.push(0)
      counts[place]!++
      part[at] = place
    }
  }
  const starts = new Int32Array(keys.size + 1)
  for (const [place, count] of counts.entries()) starts[place + 1] = starts[place]! + count
  return {keys, starts, documents: documentsIn(parts, starts)}
}

/** Parts whose keys were replaced by their places, put in the order of these places. */
function documentsIn(parts: readonly Int32Array[], starts: Int32Array): Int32Array {
  const next = starts.slice()
  const documents = new Int32Array(starts.at(-1)!)
  for (const part of parts) {
    let mark = 0
    for (let at = 0; at < part.length; at++) {
      const each = part[at]!
      if (each < 0) mark = ~each
      else documents[next[each]!++] = mark
    }
  }
  return documents
}
