/** Takes the terms of a text, one after another. */
export interface TermSink {
  /** A Han character, by its code point. */
  readonly character: (point: number) => void
  /** Two Han characters of which one follows the other. */
  readonly pair: (first: number, second: number) => void
  /** A word of Latin letters, digits or another script, or one with the Han character beside it. */
  readonly word: (text: string) => void
}

const wordLengthMax = 40

/**
 * Tells the terms under which a text is found. The text must be folded (`fold.ts`). A space parts
 * two words and nothing else, so that `2023 年` is found as `2023年` and a line that was broken
 * between two characters as one; every other mark parts what stands beside it. A number keeps its
 * point: 3.5 is one word. Of a long word the first 40 units count.
 */
export function readTerms(text: string, sink: TermSink): void {
  let character = 0
  let word = ''
  for (let at = 0; at < text.length; at++) {
    const kind = kindAt(text, at)
    if (kind === kinds.han) {
      const point = text.codePointAt(at)!
      if (point > 0xffff) at++
      sink.character(point)
      if (character !== 0) sink.pair(character, point)
      if (word !== '') sink.word(word + String.fromCodePoint(point))
      character = point
      word = ''
    } else if (kind === kinds.word) {
      const end = endOfWord(text, at)
      word = cut(text.slice(at, end))
      sink.word(word)
      if (character !== 0) sink.word(String.fromCodePoint(character) + word)
      character = 0
      at = end - 1
    } else if (kind === kinds.mark) {
      character = 0
      word = ''
    }
  }
}

const kinds = {mark: 0, space: 1, han: 2, word: 3} as const

let known: Uint8Array | undefined

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdfff) return kindOf(String.fromCodePoint(text.codePointAt(at)!))
  known ??= Uint8Array.from({length: 0x10000}, (_, each) => kindOf(String.fromCharCode(each)))
  return known[unit]!
}

function kindOf(character: string): number {
  if (character === ' ') return kinds.space
  if (/^[\p{Script=Han}〇]$/u.test(character)) return kinds.han
  return /^[\p{L}\p{N}\p{M}]$/u.test(character) ? kinds.word : kinds.mark
}

function endOfWord(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    if (kindAt(text, at) === kinds.word) at += text.codePointAt(at)! > 0xffff ? 2 : 1
    else if (text[at] === '.' && /^\d\.\d$/.test(text.slice(at - 1, at + 2))) at++
    else break
  }
  return at
}

/** No half of a pair of surrogates stays behind. */
function cut(word: string): string {
  return word.slice(0, wordLengthMax).replace(/[\ud800-\udbff]$/, '')
}
