import {expect, test} from 'vitest'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {parseGlossary} from '../../src/record/glossary.ts'

test('a text stands for every edition, a mapping for those it names', () => {
  const {value, diagnostics} = parseGlossary(
    'glossary.yml',
    '涂先生: 涂先生\n于乐: {zh-hant: 于樂}\n',
  )
  expect(diagnostics).toEqual([])
  expect(value).toEqual({
    涂先生: {'zh-Hans': '涂先生', 'zh-Hant': '涂先生', 'zh-HK': '涂先生'},
    于乐: {'zh-Hant': '于樂'},
  })
})

test('says which line is wrong, all of them at once', () => {
  const {value, diagnostics} = parseGlossary(
    'glossary.yml',
    '甲: [乙]\n丙: {en: x}\n丁: {zh-HK: [戊]}\n',
  )
  expect(value).toBeUndefined()
  expect(diagnostics.map((each) => formatDiagnostic(each, 'en').split('\n')[0])).toEqual([
    'glossary.yml:1:1: error: [甲] this should be a text, or a group of 「edition: text」 and is a list (record/wrong-kind)',
    expect.stringMatching(/^glossary\.yml:2:\d+: error: \[丙\] .* \(record\/unknown-edition\)$/),
    expect.stringMatching(/^glossary\.yml:3:\d+: error: \[丁\] .* \(record\/wrong-kind\)$/),
  ])
})
