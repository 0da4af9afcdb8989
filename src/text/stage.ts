import {unitsOf} from './units.ts'
import {findUnit, findWord, resultOf, type WordTable} from './word-table.ts'

/**
 * One stage of a conversion, as OpenCC does it: from the left, the longest word of the table at
 * each place.
 */
export function convertStage(text: string, table: WordTable): string {
  const units = unitsOf(text)
  let result = ''
  for (let at = 0; at < text.length; ) {
    const record = findWord(table, units, at) || findUnit(table, units[at]!)
    const end = record === 0 ? stepOver(text, at) : at + table.records[record]!
    result += record === 0 ? text.slice(at, end) : resultOf(table.records, record)
    at = end
  }
  return result
}

/**
 * The end of what begins at `offset` and no table has: a character, or a whole ideographic
 * description sequence (Unicode 12.1, "Ideographic Description Characters"), whose parts describe
 * a glyph and are not text.
 */
export function stepOver(text: string, offset: number): number {
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
