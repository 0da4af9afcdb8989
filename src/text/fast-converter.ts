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
export function createFastConverter(table: ConversionTable): Converter {
  return (text) => {
    if (!unusual.test(text)) return convertInOnePass(table, text)
    const regular = convertStage(text, table.regular)
    return description.test(regular)
      ? convertPieces(table, regular)
      : convertInOnePass(table, regular)
  }
}

// Compatibility ideographs, and ideographic description characters: what these join is no text,
// and no word is looked for in it.
const unusual = /[\u2ff0-\u2fff\uf900-\ufaff]|\ud87e[\udc00-\ude1f]/
const description = /[\u2ff0-\u2fff]/

function convertInOnePass(table: ConversionTable, text: string): string {
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
      at += records[record]!
      wordEnd = at
      const start = resultStart(records, record)
      const end = start + records[record + 1]!
      target = reserve(out + end - start + text.length - at)
      for (let from = start; from < end; from++) target[out++] = records[from]!
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
 * Takes a stretch through the stages, and what came of it to the place of what the one pass has
 * put out for it, unit for unit, up to `out`. Answers where the output then ends; there is room for
 * `rest` units behind it.
 */
function writeStretch(table: ConversionTable, stretch: string, out: number, rest: number): number {
  const result = convertStages(table, stretch)
  const start = out - stretch.length
  const target = reserve(start + result.length + rest)
  for (let at = 0; at < result.length; at++) target[start + at] = result.charCodeAt(at)
  return start + result.length
}

/** Where the units begin that stand in words and lead up to `offset`, from `earliest` on. */
function stretchStart(units: Uint32Array, text: string, offset: number, earliest: number): number {
  let start = offset
  while (start > earliest && (units[text.charCodeAt(start - 1)]! & traits.free) === 0) start--
  return start
}

/** The same in two steps, word by word, for a text that has descriptions of glyphs. */
function convertPieces(table: ConversionTable, text: string): string {
  const {records} = table.words
  let result = ''
  let pending = 0
  for (let at = 0; at < text.length; ) {
    const record = findWord(table.words, text, at)
    if (!isWord(table.words, record)) {
      at = stepOver(text, at)
      continue
    }
    result += convertStages(table, text.slice(pending, at)) + resultOf(records, record)
    at += records[record]!
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
