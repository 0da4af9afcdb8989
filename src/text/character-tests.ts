import type {ContextRule} from './context-rule.ts'
import {firstUnits, lastUnits} from './pattern-edge.ts'
import type {Units} from './units.ts'

/** The tests of the rules that speak of one character, in the order of the rules. */
export interface CharacterTests {
  readonly tests: readonly RuleTest[]
  readonly before: OpenTests
  readonly after: OpenTests
}

export interface RuleTest {
  readonly rule: ContextRule
  /** What stands around the character, for its offset; made when it is first asked for. */
  readonly pattern: () => RegExp
}

/**
 * Which tests a unit beside the character leaves open, a bit for each, from the lowest on, and again
 * from the lowest after 32; and which a unit leaves open that is not listed.
 */
interface OpenTests {
  readonly byUnit: ReadonlyMap<number, number>
  readonly otherwise: number
}

/** Makes the tests for a character out of the rules that speak of it. */
export type TestMaker = (character: string, rules: readonly ContextRule[]) => CharacterTests

/** A maker of tests, which looks at each rule once however many characters it speaks of. */
export function createTestMaker(): TestMaker {
  const known = new Map<ContextRule, RuleEdges>()
  const edgesOf = (rule: ContextRule): RuleEdges => {
    const edges = known.get(rule) ?? {before: lastUnits(rule.before), after: firstUnits(rule.after)}
    known.set(rule, edges)
    return edges
  }
  return (character, rules) => ({
    tests: rules.map((rule) => createTest(character, rule)),
    before: openedBy(rules.map((rule) => edgesOf(rule).before)),
    after: openedBy(rules.map((rule) => edgesOf(rule).after)),
  })
}

/** The units that can stand beside a character where a rule fits. */
interface RuleEdges {
  readonly before: string | undefined
  readonly after: string | undefined
}

function createTest(character: string, rule: ContextRule): RuleTest {
  let pattern: RegExp | undefined
  // What stands behind fails sooner, and costs less to look at.
  const source = `${character}(?=${rule.after})(?<=(?:${rule.before})${character})`
  return {
    rule,
    pattern: () => {
      pattern ??= new RegExp(source, 'y')
      return pattern
    },
  }
}

function openedBy(unitsOfTests: readonly (string | undefined)[]): OpenTests {
  const byUnit = new Map<number, number>()
  let otherwise = 0
  for (const [index, units] of unitsOfTests.entries()) {
    if (units === undefined) otherwise |= 1 << index
    for (const unit of units ?? '') {
      const code = unit.charCodeAt(0)
      byUnit.set(code, (byUnit.get(code) ?? 0) | (1 << index))
    }
  }
  for (const [unit, open] of byUnit) byUnit.set(unit, open | otherwise)
  return {byUnit, otherwise}
}

/**
 * The tests that the units beside the character at an offset leave open, as bits. Most often there
 * are none, and no regular expression has to be asked.
 */
export function openTests({before, after}: CharacterTests, units: Units, offset: number): number {
  const left = offset === 0 ? 0 : units[offset - 1]!
  const right = units[offset + 1]!
  return (
    (before.byUnit.get(left) ?? before.otherwise) & (after.byUnit.get(right) ?? after.otherwise)
  )
}

/** Whether a test is among the open ones. */
export function isOpen(open: number, index: number): boolean {
  return (open & (1 << index)) !== 0
}
