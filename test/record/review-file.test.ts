import {expect, test} from 'vitest'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {formatGlossaryEntry, parseGlossary} from '../../src/record/glossary.ts'
import {formatReview, parseReview} from '../../src/record/review-file.ts'

const items = [
  {
    phrase: '于伟',
    context: '主任于伟\n"主持"',
    places: ['content/a.md:12:5', 'content/b.md', 'content/c.md:7:1', 'content/d.md:8:2'],
    choices: [
      {'zh-Hant': '於偉', 'zh-HK': '於偉'},
      {'zh-Hant': '于偉', 'zh-HK': '于偉'},
    ],
  },
  {phrase: '#只: 鸡', context: '', places: ['x'], choices: [{'zh-Hant': '隻雞'}]},
]

test('the file lists each doubt with its choices and its first places, for an answer to be written', () => {
  expect(formatReview(items).split('\n\n').slice(1)).toEqual([
    `"于伟":
  context: "主任于伟\\n\\"主持\\""
  count: 4
  places:
    - "content/a.md:12:5"
    - "content/b.md"
    - "content/c.md:7:1"
  1: {zh-Hant: "於偉", zh-HK: "於偉"}
  2: {zh-Hant: "于偉", zh-HK: "于偉"}
  answer:`,
    `"#只: 鸡":
  context: ""
  count: 1
  places:
    - "x"
  1: {zh-Hant: "隻雞"}
  answer:
`,
  ])
})

test('as it is written it holds no answer', () => {
  expect(parseReview('review.yml', formatReview(items))).toEqual({value: [], diagnostics: []})
  expect(parseReview('review.yml', '')).toEqual({value: [], diagnostics: []})
})

test.each([
  ['2', {'zh-Hant': '于偉', 'zh-HK': '于偉'}],
  ['"1"', {'zh-Hant': '於偉', 'zh-HK': '於偉'}],
  ['于維', {'zh-Hant': '于維', 'zh-HK': '于維'}],
  ['{zh-Hant: 于維}', {'zh-Hant': '于維'}],
])('the answer %s', (answer, forms) => {
  const text = formatReview(items).replace('answer:', `answer: ${answer}`)
  const {value, diagnostics} = parseReview('review.yml', text)
  expect(diagnostics).toEqual([])
  expect(value).toEqual([{phrase: '于伟', forms}])
})

test('an answer is an entry that the glossary reads back', () => {
  for (const {phrase, choices} of items) {
    const entry = formatGlossaryEntry(phrase, choices[0] ?? {})
    expect(parseGlossary('glossary.yml', entry)).toEqual({
      value: {[phrase]: choices[0]},
      diagnostics: [],
    })
  }
})

test.each([
  ['3', '15:3: 错误: [于伟] 没有第 3 种写法 (record/unknown-choice)'],
  [
    '[甲]',
    '15:3: 错误: [于伟] 这里应当是文字，或一组「版本: 文字」，写的却是列表 (record/wrong-kind)',
  ],
  ['{zh-TW: 甲}', '15:12: 错误: [于伟] 没有「zh-TW」这个版本 (record/unknown-edition)'],
])('the answer %s is explained', (answer, message) => {
  const text = formatReview(items).replace('answer:', `answer: ${answer}`)
  const {value, diagnostics} = parseReview('review.yml', text)
  expect(value).toBeUndefined()
  expect(diagnostics.map((each) => formatDiagnostic(each, 'zh').split('\n')[0])).toEqual([
    `review.yml:${message}`,
  ])
})
