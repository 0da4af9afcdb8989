import {type GivenNames, weighGivenName} from './given-name.ts'
import {costOf, longestWord, type WordList} from './word-list.ts'
import {findWord, isWord, type WordTable} from './word-table.ts'

/**
 * What a character becomes between what stands before and after it, where no table of words can
 * say: a surname, a measure word, a verb of one character.
 */
export interface ContextRule {
  /** The characters it speaks of, and what each becomes, the same in every traditional edition. */
  readonly forms: Readonly<Record<string, string>>
  /** What stands before and after, as sources of regular expressions that look no further than a clause. */
  readonly before: string
  readonly after: string
  /**
   * Whether what stands behind has to read as a given name, too: as one that may be an ordinary
   * word as well (余建国), as one that is none (海洋 in 于海洋), or as one beyond doubt.
   */
  readonly givenName?: 'any' | 'no word' | 'sure'
}

/** A character that a rule decides. */
export interface SettledCharacter {
  readonly offset: number
  readonly result: string
}

/** Finds what rules decide in a text, from left to right; the first rule that fits decides. */
export type ContextReader = (text: string) => readonly SettledCharacter[]

const none: readonly SettledCharacter[] = []

interface Test {
  readonly fits: RegExp
  readonly result: string
  readonly givenName: ContextRule['givenName']
}

/** What tells a given name: how names are made, ordinary words, and the words of the tables. */
export interface NameKnowledge {
  readonly names: GivenNames
  readonly ordinary: WordList
  readonly words: WordTable
}

/** A reader of these rules; without knowledge of names no rule that asks for a given name fits. */
export function createContextReader(
  rules: readonly ContextRule[],
  known?: NameKnowledge,
): ContextReader {
  const isNamed = known ? createNameTest(known) : () => false
  const byUnit = testsByUnit(rules)
  // A look into a table for every unit of a text is faster than a regular expression.
  const isSpokenOf = new Uint8Array(0x10000)
  for (const unit of byUnit.keys()) isSpokenOf[unit] = 1
  return (text) => {
    let settled: SettledCharacter[] | undefined
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset)
      if (isSpokenOf[unit] === 0) continue
      const {any, tests} = byUnit.get(unit)!
      if (!fitsAt(any, text, offset)) continue
      const rule = tests.find(
        ({fits, givenName}) =>
          fitsAt(fits, text, offset) && (!givenName || isNamed(text, offset, givenName)),
      )
      if (rule) {
        settled ??= []
        settled.push({offset, result: rule.result})
      }
    }
    return settled ?? none
  }
}

/** The tests of the rules that speak of a character, and all of them in one. */
interface CharacterTests {
  readonly any: RegExp
  readonly tests: readonly Test[]
}

function testsByUnit(rules: readonly ContextRule[]): ReadonlyMap<number, CharacterTests> {
  const byCharacter = new Map<string, (Test & {readonly source: string})[]>()
  for (const {forms, before, after, givenName} of rules) {
    for (const [character, result] of Object.entries(forms)) {
      const known = byCharacter.get(character) ?? []
      // What stands behind fails sooner, and costs less to look at.
      const source = `${character}(?=${after})(?<=(?:${before})${character})`
      byCharacter.set(character, [...known, {fits: sticky(source), result, givenName, source}])
    }
  }
  return new Map(
    [...byCharacter].map(([character, tests]) => [
      character.charCodeAt(0),
      {any: sticky(tests.map(({source}) => source).join('|')), tests},
    ]),
  )
}

function sticky(source: string): RegExp {
  return new RegExp(source, 'y')
}

function fitsAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset
  return pattern.test(text)
}

/** Whether a surname stands at `offset`. */
type NameTest = (text: string, offset: number, kind: 'any' | 'no word' | 'sure') => boolean

// What one character has to weigh as a given name, and two, and two that something speaks against.
const leastOfOne = 6
const leastOfTwo = 5
const leastOfSure = 30

/**
 * Tests for a surname by the one or two characters behind it: they are such as given names are made
 * of, and behind them stands an ordinary word, a mark, or a particle that follows a name. Words that
 * hold the surname (其余, 余额) speak against it.
 */
function createNameTest({names, ordinary, words}: NameKnowledge): NameTest {
  const isOrdinary = (text: string, start: number): boolean =>
    start >= 0 && costOf(ordinary, text, start, start + 2) !== 0
  const isName = (text: string, offset: number, length: 1 | 2, least: number): boolean => {
    if (weighGivenName(names, text, offset, length) < least) return false
    const end = offset + length
    return endsName.test(text.slice(end, end + 2)) || beginsWord(ordinary, text, end)
  }
  const isInside = (text: string, offset: number): boolean => {
    for (let start = Math.max(0, offset - 3); start < offset; start++) {
      const record = findWord(words, text, start)
      if (isWord(words, record) && start + words.records[record]! > offset) return true
    }
    return false
  }
  return (text, offset, kind) => {
    const record = findWord(words, text, offset)
    const isInTables = isWord(words, record)
    // What the tables know by heart, they know better: 于右任, 郁金香.
    if (isInTables && words.records[record]! > 2) return false
    if (kind === 'sure' && isInside(text, offset)) return false
    if (kind === 'no word') {
      if (isOrdinary(text, offset + 1)) return false
    } else if (
      kind === 'sure' ||
      isInTables ||
      isOrdinary(text, offset - 1) ||
      isOrdinary(text, offset)
    ) {
      return isName(text, offset + 1, 2, leastOfSure)
    }
    return isName(text, offset + 1, 2, leastOfTwo) || isName(text, offset + 1, 1, leastOfOne)
  }
}

const endsName =
  /^(?:$|[^\p{Script=Han}]|[的在对向为与和及等就从率自获被因说是有将把给同]|一[起同行家道]|[两二三四五][人位])/u

function beginsWord(ordinary: WordList, text: string, start: number): boolean {
  for (let end = start + 2; end <= start + longestWord && end <= text.length; end++) {
    if (costOf(ordinary, text, start, end) !== 0) return true
  }
  return false
}
