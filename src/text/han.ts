import {asNumbers, asUnits, unpackSections} from './sections.ts'
import {scriptMarks} from './table-layout.ts'
import {readTable} from './tables/read-table.ts'
import {unitsOf} from './units.ts'
import {findWord, resultOf, type WordTable} from './word-table.ts'

/** Whether a character is a Han character (Unicode property Script=Han) or the numeral 〇. */
export function isHan(character: string | undefined): boolean {
  if (character === undefined) return false
  return (
    (character.length === 1 && isUnified(character, 0)) || /^[\p{Script=Han}〇]$/u.test(character)
  )
}

/** How many Han characters a text has. */
export function countHan(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    if (isUnified(text, at) || isOtherHan(text.codePointAt(at)!)) count++
  }
  return count
}

/** Whether one of the unified ideographs, 4E00 to 9FFF, which are nearly all there are, stands at an offset. */
function isUnified(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  return unit >= 0x4e00 && unit <= 0x9fff
}

// Script=Han begins at U+2E80. Half of a pair is no character.
function isOtherHan(point: number): boolean {
  return point >= 0x2e80 && /\p{Script=Han}/u.test(String.fromCodePoint(point))
}

/** A set of characters; it is asked for one character at a time. */
export interface CharacterSet extends Iterable<string> {
  readonly has: (character: string) => boolean
  /** The same for its code point, which is faster to get at. */
  readonly hasPoint: (point: number) => boolean
}

/** The other forms of characters; it is asked for one character at a time. */
export interface CharacterForms {
  readonly has: (character: string) => boolean
  readonly get: (character: string) => readonly string[] | undefined
}

/** What OpenCC's tables of single characters know about the two scripts. */
export interface CharacterTables {
  /** Characters that only traditional text has. */
  readonly traditional: CharacterSet
  /** Characters that only simplified text has. */
  readonly simplified: CharacterSet
  /** Every other form of a character in either script. */
  readonly counterparts: CharacterForms
}

let tables: CharacterTables | undefined

/** The tables, read once. */
export function characterTables(): CharacterTables {
  tables ??= decodeCharacters(readTable('characters'))
  return tables
}

/** The marks of all code points, and a table of characters with their other forms in one string. */
function decodeCharacters(bytes: Uint8Array): CharacterTables {
  const [marks = new Uint8Array(), ...forms] = unpackSections(bytes)
  return {
    traditional: setOf(marks, scriptMarks.traditional),
    simplified: setOf(marks, scriptMarks.simplified),
    counterparts: formsIn({
      pairs: asNumbers(forms[0]!),
      slots: asNumbers(forms[1]!),
      records: asUnits(forms[2]!),
    }),
  }
}

function formsIn(table: WordTable): CharacterForms {
  const find = (character: string): number => findWord(table, unitsOf(character), 0)
  return {
    has: (character) => find(character) !== 0,
    get: (character) => {
      const record = find(character)
      return record === 0 ? undefined : Array.from(resultOf(table.records, record))
    },
  }
}

function setOf(marks: Uint8Array, mark: number): CharacterSet {
  return {
    has: (character) => marks[character.codePointAt(0) ?? -1] === mark,
    hasPoint: (point) => marks[point] === mark,
    *[Symbol.iterator]() {
      for (const [point, found] of marks.entries()) {
        if (found === mark) yield String.fromCodePoint(point)
      }
    },
  }
}
