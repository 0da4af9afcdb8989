import {expect, test} from 'vitest'
import {createSlug} from '../../src/text/slug.ts'
import {sequence} from '../support/random.ts'

test.each([
  ['工作动态', '工作动态'],
  ['一、会议（一）召开', '一-会议-一-召开'],
  ['  Dibao News!  ', 'dibao-news'],
  ['A/B\\C..D', 'a-b-c-d'],
  ['２０２３年', '２０２３年'],
  ['cafe\u0301', 'café'],
  ['\u{F900}', '豈'],
  ['\u{20000}', '\u{20000}'],
  ['---a---', 'a'],
  ['100%', '100'],
  ['ÀÉ', 'àé'],
])('%j becomes %s', (text, slug) => {
  expect(createSlug(text)).toBe(slug)
})

test('is never empty, and differs for different texts without letters', () => {
  const slugs = ['', '！', '—', '😀', '../..'].map(createSlug)
  for (const slug of slugs) expect(slug).toMatch(/^x[0-9a-f]{8}$/)
  expect(new Set(slugs).size).toBe(slugs.length)
})

test('is at most 60 characters long, and cuts none in two', () => {
  expect(createSlug('发'.repeat(100))).toBe('发'.repeat(60))
  expect(createSlug('\u{20000}'.repeat(100))).toBe('\u{20000}'.repeat(60))
  expect(createSlug(`${'发'.repeat(59)} 后`)).toBe('发'.repeat(59))
})

test('is one segment of an address, and its own slug', () => {
  const {below, text} = sequence(2)
  const alphabet = [...'发后A é/.%?#&\\"<>\'', '..', '\u{20000}', '\u200b', '，', 'İ', '\u0301']
  for (let count = 0; count < 3000; count++) {
    const slug = createSlug(text(alphabet, below(90)))
    expect(slug).toMatch(/^[^\s/.%?#&\\"<>',]+$/)
    expect(createSlug(slug)).toBe(slug)
  }
})

test('is never the name of a device, which Windows gives to no file', () => {
  for (const name of ['CON', 'aux', 'Lpt1'])
    expect(createSlug(name)).toMatch(/^[a-z0-9]+[0-9a-f]{8}$/)
  expect(createSlug('console')).toBe('console')
})
