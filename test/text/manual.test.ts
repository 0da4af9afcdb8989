import {expect, test} from 'vitest'
import {normaliseText} from '../../src/text/normalise-text.ts'

const editions = ['zh-Hans', 'zh-Hant', 'zh-HK'] as const

function inAll(text: string): readonly string[] {
  return editions.map((edition) => normaliseText(text, {edition, script: 'hans'}).text)
}

test('a text between the marks stays as it is in every edition', () => {
  expect(inAll('-{余某某}-发言')).toEqual(['余某某发言', '余某某發言', '余某某發言'])
})

test('each edition takes the form that is named for it, or the nearest', () => {
  expect(inAll('买-{zh-hans:计算机; zh-hant:電腦}-一台')).toEqual([
    '买计算机一台',
    '買電腦一臺',
    '買電腦一台',
  ])
  expect(inAll('-{zh-hk:巴士；zh-hant:公車；zh-hans:公交车}-')).toEqual(['公交车', '公車', '巴士'])
  expect(inAll('-{zh-tw:甲}-')).toEqual(['甲', '甲', '甲'])
})

test('an empty mark keeps two characters from being one word', () => {
  expect(inAll('头-{}-发')).toEqual(['头发', '頭發', '頭發'])
})

test('settled text comes before the glossary, and its punctuation is not mended', () => {
  const glossary = {余某某: {'zh-Hant': '餘某某'}} as const
  const {text} = normaliseText('-{余某某,甲}-与余某某', {
    edition: 'zh-Hant',
    script: 'hans',
    glossary,
  })
  expect(text).toBe('余某某,甲與餘某某')
})

test.each([
  ['mojibake', '閫氱煡锛氬悇鍗曚綅'],
  ['byte-shift', '螺釘?shù)奶攸c'],
  ['canonical', '\uF900有此理'],
  ['width', '共１２３人'],
  ['invisible', '会\u200b议'],
  ['quotes', '他说"好"字'],
  ['stray-question-mark', '经验。?'],
  ['numeral-zero', '二○一○年'],
])('%s leaves what is settled by hand', (_, text) => {
  const {text: made} = normaliseText(`-{${text}}-`, {edition: 'zh-Hans', script: 'hans'})
  expect(made).toBe(text)
})

test.each(['甲-{乙', '乙}-丙', 'a - {b} - c'])('leaves what is no mark: %s', (text) => {
  expect(normaliseText(text, {edition: 'zh-Hans', script: 'hans'}).text).toBe(text)
})
