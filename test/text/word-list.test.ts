import {expect, test} from 'vitest'
import {buildWordList, costOf, mayJoin} from '../../src/text/word-list.ts'
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
      expect(costOf(list, `一${word}二`, 1, 1 + word.length)).toBe(word.length > 4 ? 0 : cost)
    }
    for (let count = 0; count < 100; count++) {
      const word = text(alphabet, 1 + below(3))
      const known = word.length > 4 ? undefined : costs.get(word)
      expect(costOf(list, word, 0, word.length)).toBe(known ?? 0)
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
  expect([1, 3, 4].map((offset) => mayJoin(list, '校长发言人', offset))).toEqual([true, true, true])
  expect(mayJoin(list, '校长发言人', 2)).toBe(false)
})
