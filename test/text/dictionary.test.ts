import {expect, test} from 'vitest'
import {parsePackedTable, uniteTables} from '../../src/text/dictionary.ts'

test('reads a packed table, in its order', () => {
  expect(parsePackedTable('头发 頭髮|后 後|一 ')).toEqual([
    ['头发', '頭髮'],
    ['后', '後'],
    ['一', ''],
  ])
  expect(parsePackedTable('')).toEqual([])
})

test('lets the first table that has a word decide, and keeps the order of the words', () => {
  const united = uniteTables([
    [['后', '後']],
    [
      ['台', '臺'],
      ['后', '后'],
    ],
    [],
  ])
  expect([...united]).toEqual([
    ['后', '後'],
    ['台', '臺'],
  ])
})
