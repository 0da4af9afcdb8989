import {type CharacterTests, createTestMaker, isOpen, openTests} from './character-tests.ts'
import {createNameTest, type GivenNameKind, type NameKnowledge} from './surname.ts'
import {type Units, unitsOf} from './units.ts'

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
  /** Whether what stands behind has to read as a given name, too, and as which. */
  readonly givenName?: GivenNameKind
}

/** A character that a rule decides. */
export interface SettledCharacter {
  readonly offset: number
  readonly result: string
}

/** Finds what rules decide in a text, from left to right; the first rule that fits decides. */
export type ContextReader = (text: string, units?: Units) => readonly SettledCharacter[]

const none: readonly SettledCharacter[] = []

/** A reader of these rules; without knowledge of names no rule that asks for a given name fits. */
export function createContextReader(
  rules: readonly ContextRule[],
  known?: NameKnowledge,
): ContextReader {
  if (rules.length === 0) return () => none
  const isNamed = known ? createNameTest(known) : () => false
  const testsOf = createTestsOf(rules)
  // A look into a table for every unit of a text is faster than a regular expression.
  const isSpokenOf = new Uint8Array(0x10000)
  for (const character of charactersOf(rules)) isSpokenOf[character.charCodeAt(0)] = 1
  // A closure in the loop below would make the variables of the loop anew at every unit.
  const ruleAt = (text: string, units: Units, offset: number): ContextRule | undefined => {
    const tests = testsOf(units[offset]!)
    const open = openTests(tests, units, offset)
    if (open === 0) return undefined
    const found = tests.tests.find(
      ({pattern, rule: {givenName}}, index) =>
        isOpen(open, index) &&
        isFoundAt(pattern(), text, offset) &&
        (!givenName || isNamed(text, units, offset, givenName)),
    )
    return found?.rule
  }
  return (text, units = unitsOf(text)) => {
    let settled: SettledCharacter[] | undefined
    for (let offset = 0; offset < text.length; offset++) {
      if (isSpokenOf[units[offset]!] === 0) continue
      const rule = ruleAt(text, units, offset)
      if (!rule) continue
      settled ??= []
      settled.push({offset, result: rule.forms[text[offset]!]!})
    }
    return settled ?? none
  }
}

function charactersOf(rules: readonly ContextRule[]): readonly string[] {
  return rules.flatMap(({forms}) => Object.keys(forms))
}

/** Answers the tests for a character, made when it is first met. */
function createTestsOf(rules: readonly ContextRule[]): (unit: number) => CharacterTests {
  const makeTests = createTestMaker()
  const known = new Map<number, CharacterTests>()
  return (unit) => {
    const tests = known.get(unit)
    if (tests) return tests
    const character = String.fromCharCode(unit)
    const made = makeTests(
      character,
      rules.filter(({forms}) => forms[character] !== undefined),
    )
    known.set(unit, made)
    return made
  }
}

function isFoundAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset
  return pattern.test(text)
}
