import {expect, test} from 'vitest'
import {unitsOf} from '../../src/text/units.ts'
import {buildWordList, costBetween, costOf, mayJoin} from '../../src/text/word-list.ts'
import {sequence} from '../support/random.ts'

const alphabet = '校长发言机关系统里面包含𠮷'

test('a list knows every word of up to four units with its cost, and no other', () => {
  const {below, text} = sequence(5)
  for (let round = 0; round < 50; round++) {
    const costs = new Map<string, number>()
    for (let count = below(60); count > 0; count--) {
      costs.set(text(alphabet, 1 + below(4)), 1 + below(255))
    }
    const list = buildWordList(costs)
    for (const [word, cost] of costs) {
      const around = unitsOf(`一${word}二`)
      expect(costBetween(list, around, 1, 1 + word.length)).toBe(word.length > 4 ? 0 : cost)
    }
    for (let count = 0; count < 100; count++) {
      const word = text(alphabet, 1 + below(3))
      const known = word.length > 4 ? undefined : costs.get(word)
      expect(costOf(list, word)).toBe(known ?? 0)
    }
  }
})

test('two units of a word may join, and most others may not', () => {
  const list = buildWordList(
    new Map([
      ['校长', 100],
      ['发言人', 100],
    ]),
  )
  const [...units] = unitsOf('校长发言人')
  const joins = [1, 2, 3, 4].map((at) => mayJoin(list, units[at - 1]!, units[at]!))
  expect(joins).toEqual([true, false, true, true])
})
