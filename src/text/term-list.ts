import {NumberSet} from './number-set.ts'
import {readTerms} from './search-terms.ts'

/** The terms under which a document is found (`search-terms.ts`), each once. */
export interface TermList {
  readonly inTitles: Terms
  /** Those that stand in no title. */
  readonly others: Terms
}

/** Terms that are numbers, and the others. */
export interface Terms {
  readonly han: Int32Array
  readonly words: readonly string[]
}

// For one document after another.
const han = new NumberSet()

/** The terms of a document by its titles and its other texts, which must be folded. */
export function listTerms(titles: readonly string[], texts: readonly string[]): TermList {
  const words = new Set<string>()
  const sink = {
    han: (key: number): void => han.add(key),
    word: (text: string): void => void words.add(text),
  }
  for (const title of titles) readTerms(title, sink)
  const [titleHan, titleWords] = [han.size, words.size]
  for (const text of texts) readTerms(text, sink)
  // A set gives what it has in the order in which it came.
  const [allHan, allWords] = [han.take(), [...words]]
  return {
    inTitles: {han: allHan.subarray(0, titleHan), words: allWords.slice(0, titleWords)},
    others: {han: allHan.subarray(titleHan), words: allWords.slice(titleWords)},
  }
}

/** How many terms there are. */
export function countTerms({inTitles, others}: TermList): number {
  return inTitles.han.length + inTitles.words.length + others.han.length + others.words.length
}

const headLength = 3

/** A list as bytes: three counts and the numbers, four bytes each, then the words a line each. */
export function packTerms({inTitles, others}: TermList): Uint8Array {
  const numbers = new Int32Array(headLength + inTitles.han.length + others.han.length)
  numbers.set([inTitles.han.length, others.han.length, inTitles.words.length])
  numbers.set(inTitles.han, headLength)
  numbers.set(others.han, headLength + inTitles.han.length)
  const words = new TextEncoder().encode([...inTitles.words, ...others.words].join('\n'))
  const bytes = new Uint8Array(numbers.byteLength + words.length)
  bytes.set(new Uint8Array(numbers.buffer))
  bytes.set(words, numbers.byteLength)
  return bytes
}

/** The list that was packed into bytes. */
export function unpackTerms(bytes: Uint8Array): TermList {
  const numbersAt = (start: number, count: number): Int32Array => {
    const from = bytes.byteOffset + start * Int32Array.BYTES_PER_ELEMENT
    // A copy, since the bytes may begin anywhere.
    return new Int32Array(bytes.buffer.slice(from, from + count * Int32Array.BYTES_PER_ELEMENT))
  }
  const [titleHan = 0, han = 0, titleWords = 0] = numbersAt(0, headLength)
  const end = headLength + titleHan + han
  const text = new TextDecoder().decode(bytes.subarray(end * Int32Array.BYTES_PER_ELEMENT))
  const words = text === '' ? [] : text.split('\n')
  return {
    inTitles: {han: numbersAt(headLength, titleHan), words: words.slice(0, titleWords)},
    others: {han: numbersAt(headLength + titleHan, han), words: words.slice(titleWords)},
  }
}
