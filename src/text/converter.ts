import {createLongestMatch, type Entries, type LongestMatch, uniteTables} from './dictionary.ts'
import {type ConversionName, readOpenccConfig} from './opencc.ts'
import {ownPhrases} from './tables/own-phrases.ts'

/** A text in, the same text in another script out. */
export type Converter = (text: string) => string

/**
 * The converter of this name over the tables of the opencc-js package, with our own phrases where
 * the source is simplified. Leftmost-longest, stage after stage, as OpenCC does: without our own
 * phrases the answer is that of opencc-js for every text.
 */
export function createConverter(name: ConversionName, own: Entries = ownPhrases): Converter {
  const {normalise, words, stages} = readOpenccConfig(name)
  const extra = name.startsWith('s2') ? [own] : []
  const makeRegular = inTurn(normalise.map(createStage))
  const convertSegment = inTurn(
    stages.map((tables, index) => createStage(index === 0 ? [...extra, ...tables] : tables)),
  )
  const convert = words
    ? segmentThenConvert(
        createLongestMatch(uniteTables([...extra, ...words]).keys()),
        convertSegment,
      )
    : convertSegment
  return (text) => convert(compatibility.test(text) ? makeRegular(text) : text)
}

function inTurn(converters: readonly Converter[]): Converter {
  return (text) => converters.reduce((result, convert) => convert(result), text)
}

// The normalising tables hold nothing but CJK compatibility ideographs.
const compatibility = /[\uF900-\uFAFF]|\uD87E[\uDC00-\uDE1F]/

function createStage(tables: readonly Entries[]): Converter {
  const results = uniteTables(tables)
  const match = createLongestMatch(results.keys())
  return (text) => {
    let result = ''
    for (let at = 0; at < text.length; ) {
      const word = match(text, at)
      const end = word === undefined ? stepOver(text, at) : at + word.length
      result += word === undefined ? text.slice(at, end) : results.get(word)
      at = end
    }
    return result
  }
}

/**
 * Cuts a text at the words of the tables and converts each piece alone, so that a later stage
 * sees no word that reaches across a piece's end.
 */
function segmentThenConvert(match: LongestMatch, convertSegment: Converter): Converter {
  const known = new Map<string, string>()
  const convertWord = (word: string): string => {
    const result = known.get(word) ?? convertSegment(word)
    known.set(word, result)
    return result
  }
  return (text) => {
    let result = ''
    let pending = 0
    for (let at = 0; at < text.length; ) {
      const word = match(text, at)
      if (word === undefined) {
        at = stepOver(text, at)
        continue
      }
      if (pending < at) result += convertSegment(text.slice(pending, at))
      result += convertWord(word)
      at += word.length
      pending = at
    }
    return pending < text.length ? result + convertSegment(text.slice(pending)) : result
  }
}

/**
 * The end of what begins at `offset` and no table has: a character, or a whole ideographic
 * description sequence (Unicode 12.1, "Ideographic Description Characters"), whose parts describe
 * a glyph and are not text.
 */
function stepOver(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  return (
    (unit >= 0x2ff0 && unit <= 0x2fff && endOfDescription(text, offset)) ||
    nextCharacter(text, offset)
  )
}

function nextCharacter(text: string, offset: number): number {
  return offset + (text.codePointAt(offset)! > 0xffff ? 2 : 1)
}

function endOfDescription(text: string, offset: number): number {
  const unit = text.charCodeAt(offset)
  const parts = unit === 0x2ff2 || unit === 0x2ff3 ? 3 : unit >= 0x2ff0 && unit <= 0x2fff ? 2 : 0
  if (parts === 0) return 0
  let end = offset + 1
  for (let part = 0; part < parts; part++) {
    if (end >= text.length) return 0
    end = endOfDescription(text, end) || nextCharacter(text, end)
  }
  return end
}
