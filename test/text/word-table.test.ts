import {expect, test} from 'vitest'
import {packSections, unpackSections} from '../../src/text/sections.ts'
import {unitsOf} from '../../src/text/units.ts'
import {buildWordTable, findWord, isWord, resultOf} from '../../src/text/word-table.ts'
import {sequence} from '../support/random.ts'

const words = new Map([
  ['头发', '頭髮'],
  ['头', '頭'],
  ['头发展', '頭發展!'],
  ['发', ''],
  ['\u{20000}', '𠀁'],
])
const table = buildWordTable(words)

function find(text: string, offset = 0): string | undefined {
  const record = findWord(table, unitsOf(text), offset)
  return isWord(table, record) ? resultOf(table.records, record) : undefined
}

test.each([
  ['头发展示', 0, '頭發展!'],
  ['头发', 0, '頭髮'],
  ['头', 0, '頭'],
  ['带头发言', 1, '頭髮'],
  ['发', 0, ''],
  ['\u{20000}', 0, '𠀁'],
])('finds the longest word of %s at %i', (text, offset, result) => {
  expect(find(text, offset)).toBe(result)
})

test.each(['', '的', '展头发', '\uD840'])('finds nothing at the start of %j', (text) => {
  expect(find(text)).toBeUndefined()
})

test('a word that is only watched for is found, and has no result', () => {
  const watching = buildWordTable([['头发', '頭髮']], ['头发展', '金发'])
  const found = ['金发', '头发展', '头'].map((text) => findWord(watching, unitsOf(text), 0))
  expect(found.map((record) => record !== 0)).toEqual([true, true, false])
  // Of two at one place the word decides, though the other is longer.
  expect(found.map((record) => isWord(watching, record))).toEqual([false, true, false])
})

test('finds every word of a random table, and what it becomes', () => {
  const {below, text} = sequence(11)
  const entries = new Map(
    Array.from({length: 5000}, () => [
      text('甲乙丙丁戊己', 2 + below(5)),
      text('子丑寅', below(4)),
    ]),
  )
  const random = buildWordTable(entries)
  const wrong = [...entries].filter(
    ([word, result]) => resultOf(random.records, findWord(random, unitsOf(word), 0)) !== result,
  )
  expect(wrong).toEqual([])
})

test('sections come out of the bytes as they went in', () => {
  const sections = [Uint8Array.of(1, 2, 3), new Uint8Array(), Uint8Array.of(4), Uint8Array.of(5, 6)]
  expect(unpackSections(packSections(sections))).toEqual(sections)
  const shared = new Uint8Array(new SharedArrayBuffer(64))
  shared.set(packSections(sections))
  expect(unpackSections(shared)).toEqual(sections)
})
