import {charactersOfGbk, decodeGbk, encodeGbk} from './gbk.ts'
import {characterTables, isHan} from './han.ts'
import {isReadingOf, isToneless, parseSyllable} from './reading.ts'

/** A run of characters that reads shifted by one byte, as it stands. */
export interface ShiftedRun {
  /** What the byte lost in front can have been. */
  readonly first: readonly number[]
  /** The bytes of its full-width characters, two in a number. */
  readonly codes: readonly number[]
  /**
   * The byte behind them, or the reading of a gloss that took that byte's place; undefined where it
   * is lost too, with a space that was put before the next mark.
   */
  readonly closing: number | string | undefined
  /** Offset behind the run. */
  readonly end: number
  /** Whether a gloss made it, or a space before a mark. */
  readonly cause: 'gloss' | 'space'
}

const letters = 'a-zāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜ'
/** A gloss whose opening parenthesis is lost. */
const brokenGloss = new RegExp(`\\?([${letters}]{1,6})\\s?\\)`, 'uy')
/** A mark with a space in front, which is lost. A later step may have made the mark half-width. */
const splitMark = /\?\s?(?=[，：；？！,:;?!])/uy
/** A `?` that took the byte before a full-width mark and the space that was put there. */
const lostEnd = /\? ?[，。、：；？！“”《》（）,:;!]/uy

const opening = new RegExp(`${brokenGloss.source}|${splitMark.source}`, 'u')

/** Whether a text has anything that begins as a shifted run does. */
export function mayHoldShifts(text: string): boolean {
  return text.includes('?') && opening.test(text)
}

/** The shifted run that begins with the `?` at `offset`; undefined where there is none. */
export function readShiftedRun(text: string, offset: number): ShiftedRun | undefined {
  const gloss = matchAt(brokenGloss, text, offset)
  const start = offset + ((gloss ?? matchAt(splitMark, text, offset))?.[0].length ?? 0)
  // Three of them and more are an indent.
  if (start === offset || (!gloss && text[offset - 1] === '?')) return undefined
  // A mark that a later step made half-width is a mark all the same.
  const run = readBytes(text, start, !gloss && text[start] === '?')
  if (!run) return undefined
  if (gloss) {
    const code = encodeGbk(characterBefore(text, offset))
    const first = code === undefined ? [] : bytesBehind(code & 0xff, gloss[1]!)
    return {...run, first, cause: 'gloss'}
  }
  // The byte behind it is the mark's first.
  const lead = run.codes[0]! >> 8
  return {...run, first: leadsBefore(lead), cause: 'space'}
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text) ?? undefined
}

/** The character before `offset`, or before the gloss that stands there: 當(dāng)?shù). */
export function characterBefore(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 10), offset)
  return /[^\s()](?=(?:\([^\s()]{1,6}\))?$)/u.exec(before)?.[0] ?? ''
}

// Three characters in ten of a traditional text end in an ASCII byte.
const runMax = 60

/**
 * Bytes up to the first ASCII character, which has to be the second half of the last one, or up to
 * a gloss that is broken itself.
 */
function readBytes(
  text: string,
  start: number,
  beginsWithMark: boolean,
): Omit<ShiftedRun, 'first' | 'cause'> | undefined {
  const codes = beginsWithMark ? [0xa3bf] : []
  for (
    let at = beginsWithMark ? start + 1 : start;
    at < Math.min(text.length, start + runMax);
    at++
  ) {
    const character = text[at]!
    const gloss = character === '?' ? matchAt(brokenGloss, text, at) : undefined
    if (gloss) return {codes, closing: gloss[1]!, end: at + gloss[0].length}
    if (character === '?' && matchAt(lostEnd, text, at)) {
      return {codes, closing: undefined, end: at + 1}
    }
    const unit = character.charCodeAt(0)
    // Second bytes of GBK go from 40 to 7E and from 80 to FE.
    if (unit >= 0x40 && unit < 0x7f) return {codes, closing: unit, end: at + 1}
    const isMark = ',:;!'.includes(character)
    const code = encodeGbk(isMark ? String.fromCharCode(unit + 0xfee0) : character)
    if (code === undefined) return undefined
    codes.push(code)
  }
  return undefined
}

/**
 * The second bytes that make, behind `lead`, a character of this reading, or, where there is none,
 * of this reading in another tone: 績(jī). Of these, characters that only traditional text has come
 * first, since a table holds them.
 */
export function bytesBehind(lead: number, reading: string): readonly number[] {
  const syllable = parseSyllable(reading)
  if (!syllable) return []
  const exact = syllable.tone === 5 ? [] : findBytes(lead, (each) => isReadingOf(each, syllable))
  return exact.length > 0 ? exact : findBytes(lead, (each) => isToneless(each, syllable))
}

function findBytes(lead: number, isRead: (character: string) => boolean): readonly number[] {
  const {traditional} = characterTables()
  const found: number[] = []
  const converted: number[] = []
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const glossed = decodeGbk(lead, trail)
    if (glossed === undefined || !isHan(glossed) || !isRead(glossed)) continue
    found.push(trail)
    if (traditional.has(glossed)) converted.push(trail)
  }
  return converted.length > 0 ? converted : found
}

const glossed = new Map<string, readonly string[]>()

/** The characters of GBK that only traditional text has, and that have this reading. */
export function glossedAs(reading: string): readonly string[] {
  const known = glossed.get(reading)
  if (known) return known
  const syllable = parseSyllable(reading)
  const {traditional} = characterTables()
  const found = Array.from(charactersOfGbk([0x81, 0xfe], [0x40, 0xfe])).filter(
    (each) => traditional.has(each) && syllable && isReadingOf(each, syllable),
  )
  glossed.set(reading, found)
  return found
}

/** First bytes of characters that have `trail` for their second. */
function leadsBefore(trail: number): readonly number[] {
  return Array.from({length: 0xfe - 0x80}, (_, at) => at + 0x81).filter(
    (lead) => decodeGbk(lead, trail) !== undefined,
  )
}
