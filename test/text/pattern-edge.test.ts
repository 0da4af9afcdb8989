import {expect, test} from 'vitest'
import {firstUnits, lastUnits} from '../../src/text/pattern-edge.ts'
import {contextRules} from '../../src/text/tables/context-rules.ts'
import {sequence} from '../support/random.ts'

test.each([
  ['校长|书记', '校书', '长记'],
  ['[甲乙]丙?', '甲乙', '甲乙丙'],
  ['(?:甲|乙)丙', '甲乙', '丙'],
  ['甲{0,2}(?!乙)丙', '甲丙', '丙'],
  ['甲{2,3}', '甲', '甲'],
  ['(?<=丁)甲+?乙', '甲', '乙'],
  ['[1-3\\u4e00]\\)', '123一', ')'],
  ['(?:^|，)老', '老，', '老'],
  ['老|^', undefined, '老\0'],
  ['甲(?:乙|$)', '甲', '甲乙'],
  ['(?:甲|$)', '甲\0', undefined],
  ['(甲)\\d', '甲', '0123456789'],
])('%s begins with %j and ends with %j', (pattern, first, last) => {
  const setOf = (units?: string) => units && new Set(units)
  expect(setOf(firstUnits(pattern))).toEqual(setOf(first))
  expect(setOf(lastUnits(pattern))).toEqual(setOf(last))
})

test.each(['', '甲?', '(?=甲)', '甲|', '.', '[^甲]', '[\\u4e00-\\u9fff]甲?', '\\w'])(
  '%s can begin with anything',
  (pattern) => {
    expect(firstUnits(pattern)).toBeUndefined()
    expect(lastUnits(pattern)).toBeUndefined()
  },
)

test('a pattern is never found where no unit of its edge stands', () => {
  const {below, pick, text} = sequence(31)
  const atom = (depth: number): string => {
    const kind = below(depth > 2 ? 5 : 8)
    if (kind < 3) return text('甲乙丙', 1 + below(2))
    if (kind === 3) return pick(['[甲乙]', '[^甲]', '\\d', '\\s', '[1-2]', '.', '[\\u4e19丁]'])
    if (kind === 4) return pick(['(?!甲)', '(?<=乙)', '^', '$', '(?=丙)'])
    return `(?:${alternatives(depth + 1)})${pick(['', '?', '*', '+', '{2}', '{0,2}', '{1,}?'])}`
  }
  const part = (depth: number): string =>
    Array.from({length: 1 + below(3)}, () => atom(depth)).join('')
  const alternatives = (depth: number): string =>
    Array.from({length: 1 + below(3)}, () => part(depth)).join('|')
  let found = 0
  for (let count = 0; count < 3000; count++) {
    const pattern = alternatives(0)
    const [first, last] = [firstUnits(pattern), lastUnits(pattern)]
    const before = new RegExp(`(?<=${pattern})`, 'y')
    const after = new RegExp(`(?=${pattern})`, 'y')
    const line = text('甲乙丙丁1 ', 4)
    for (let at = 0; at <= line.length; at++) {
      before.lastIndex = at
      after.lastIndex = at
      if (last !== undefined && before.test(line)) expect(last).toContain(line[at - 1] ?? '\0')
      if (first !== undefined && after.test(line)) expect(first).toContain(line[at] ?? '\0')
      if (first !== undefined || last !== undefined) found++
    }
  }
  expect(found).toBeGreaterThan(1000)
})

test('most rules say what stands beside their character', () => {
  const telling = contextRules.filter(
    ({before, after}) => (lastUnits(before) ?? firstUnits(after)) !== undefined,
  )
  expect(telling.length).toBeGreaterThan(0.9 * contextRules.length)
})
