/** Takes the terms of a text, one after another. */
export interface TermSink {
  /** A common Han character, or two of which one follows the other, as one number (`textOfKey`). */
  readonly han: (key: number) => void
  /** Every other term: a word, a rare character, or either of them with what is beside it. */
  readonly word: (text: string) => void
}

/** Common Han characters are those from this unit on to U+AFFF, so that each has 15 bits. */
export const firstHanUnit = 0x3000
/** How many bits of a key the second of two characters takes. */
export const hanKeyBits = 15

/** The one or two characters that a number below 2³⁰ stands for: their units less the first, in turn. */
export function textOfKey(key: number): string {
  const [first, last] = [key >>> hanKeyBits, key & ((1 << hanKeyBits) - 1)]
  const text = String.fromCharCode(firstHanUnit + last)
  return first === 0 ? text : String.fromCharCode(firstHanUnit + first) + text
}

const wordLengthMax = 40

/**
 * Tells the terms under which a text is found: each Han character, each word of Latin letters,
 * digits or another script, and each two of them that follow one another and are not both words.
 * The text must be folded (`fold.ts`). A space parts two words and nothing else, so that `2023 年`
 * is found as `2023年` and a line that was broken between two characters as one; every other mark
 * parts what stands beside it. A number keeps its point: 3.5 is one word. Of a long word the first
 * 40 units count.
 */
export function readTerms(text: string, sink: TermSink): void {
  const before: Before = {character: 0, other: '', isWord: false}
  for (let at = 0; at < text.length; at++) {
    const code = codeAt(text, at)
    if (code >= kinds.han) {
      sink.han(code)
      if (before.character !== 0) sink.han((before.character << hanKeyBits) | code)
      else if (before.other !== '') sink.word(before.other + text[at]!)
      before.character = code
      before.other = ''
    } else if (code !== kinds.space) at = readOther(text, at, before, sink) - 1
  }
}

/** What a term may follow: a common character, or else the text of another term, if there is one. */
interface Before {
  character: number
  other: string
  isWord: boolean
}

/** Reads what begins at a place and is no common character, a mark too. Answers where it ends. */
function readOther(text: string, at: number, before: Before, sink: TermSink): number {
  const kind = kindAt(text, at)
  const end = endOfTerm(text, at, kind)
  const isWord = kind === kinds.word
  const left = before.character === 0 ? before.other : textOfKey(before.character)
  const bothWords = isWord && before.character === 0 && before.isWord
  const term = kind === kinds.mark ? '' : cut(text.slice(at, end))
  if (term !== '') {
    sink.word(term)
    if (left !== '' && !bothWords) sink.word(left + term)
  }
  before.character = 0
  before.other = term
  before.isWord = isWord
  return end
}

/** From `han` on, a unit of a common Han character less `firstHanUnit`. */
const kinds = {mark: 0, space: 1, word: 2, rare: 3, han: 4} as const

// No code is as great.
const unknown = 0xffff
/** What each unit of a folded text is that was met; half a pair of surrogates is `rare` too. */
const codes = new Uint16Array(0x10000).fill(unknown)

function codeAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  if (codes[unit] === unknown) codes[unit] = codeOf(unit)
  return codes[unit]!
}

function codeOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return kinds.rare
  const kind = kindOf(String.fromCharCode(unit))
  const isCommon = unit >= firstHanUnit + kinds.han && unit < firstHanUnit + (1 << hanKeyBits)
  return kind === kinds.rare && isCommon ? unit - firstHanUnit : kind
}

function kindAt(text: string, at: number): number {
  const code = codeAt(text, at)
  if (code !== kinds.rare) return Math.min(code, kinds.han)
  return kindOf(String.fromCodePoint(text.codePointAt(at)!))
}

function kindOf(character: string): number {
  if (character === ' ') return kinds.space
  if (/^[\p{Script=Han}〇]$/u.test(character)) return kinds.rare
  return /^[\p{L}\p{N}\p{M}]$/u.test(character) ? kinds.word : kinds.mark
}

function endOfTerm(text: string, start: number, kind: number): number {
  let at = start + widthAt(text, start)
  while (kind === kinds.word && at < text.length) {
    if (kindAt(text, at) === kinds.word) at += widthAt(text, at)
    else if (text[at] === '.' && /^\d\.\d$/.test(text.slice(at - 1, at + 2))) at++
    else break
  }
  return at
}

const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1)

/** No half of a pair of surrogates stays behind. */
function cut(word: string): string {
  return word.slice(0, wordLengthMax).replace(/[\ud800-\udbff]$/, '')
}
