import type {SettledCharacter} from './context-rule.ts'
import {type ConversionTable, traits} from './conversion-table.ts'
import type {Converter} from './dictionary.ts'
import {convertStage, stepOver} from './stage.ts'
import {UnitMemory, type Units, unitsOf} from './units.ts'
import {findWord, isWord, resultOf, resultStart} from './word-table.ts'

/** What decides beside the tables of a conversion. */
export interface Judgement {
  /** Which characters of a text are settled before any table is asked, from left to right. */
  readonly settle: (text: string, units: Units) => readonly SettledCharacter[]
  /**
   * Where a word of the table, from `start` to `end` of a text, is cut by the end of an ordinary
   * word; `end` where it is not.
   */
  readonly boundaryInside: (units: Units, start: number, end: number) => number
}

const none: readonly SettledCharacter[] = []
const noJudgement: Judgement = {settle: () => none, boundaryInside: (_units, _start, end) => end}

/**
 * Runs a conversion: the text is cut at the words of the table, leftmost and longest, and what
 * stands between them goes through the stages.
 *
 * All stages are composed, for words and for single units, so that one pass does. Only a stretch
 * that holds something odd, or in which some stage could see a word of its own, goes through the
 * stages one by one; it reaches over the units that stand in words, back to the last word and on to
 * the next.
 */
export function createFastConverter(
  table: ConversionTable,
  judgement: Judgement = noJudgement,
): Converter {
  return (text) => {
    const settled = judgement.settle(text, source.read(text))
    if (!unusual.test(text)) return convertInOnePass(table, text.length, settled, judgement)
    let result = ''
    let at = 0
    for (const {offset, result: form} of settled) {
      result += convertUnusual(table, text.slice(at, offset), judgement) + form
      at = offset + 1
    }
    return result + convertUnusual(table, text.slice(at), judgement)
  }
}

