import {expect, test} from 'vitest'
import {createExcerpt} from '../../src/text/excerpt.ts'
import {sequence} from '../support/random.ts'

const long = '会议传达学习精神'.repeat(20)

test.each([
  ['', ''],
  ['  \n ', ''],
  ['第一段。\n第二段。', '第一段。第二段。'],
  ['共 3 人\n到 会', '共 3 人 到 会'],
  ['一。　\n　二', '一。二'],
  ['正'.repeat(100), '正'.repeat(100)],
  ['正'.repeat(101), `${'正'.repeat(100)}……`],
])('%j begins with %j', (text, excerpt) => {
  expect(createExcerpt(text)).toBe(excerpt)
})

test('ends with a sentence where one ends between 50 and 100 characters', () => {
  expect(createExcerpt(`${long.slice(0, 49)}。${long}`)).toBe(`${long.slice(0, 49)}。`)
  expect(createExcerpt(`${long.slice(0, 99)}？${long}`)).toBe(`${long.slice(0, 99)}？`)
  const both = `${long.slice(0, 55)}！${long.slice(0, 30)}。${long}`
  expect(createExcerpt(both)).toBe(`${long.slice(0, 55)}！${long.slice(0, 30)}。`)
})

test('ends with an ellipsis where the only sentences are too short or too long', () => {
  expect(createExcerpt(`${long.slice(0, 48)}。${long}`)).toBe(
    `${`${long.slice(0, 48)}。${long}`.slice(0, 100)}……`,
  )
  expect(createExcerpt(`${long.slice(0, 100)}。${long}`)).toBe(`${long.slice(0, 100)}……`)
})

test('cuts no character that a reader sees as one', () => {
  for (const each of ['\u{20000}', '👩‍👧', 'e\u0301', '🇨🇳', '葛\u{E0100}']) {
    expect(createExcerpt(each.repeat(100))).toBe(each.repeat(100))
    expect(createExcerpt(each.repeat(101))).toBe(`${each.repeat(100)}……`)
  }
})

test('is short, has one line, and begins the text', () => {
  const {below, text} = sequence(4)
  const count = new Intl.Segmenter('zh', {granularity: 'grapheme'})
  for (let round = 0; round < 1000; round++) {
    const plain = text([...'会议。，！ \n', 'A', '\u{20000}', '👩‍👧'], below(300))
    const excerpt = createExcerpt(plain)
    expect([...count.segment(excerpt)].length).toBeLessThanOrEqual(102)
    expect(excerpt).not.toMatch(/\n/)
    const seen = (value: string): string => value.replace(/\s/g, '')
    expect(seen(plain).startsWith(seen(excerpt.replace(/……$/, '')))).toBe(true)
  }
})

test('counts as the segmenter does, whatever the characters', () => {
  const {below, text} = sequence(5)
  const news = [...'会议传达学习精神，。！？“”（）…—A1%·アー､Ⅲ①☆']
  const others = [
    ...['\u0301', '\u200d', '\ufe0f', '\u{E0100}', '\u302a', '\u3099', 'ﾞ', '\u0e33', '\u0d4e'],
    ...['❤', '👩', '🇨', '\u{20000}', '\ud83d', '\udc69'],
    ...['각', '\u1100', '\u1161', '\u11a8', '\ua960', '\ud7b0'],
  ]
  const count = new Intl.Segmenter('zh', {granularity: 'grapheme'})
  for (let round = 0; round < 1000; round++) {
    const plain = Array.from({length: below(8)}, () => {
      return text(news, below(60)) + text(others, below(2) * below(4))
    }).join('')
    const graphemes = Array.from(count.segment(plain), ({segment}) => segment)
    const begin = graphemes.slice(0, 100)
    const ends = begin.findLastIndex((grapheme) => /[。！？]/.test(grapheme)) + 1
    const whole = ends >= 50 ? begin.slice(0, ends).join('') : `${begin.join('')}……`
    expect(createExcerpt(plain)).toBe(graphemes.length > 100 ? whole : plain)
  }
})
