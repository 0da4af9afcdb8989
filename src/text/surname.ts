import {type GivenNames, weighGivenName} from './given-name.ts'
import type {Units} from './units.ts'
import {costBetween, longestWord, type WordList} from './word-list.ts'
import {findWord, isWord, type WordTable} from './word-table.ts'

/** What tells a given name: how names are made, ordinary words, and the words of the tables. */
export interface NameKnowledge {
  readonly names: GivenNames
  readonly ordinary: WordList
  readonly words: WordTable
}

/**
 * What stands behind a surname: what may be an ordinary word as well (余建国), what is none (海洋 in
 * 于海洋), or a given name beyond doubt.
 */
export type GivenNameKind = 'any' | 'no word' | 'sure'

/** Whether a surname stands at `offset`. */
export type NameTest = (text: string, units: Units, offset: number, kind: GivenNameKind) => boolean

// What one character has to weigh as a given name, and two, and two that something speaks against.
const leastOfOne = 6
const leastOfTwo = 5
const leastOfSure = 30

/**
 * Tests for a surname by the one or two characters behind it: they are such as given names are made
 * of, and behind them stands an ordinary word, a mark, or a particle that follows a name. Words that
 * hold the surname (其余, 余额) speak against it.
 */
export function createNameTest({names, ordinary, words}: NameKnowledge): NameTest {
  const isOrdinary = (units: Units, start: number): boolean =>
    start >= 0 && costBetween(ordinary, units, start, start + 2) !== 0
  const isInside = (units: Units, offset: number): boolean => {
    for (let start = Math.max(0, offset - 3); start < offset; start++) {
      const record = findWord(words, units, start)
      if (isWord(words, record) && start + words.records[record]! > offset) return true
    }
    return false
  }
  return (text, units, offset, kind) => {
    const isName = (length: 1 | 2, least: number): boolean => {
      if (weighGivenName(names, units, offset + 1, length) < least) return false
      const end = offset + 1 + length
      return endsName.test(text.slice(end, end + 2)) || beginsWord(ordinary, units, end)
    }
    const record = findWord(words, units, offset)
    const isInTables = isWord(words, record)
    // What the tables know by heart, they know better: 于右任, 郁金香.
    if (isInTables && words.records[record]! > 2) return false
    if (kind === 'sure' && isInside(units, offset)) return false
    if (kind === 'no word') {
      if (isOrdinary(units, offset + 1)) return false
    } else if (
      kind === 'sure' ||
      isInTables ||
      isOrdinary(units, offset - 1) ||
      isOrdinary(units, offset)
    ) {
      return isName(2, leastOfSure)
    }
    return isName(2, leastOfTwo) || isName(1, leastOfOne)
  }
}

const endsName =
  /^(?:$|[^\p{Script=Han}]|[的在对向为与和及等就从率自获被因说是有将把给同]|一[起同行家道]|[两二三四五][人位])/u

function beginsWord(ordinary: WordList, units: Units, start: number): boolean {
  if (units[start] === 0) return false
  for (let end = start + 2; end <= start + longestWord && units[end - 1] !== 0; end++) {
    if (costBetween(ordinary, units, start, end) !== 0) return true
  }
  return false
}
