import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {applyEdits, undoEdits} from '../../src/text/edit.ts'
import {normaliseText, type TextOptions} from '../../src/text/normalise-text.ts'
import {sequence} from '../support/random.ts'

const raw = readFileSync('test/fixtures/meeting-article.raw.txt', 'utf8')

test.each([
  ['zh-Hans', 'hans'],
  ['zh-Hant', 'hant-tw'],
] as const)('the meeting article as a text in %s, metadata lines and all', (edition, name) => {
  const expected = readFileSync(`test/fixtures/meeting-article.${name}.txt`, 'utf8')
  const {text, scripts} = normaliseText(raw, {edition})
  expect(text.trimEnd()).toBe(expected.trimEnd())
  expect(scripts).toEqual(['pseudo-hant'])
})

test('every change is placed in the received text, with its rules and how sure it is', () => {
  const {edits} = normaliseText('螺釘?shù)奶攸c,很好', {edition: 'zh-Hans', script: 'hans'})
  expect(edits).toEqual([
    {rule: 'byte-shift', offset: 2, before: '?shù)奶攸c', after: '的特點', certainty: 'exact'},
    {rule: 'marks', offset: 10, before: ',', after: '，', certainty: 'firm'},
  ])
})

test('every line is a document of its own when lines are asked for, and none is lost', () => {
  const received = '校长发言\r\n\n老闆說好,對嗎?\n'
  const {text, scripts} = normaliseText(received, {edition: 'zh-Hant', lines: true})
  expect(text).toBe('校長發言\r\n\n老闆說好，對嗎？\n')
  expect(scripts).toEqual(['hans', 'hans', 'hant-tw', 'hans'])
})

test('a glossary comes before the tables', () => {
  const glossary = {涂先生: {'zh-Hant': '涂先生'}} as const
  expect(normaliseText('涂先生发言', {edition: 'zh-Hant', glossary}).text).toBe('涂先生發言')
})

test('undoing the edits gives the received text, whatever was received', () => {
  const random = sequence(23)
  const alphabet = [...raw.slice(0, 400), '\n', '\r\n', '(shù)', '?', ' ', '\u200b', 'ａ', '"', 'é']
  const options: readonly TextOptions[] = [
    {edition: 'zh-Hans'},
    {edition: 'zh-Hant'},
    {edition: 'zh-HK', lines: true},
    {edition: 'zh-Hans', script: 'pseudo-hant'},
  ]
  for (let round = 0; round < 400; round++) {
    const received = random.text(alphabet, random.below(80))
    const {text, edits} = normaliseText(received, random.pick(options))
    expect(applyEdits(received, edits)).toBe(text)
    expect(undoEdits(text, edits)).toBe(received)
    expect(text.split('\n').length).toBe(received.split('\n').length)
  }
})
