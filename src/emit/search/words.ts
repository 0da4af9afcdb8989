import {firstHanUnit, hanKeyBits} from '../../text/search-terms.ts'

/** From here on, a key is of a word; below, of Han characters. */
export const firstWordKey = 2 ** 30

/** A key for each word in the order in which words are first met, beside the keys of Han characters. */
export class Words {
  readonly #texts: string[] = []
  readonly #keys = new Map<string, number>()
  readonly #hashes: number[] = []

  /** The key of a word. */
  keyOf(word: string): number {
    const known = this.#keys.get(word)
    if (known !== undefined) return known
    const key = firstWordKey + this.#texts.push(word) - 1
    this.#keys.set(word, key)
    this.#hashes.push(hashOfText(word))
    return key
  }

  /** The word of a key. */
  textOf(key: number): string {
    return this.#texts[key - firstWordKey]!
  }

  /** What tells in which file the term of a key stands: its lowest bits. */
  hashOf(key: number): number {
    return key < firstWordKey ? hashOfHan(key) : this.#hashes[key - firstWordKey]!
  }
}

// FNV-1a over the code units of a term (Fowler, Noll and Vo), its upper half over its lower one.
const [basis, prime] = [0x811c9dc5, 0x01000193]
const mixed = (hash: number): number => (hash >>> 15) ^ hash

function hashOfHan(key: number): number {
  const [first, last] = [key >>> hanKeyBits, key & ((1 << hanKeyBits) - 1)]
  const hash = first === 0 ? basis : Math.imul(basis ^ (firstHanUnit + first), prime)
  return mixed(Math.imul(hash ^ (firstHanUnit + last), prime))
}

function hashOfText(term: string): number {
  let hash = basis
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), prime)
  return mixed(hash)
}
