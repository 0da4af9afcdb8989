import {describe, expect, test} from 'vitest'
import {
  beginsReading,
  isReadingOf,
  isToneless,
  parseSyllable,
  readingsOf,
} from '../../src/text/reading.ts'

describe('a syllable', () => {
  test.each([
    ['qū', 'qu', 1],
    ['xí', 'xi', 2],
    ['guǎn', 'guan', 3],
    ['guăn', 'guan', 3],
    ['huì', 'hui', 4],
    ['le', 'le', 5],
    ['lv4', 'lü', 4],
    ['lu:4', 'lü', 4],
    ['lǜ', 'lü', 4],
    ['lü4', 'lü', 4],
    ['nɑ\u0301nɡ', 'nang', 2],
    ['zhuang1', 'zhuang', 1],
    ['ńg', 'ng', 2],
    ['é', 'e', 2],
    ['e\u0301', 'e', 2],
    ['ma5', 'ma', 5],
  ])('%s is %s in tone %i', (text, base, tone) => {
    expect(parseSyllable(text)).toEqual({base, tone})
  })

  test.each(['', '4', 'Qū', 'qu9', 'qūū', 'qū1', 'q u', '區', 'zhuangg', 'fìltered', 'qu!'])(
    '%j is none',
    (text) => {
      expect(parseSyllable(text)).toBeUndefined()
    },
  )
})

describe('a reading of a character', () => {
  test.each([
    ['長', 'cháng'],
    ['長', 'zhǎng'],
    ['長', 'zháng'],
    ['發', 'fā'],
    ['發', 'fà'],
    ['髮', 'fā'],
    ['发', 'fà'],
    ['干', 'gàn'],
    ['乾', 'gān'],
    ['會', 'kuài'],
    ['调', 'diào'],
    ['著', 'zhe'],
    ['綠', 'lù'],
    ['綠', 'lǜ'],
    ['们', 'men'],
    ['一', 'yí'],
    ['一', 'yì'],
    ['不', 'bú'],
    ['区', 'ōu'],
  ])('%s may be read %s', (character, text) => {
    expect(isReadingOf(character, parseSyllable(text)!)).toBe(true)
  })

  test.each([
    ['門', 'dān'],
    ['關', 'kuān'],
    ['區', 'qú'],
    ['西', 'xī1'],
    ['A', 'ā'],
    ['，', 'dou'],
  ])('%s is not read %s', (character, text) => {
    const syllable = parseSyllable(text)
    expect(syllable !== undefined && isReadingOf(character, syllable)).toBe(false)
  })

  test('without its tone', () => {
    expect(isToneless('學', {base: 'xue', tone: 5})).toBe(true)
    expect(isReadingOf('學', {base: 'xue', tone: 5})).toBe(false)
    expect(isToneless('學', {base: 'xu', tone: 5})).toBe(false)
  })

  test('cut off behind some letter', () => {
    expect(beginsReading('國', {base: 'gu', tone: 5})).toBe(true)
    expect(beginsReading('國', {base: 'g', tone: 5})).toBe(true)
    expect(beginsReading('國', {base: 'guo', tone: 2})).toBe(true)
    expect(beginsReading('國', {base: 'guo', tone: 3})).toBe(false)
    expect(beginsReading('國', {base: 'uo', tone: 5})).toBe(false)
  })

  test('is none for what is no Chinese character', () => {
    expect(readingsOf('A')).toEqual([])
    expect(readingsOf('')).toEqual([])
  })
})