// Compatibility ideographs, and ideographic description characters: what these join is no text,
// and no word is looked for in it.
const unusual = /[\u2ff0-\u2fff\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/
const description = /[\u2ff0-\u2fff]/

function convertUnusual(table: ConversionTable, text: string, judgement: Judgement): string {
  const regular = convertStage(text, table.regular)
  if (description.test(regular)) return convertPieces(table, regular, judgement)
  source.read(regular)
  return convertInOnePass(table, regular.length, none, judgement)
}

// The text that is converted, and what comes of it.
const source = new UnitMemory()
const target = new UnitMemory()

/** Converts the text in `source`, of so many units. */
function convertInOnePass(
  table: ConversionTable,
  length: number,
  settled: readonly SettledCharacter[],
  judgement: Judgement,
): string {
  // No word and no judgement reaches over a settled character.
  for (const {offset} of settled) source.units[offset] = 0
  let out = 0
  let at = 0
  for (const {offset, result} of settled) {
    out = convertBetween(table, at, offset, out, judgement)
    target.reserve(out + 1)[out++] = result.charCodeAt(0)
    at = offset + 1
  }
  out = convertBetween(table, at, length, out, judgement)
  return target.textBetween(0, out)
}

/**
 * Converts what stands from `start` to `end`, where the source has a 0, and puts it at `out` of the
 * target. Answers where the output then ends.
 */
function convertBetween(
  table: ConversionTable,
  start: number,
  end: number,
  begin: number,
  {boundaryInside}: Judgement,
): number {
  const {units, words} = table
  const {records} = words
  const text = source.units
  let out = begin
  let result = target.reserve(out + end - start)
  let wordEnd = start
  // Where a stretch that the stages have to decide begins in the text.
  let stretch = -1
  for (let at = start; at < end; ) {
    const unit = units[text[at]!]!
    const record = (unit & traits.begins) === 0 ? 0 : findWord(words, text, at)
    const isCut = isWord(words, record)
    if (stretch !== -1 && (isCut || (unit & traits.free) !== 0)) {
      out = writeStretch(table, stretch, at, out)
      result = target.reserve(out + end - at)
      stretch = -1
    }
    if (isCut) {
      const last = at + records[record]!
      wordEnd = staysAsItIs(table, text, at, record) ? last : boundaryInside(text, at, last)
      if (wordEnd === last) out = writeResult(records, record, out)
      else out = writeCut(table, at, wordEnd, out)
      result = target.reserve(out + end - wordEnd)
      at = wordEnd
      continue
    }
    if (stretch === -1 && (record !== 0 || (unit & traits.odd) !== 0)) {
      stretch = stretchStart(units, text, at, wordEnd)
    }
    result[out++] = unit
    at++
  }
  return stretch === -1 ? out : writeStretch(table, stretch, end, out)
}

/**
 * Whether a word of two units comes out the same when it is cut: each unit as it does alone, and
 * nothing to be looked for begins with the second.
 */
function staysAsItIs({units, words}: ConversionTable, text: Units, at: number, record: number) {
  const {records} = words
  if (records[record] !== 2 || records[record + 1] !== 2) return false
  const first = units[text[at]!]!
  const second = units[text[at + 1]!]!
  return (
    ((first | second) & traits.odd) === 0 &&
    (first & 0xffff) === records[record + 2] &&
    (second & 0xffff) === records[record + 3] &&
    ((second & traits.begins) === 0 || findWord(words, text, at + 1) === 0)
  )
}

/**
 * Takes a stretch of the source through the stages, and what came of it to the place of what the one
 * pass has put out for it, unit for unit, up to `out`. Answers where the output then ends.
 */
function writeStretch(table: ConversionTable, start: number, end: number, out: number): number {
  const result = convertStages(table, source.textBetween(start, end))
  return write(result, out - (end - start))
}

/** Puts a result at `out`; answers where it ends. */
function write(result: string, out: number): number {
  const units = target.reserve(out + result.length)
  for (let at = 0; at < result.length; at++) units[out + at] = result.charCodeAt(at)
  return out + result.length
}

/** The same with what a word of the table becomes. */
function writeResult(records: Uint16Array, record: number, out: number): number {
  const start = resultStart(records, record)
  const length = records[record + 1]!
  const units = target.reserve(out + length)
  for (let at = 0; at < length; at++) units[out + at] = records[start + at]!
  return out + length
}

/** The same with the first part of a word that was cut, which most often holds no other word. */
function writeCut(table: ConversionTable, start: number, end: number, out: number): number {
  const {units, words} = table
  const text = source.units
  const behind = text[end]!
  text[end] = 0
  let isPlain = true
  for (let at = start; at < end && isPlain; at++) {
    isPlain = (units[text[at]!]! & traits.odd) === 0 && findWord(words, text, at) === 0
  }
  text[end] = behind
  if (!isPlain) return write(convertPieces(table, source.textBetween(start, end), noJudgement), out)
  const result = target.reserve(out + end - start)
  for (let at = start; at < end; at++) result[out + at - start] = units[text[at]!]!
  return out + end - start
}

/** Where the units begin that stand in words and lead up to `offset`, from `earliest` on. */
function stretchStart(units: Uint32Array, text: Units, offset: number, earliest: number): number {
  let start = offset
  while (start > earliest && (units[text[start - 1]!]! & traits.free) === 0) start--
  return start
}

/** The same in two steps, word by word, for a text that has descriptions of glyphs. */
function convertPieces(table: ConversionTable, text: string, judgement: Judgement): string {
  const {records} = table.words
  const units = unitsOf(text)
  let result = ''
  let pending = 0
  for (let at = 0; at < text.length; ) {
    const record = findWord(table.words, units, at)
    if (!isWord(table.words, record)) {
      at = stepOver(text, at)
      continue
    }
    const end = at + records[record]!
    const cut = judgement.boundaryInside(units, at, end)
    result += convertStages(table, text.slice(pending, at))
    result +=
      cut < end ? convertPieces(table, text.slice(at, cut), noJudgement) : resultOf(records, record)
    at = cut
    pending = at
  }
  return result + convertStages(table, text.slice(pending))
}

function convertStages({stages}: ConversionTable, text: string): string {
  return stages.reduce(convertStage, text)
}
