import {type Converter, type Entries, uniteTables} from './dictionary.ts'
import {createFastConverter} from './fast-converter.ts'
import {type ConversionName, readOpenccConfig} from './opencc.ts'
import {createPhraseIndex, type PhraseIndex} from './phrase-index.ts'
import {ownPhrases} from './tables/own-phrases.ts'

/**
 * The converter of this name over the tables of the opencc-js package, with our own phrases where
 * the source is simplified. Leftmost-longest, stage after stage, as OpenCC does: without our own
 * phrases the answer is that of opencc-js for every text.
 */
export function createConverter(name: ConversionName, own: Entries = ownPhrases): Converter {
  const {normalise, words, stages} = readOpenccConfig(name)
  const extra = name.startsWith('s2') ? [own] : []
  const makeRegular = inTurn(normalise.map((tables) => createStage(uniteTables(tables))))
  const tables = stages.map((stage, index) =>
    uniteTables(index === 0 ? [...extra, ...stage] : stage),
  )
  const convertSegment = inTurn(tables.map(createStage))
  // A conversion of one stage cuts the text at the words of that stage anyway.
  const segments = words ? uniteTables([...extra, ...words]) : tables[0]
  const index = createPhraseIndex(segments?.keys() ?? [])
  const slowly = words ? segmentThenConvert(index, convertSegment) : convertSegment
  const convert = createFastConverter({index, stages: tables, convertSegment, slowly})
  return (text) => convert(compatibility.test(text) ? makeRegular(text) : text)
}

function inTurn(converters: readonly Converter[]): Converter {
  return (text) => converters.reduce((result, convert) => convert(result), text)
}

// The normalising tables hold nothing but CJK compatibility ideographs.
const compatibility = /[\uF900-\uFAFF]|\uD87E[\uDC00-\uDE1F]/

function createStage(results: ReadonlyMap<string, string>): Converter {
  const index = createPhraseIndex(results.keys())
  return (text) => {
    let result = ''
    for (let at = 0; at < text.length; ) {
      const word = index.words[index.longestAt(text, at)]
      const end = word === undefined ? stepOver(text, at) : at + word.length
      const piece = word ?? text.slice(at, end)
      result += results.get(piece) ?? piece
      at = end
    }
    return result
  }
}

/**
 * Cuts a text at the words of the tables and converts each piece alone, so that a later stage
 * sees no word that reaches across a piece's end.
 */
function segmentThenConvert(index: PhraseIndex, convertSegment: Converter): Converter {
  return (text) => {
    let result = ''
    let pending = 0
    for (let at = 0; at < text.length; ) {
      const word = index.words[index.longestAt(text, at)]
      if (word === undefined) {
        at = stepOver(text, at)
        continue
      }
      result += convertSegment(text.slice(pending, at)) + convertSegment(word)
      at += word.length
      pending = at
    }
    return result + convertSegment(text.slice(pending))
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
