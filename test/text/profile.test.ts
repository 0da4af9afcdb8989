import {expect, test} from 'vitest'
import {type EditionTag, editionTags, sourceScripts} from '../../src/base/script.ts'
import {converterOf, editionConverter, standardScript} from '../../src/text/profile.ts'

test.each([
  ['hans', 'hans'],
  ['hant-tw', 'hant-tw'],
  ['hant-hk', 'hant-hk'],
  ['pseudo-hant', 'hans'],
  ['mixed', 'hans'],
] as const)('makes all editions of a text in %s from %s', (source, standard) => {
  expect(standardScript(source)).toBe(standard)
})

test.each([
  ['hans', '群众里面的软件为台湾', '群眾裡面的軟件為臺灣', '羣眾裏面的軟件為台灣'],
  ['hant-tw', '群众里面的软件为台湾', '群眾裡面的軟件為臺灣', '羣眾裏面的軟件為台灣'],
  ['hant-hk', '群众里面的软件为台湾', '群眾裡面的軟件為臺灣', '羣眾裏面的軟件為台灣'],
] as const)('writes a text in %s as each edition does', (source, hans, tw, hk) => {
  const texts: Record<EditionTag, string> = {'zh-Hans': hans, 'zh-Hant': tw, 'zh-HK': hk}
  const own: EditionTag = ({hans: 'zh-Hans', 'hant-tw': 'zh-Hant', 'hant-hk': 'zh-HK'} as const)[
    source
  ]
  for (const tag of editionTags) {
    expect(editionConverter(source, tag)?.(texts[own]) ?? texts[own], tag).toBe(texts[tag])
  }
})

test('has nothing to convert only where the text is the edition', () => {
  const unchanged = sourceScripts.map((source) =>
    editionTags.filter((tag) => editionConverter(source, tag) === undefined),
  )
  expect(unchanged).toEqual([['zh-Hans'], ['zh-Hant'], ['zh-HK'], ['zh-Hans'], ['zh-Hans']])
})

test.each([
  ['支持网络信息软件', '支持網絡信息軟件'],
  ['打印程序', '打印程序'],
])('keeps the wording of %s', (simplified, traditional) => {
  expect(editionConverter('hans', 'zh-Hant')?.(simplified)).toBe(traditional)
})

test('leaves no 著 where simplified text has 着', () => {
  expect(editionConverter('hant-tw', 'zh-Hans')?.('沿著道路，看著著名的著作')).toBe(
    '沿着道路，看着著名的著作',
  )
})

test('makes each converter once', () => {
  expect(converterOf('t2s')).toBe(converterOf('t2s'))
})
