import {Buffer} from 'node:buffer'
import {type ConversionTable, traits} from './conversion-table.ts'
import type {Converter} from './dictionary.ts'
import {convertStage, stepOver} from './stage.ts'
import {findWord, isWord, resultOf, resultStart} from './word-table.ts'

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
  boundaryInside: BoundaryInside = noBoundary,
): Converter {
  return (text) => {
    if (!unusual.test(text)) return convertInOnePass(table, text, boundaryInside)
    const regular = convertStage(text, table.regular)
    return description.test(regular)
      ? convertPieces(table, regular, boundaryInside)
      : convertInOnePass(table, regular, boundaryInside)
  }
}

/**
 * Where a word of the table, from `start` to `end` of a text, is cut by the end of an ordinary
 * word; `end` where it is not.
 */
export type BoundaryInside = (text: string, start: number, end: number) => number

const noBoundary: BoundaryInside = (_text, _start, end) => end

// Compatibility ideographs, and ideographic description characters: what these join is no text,
// and no word is looked for in it.
const unusual = /[\u2ff0-\u2fff\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/
const description = /[\u2ff0-\u2fff]/

function convertInOnePass(
  table: ConversionTable,
  text: string,
  boundaryInside: BoundaryInside,
): string {
  const {units, words} = table
  const {records} = words
  let target = reserve(text.length)
  let out = 0
  let wordEnd = 0
  // Where a stretch that the stages have to decide begins in the text.
  let stretch = -1
  for (let at = 0; at < text.length; ) {
    const unit = units[text.charCodeAt(at)]!
    const record = (unit & traits.begins) === 0 ? 0 : findWord(words, text, at)
    const isCut = isWord(words, record)
    if (stretch !== -1 && (isCut || (unit & traits.free) !== 0)) {
      out = writeStretch(table, text.slice(stretch, at), out, text.length - at)
      target = reserve(0)
      stretch = -1
    }
    if (isCut) {
      const end = at + records[record]!
      wordEnd = staysAsItIs(table, text, at, record) ? end : boundaryInside(text, at, end)
      const rest = text.length - at
      if (wordEnd === end) out = writeResult(records, record, out, rest)
      else out = writeCut(table, text.slice(at, wordEnd), out, rest)
      target = reserve(0)
      at = wordEnd
      continue
    }
    if (stretch === -1 && (record !== 0 || (unit & traits.odd) !== 0)) {
      stretch = stretchStart(units, text, at, wordEnd)
    }
    target[out++] = unit
    at++
  }
  if (stretch !== -1) out = writeStretch(table, text.slice(stretch), out, 0)
  return bytes.toString('utf16le', 0, out * 2)
}

/**
 * Whether a word of two units comes out the same when it is cut: each unit as it does alone, and
 * nothing to be looked for begins with the second.
 */
function staysAsItIs({units, words}: ConversionTable, text: string, at: number, record: number) {
  const {records} = words
  if (records[record] !== 2 || records[record + 1] !== 2) return false
  const [first, second] = [units[text.charCodeAt(at)]!, units[text.charCodeAt(at + 1)]!]
  return (
    ((first | second) & traits.odd) === 0 &&
    (first & 0xffff) === records[record + 2] &&
    (second & 0xffff) === records[record + 3] &&
    ((second & traits.begins) === 0 || findWord(words, text, at + 1) === 0)
  )
}

/**
 * Takes a stretch through the stages, and what came of it to the place of what the one pass has
 * put out for it, unit for unit, up to `out`. Answers where the output then ends; there is room for
 * `rest` units behind it.
 */
function writeStretch(table: ConversionTable, stretch: string, out: number, rest: number): number {
  return write(convertStages(table, stretch), out - stretch.length, rest)
}

/** Puts a result at `out`, with room for `rest` units behind it; answers where it ends. */
function write(result: string, out: number, rest: number): number {
  const target = reserve(out + result.length + rest)
  for (let at = 0; at < result.length; at++) target[out + at] = result.charCodeAt(at)
  return out + result.length
}

/** The same with what a word of the table becomes. */
function writeResult(records: Uint16Array, record: number, out: number, rest: number): number {
  const start = resultStart(records, record)
  const length = records[record + 1]!
  const target = reserve(out + length + rest)
  for (let at = 0; at < length; at++) target[out + at] = records[start + at]!
  return out + length
}

/** The same with the first part of a word that was cut, which most often holds no other word. */
function writeCut(table: ConversionTable, part: string, out: number, rest: number): number {
  const {units, words} = table
  for (let at = 0; at < part.length; at++) {
    if ((units[part.charCodeAt(at)]! & traits.odd) !== 0 || findWord(words, part, at) !== 0) {
      return write(convertPieces(table, part, noBoundary), out, rest)
    }
  }
  const target = reserve(out + part.length + rest)
  for (let at = 0; at < part.length; at++) target[out + at] = units[part.charCodeAt(at)]!
  return out + part.length
}

/** Where the units begin that stand in words and lead up to `offset`, from `earliest` on. */
function stretchStart(units: Uint32Array, text: string, offset: number, earliest: number): number {
  let start = offset
  while (start > earliest && (units[text.charCodeAt(start - 1)]! & traits.free) === 0) start--
  return start
}

/** The same in two steps, word by word, for a text that has descriptions of glyphs. */
function convertPieces(
  table: ConversionTable,
  text: string,
  boundaryInside: BoundaryInside,
): string {
  const {records} = table.words
  let result = ''
  let pending = 0
  for (let at = 0; at < text.length; ) {
    const record = findWord(table.words, text, at)
    if (!isWord(table.words, record)) {
      at = stepOver(text, at)
      continue
    }
    const end = at + records[record]!
    const cut = boundaryInside(text, at, end)
    result += convertStages(table, text.slice(pending, at))
    result +=
      cut < end ? convertPieces(table, text.slice(at, cut), noBoundary) : resultOf(records, record)
    at = cut
    pending = at
  }
  return result + convertStages(table, text.slice(pending))
}

function convertStages({stages}: ConversionTable, text: string): string {
  return stages.reduce(convertStage, text)
}

// Where results are put together, in memory that is used again for every text.
let memory = new Uint16Array(4096)
let bytes = Buffer.from(memory.buffer)

/** The memory with what stands in it, made larger where it has no room for so many units. */
function reserve(length: number): Uint16Array {
  if (length > memory.length) {
    const larger = new Uint16Array(length * 2)
    larger.set(memory)
    memory = larger
    bytes = Buffer.from(larger.buffer)
  }
  return memory
}
