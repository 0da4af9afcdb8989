import {decodeGbk, encodeGbk} from './gbk.ts'
import {characterTables, isHan} from './han.ts'
import {isReadingOf, isToneless, parseSyllable} from './reading.ts'

/** A run of characters that reads shifted by one byte, as it stands. */
export interface ShiftedRun {
  /** What the byte lost in front can have been. */
  readonly first: readonly number[]
  /** The bytes of its full-width characters. */
  readonly bytes: readonly number[]
  /** The byte behind them, or the reading of a gloss that took that byte's place. */
  readonly closing: number | string
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

const opening = new RegExp(`${brokenGloss.source}|${splitMark.source}`, 'u')

/** Whether a text has anything that begins as a shifted run does. */
export function mayHoldShifts(text: string): boolean {
  return text.includes('?') && opening.test(text)
}

/** The shifted run that begins with the `?` at `offset`; undefined where there is none. */
export function readShiftedRun(text: string, offset: number): ShiftedRun | undefined {
  const gloss = matchAt(brokenGloss, text, offset)
  const start = offset + ((gloss ?? matchAt(splitMark, text, offset))?.[0].length ?? 0)
  if (start === offset) return undefined
  // A mark that a later step made half-width is a mark all the same.
  const run = readBytes(text, start, !gloss && text[start] === '?')
  if (!run) return undefined
  if (gloss) {
    const code = encodeGbk(characterBefore(text, offset))
    const first = code === undefined ? [] : bytesBehind(code & 0xff, gloss[1]!)
    return {...run, first, cause: 'gloss'}
  }
  // A1 begins 。, behind which the mark's two bytes were found.
  return {...run, first: [0xa1], cause: 'space'}
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

// Longer than a paragraph goes on without any ASCII.
const runMax = 200

/**
 * Bytes up to the first ASCII character, which has to be the second half of the last one, or up to
 * a gloss that is broken itself.
 */
function readBytes(
  text: string,
  start: number,
  beginsWithMark: boolean,
): Omit<ShiftedRun, 'first' | 'cause'> | undefined {
  const bytes = beginsWithMark ? [0xa3, 0xbf] : []
  for (
    let at = beginsWithMark ? start + 1 : start;
    at < Math.min(text.length, start + runMax);
    at++
  ) {
    const character = text[at]!
    const gloss = character === '?' ? matchAt(brokenGloss, text, at) : undefined
    if (gloss) return {bytes, closing: gloss[1]!, end: at + gloss[0].length}
    const unit = character.charCodeAt(0)
    // Second bytes of GBK go from 40 to 7E and from 80 to FE.
    if (unit >= 0x40 && unit < 0x7f) return {bytes, closing: unit, end: at + 1}
    const isMark = ',:;!'.includes(character)
    const code = encodeGbk(isMark ? String.fromCharCode(unit + 0xfee0) : character)
    if (code === undefined) return undefined
    bytes.push(code >> 8, code & 0xff)
  }
  return undefined
}

/**
 * The second bytes that make, behind `lead`, a character of this reading, or, where there is none,
 * of this reading in another tone: 績(jī). Of these, characters that only traditional text has come
 * first, since a table holds them.
 */
function bytesBehind(lead: number, reading: string): readonly number[] {
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

/** Everything that a run can be and that is encoded to exactly what stands there. */
export function decodeShiftedRun({first, bytes, closing}: ShiftedRun): readonly string[] {
  return first
    .flatMap((lost) => {
      const all = [lost, ...bytes]
      const last = typeof closing === 'number' ? [closing] : bytesBehind(all.at(-1)!, closing)
      return last.map((end) => decodeExactly([...all, end]))
    })
    .filter((result) => result !== undefined)
}

function decodeExactly(bytes: readonly number[]): string | undefined {
  let result = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const character = decodeGbk(bytes[at]!, bytes[at + 1]!)
    // Some codes decode to a character that has another code.
    if (character === undefined || encodeGbk(character) !== bytes[at]! * 256 + bytes[at + 1]!) {
      return undefined
    }
    result += character
  }
  return result
}
