import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {SourceScript} from '../../src/base/script.ts'
import {invertByteShifts} from '../../src/text/byte-shift.ts'
import {applyEdits, type Edited, undoEdits} from '../../src/text/edit.ts'
import {removeGlosses} from '../../src/text/gloss.ts'
import {mendMojibake} from '../../src/text/mojibake.ts'
import {type NormalisedDocument, normaliseDocument} from '../../src/text/normalise.ts'
import {sequence} from '../support/random.ts'

function readFixture(name: string): readonly string[] {
  return readFileSync(new URL(`../fixtures/meeting-article.${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

function normalise(texts: readonly string[], script?: SourceScript): NormalisedDocument {
  return normaliseDocument(
    texts.map((text) => ({text, isLabel: false})),
    script,
  )
}

function textsOf({texts}: NormalisedDocument): readonly string[] {
  return texts.map(({text}) => text)
}

/** Which rules changed something. */
function rulesOf({stages}: NormalisedDocument): readonly string[] {
  return stages
    .filter(({results}) => results.some(({edits}) => edits.length > 0))
    .map(({rule}) => rule)
}

test('makes the proof-read text of the meeting article', () => {
  const document = normalise(readFixture('raw'))
  expect(textsOf(document)).toEqual(readFixture('hans'))
  expect(document.script).toBe('pseudo-hant')
  expect(rulesOf(document)).toEqual([
    'gloss',
    'standard-simplified',
    'parentheses',
    'stray-question-mark',
    'marks',
  ])
})

const clean: Readonly<Record<string, readonly string[]>> = {
  hans: [
    ...readFixture('hans'),
    '《国务院关于……的通知》（国办发〔2017〕47号）自2023年5月15日起施行——以此为准。',
    '见 https://www.gov.cn/a?b=1&c=2，或致电 010-12345678；增长12.5%，比分3:2。',
    '他问：“怎么样？”“很好！”约翰·史密斯说。',
  ],
  'hant-tw': [
    ...readFixture('hant-tw'),
    '市政府於週三舉行「台灣燈會」記者會，說明籌備情形（詳如附件），裡外一致。',
  ],
  'hant-hk': [
    '行政長官在記者會上表示，政府會着力改善民生，加強與內地的聯繫。',
    '衞生署提醒市民，裏面的資料（如電話）請勿外洩；詳情請看「說明」。',
  ],
}

describe.each(Object.entries(clean))('clean modern text in %s', (script, texts) => {
  test('has no edit', () => {
    const document = normalise(texts)
    expect(textsOf(document)).toEqual(texts)
    expect(rulesOf(document)).toEqual([])
    expect(document.script).toBe(script)
  })

  test('has no edit line by line, in its script', () => {
    for (const text of texts) {
      expect(textsOf(normalise([text], document(script)))).toEqual([text])
    }
  })
})

function document(script: string): SourceScript {
  return script === 'hans' ? 'hans' : script === 'hant-tw' ? 'hant-tw' : 'hant-hk'
}

const pieces = [
  ...['區(qū)', '會(huì)', '议', '会', '議', '发', '余熱', '老干部', '并', '于', '裡', '着', '台'],
  ...[
    ',',
    '.',
    ';',
    ':',
    '!',
    '?',
    '(',
    ')',
    '"',
    "'",
    '，',
    '。',
    '“',
    '”',
    '（',
    '）',
    '…',
    '--',
  ],
  ...[
    ' ',
    '　',
    '\n',
    '\u200b',
    '\u00a0',
    '\ufeff',
    '\ufffc',
    '３',
    'ａ',
    'abc',
    '12',
    '1,209',
    '%',
  ],
  ...[
    'e\u0301',
    '\uF900',
    '\u{2F800}',
    '\u{20000}',
    '釘?shù)奶攸c',
    '的特點',
    '????',
    'http://a.cn/b',
    '图1.png',
    '`x`',
  ],
]

function randomTexts(seed: number, rounds: number): readonly (readonly string[])[] {
  const {below, text} = sequence(seed)
  return Array.from({length: rounds}, () =>
    Array.from({length: 1 + below(6)}, () => text(pieces, below(25))),
  )
}

test('every stage goes on from the one before, and can be undone', () => {
  for (const texts of [readFixture('raw'), ...randomTexts(6, 400)]) {
    const {stages, texts: repaired} = normalise(texts)
    for (const [index, received] of texts.entries()) {
      let current = received
      for (const {results} of stages) {
        const {text, edits, notices} = results[index]!
        expect(applyEdits(current, edits)).toBe(text)
        expect(undoEdits(text, edits)).toBe(current)
        for (const {offset, text: shown} of notices) {
          expect(current.slice(offset, offset + shown.length)).toBe(shown)
        }
        current = text
      }
      expect(repaired[index]?.text).toBe(current)
    }
  }
})

test('what it has made it does not change again, when its script is stated', () => {
  const scripts = ['hans', 'hant-tw', 'hant-hk'] as const
  for (const [index, texts] of [readFixture('raw'), ...randomTexts(7, 900)].entries()) {
    const script = scripts[index % 3]!
    const once = textsOf(normalise(texts, script))
    expect(textsOf(normalise(once, script))).toEqual(once)
  }
})

const wholeDocument: Readonly<Record<string, (texts: readonly string[]) => readonly Edited[]>> = {
  mojibake: (texts) => texts.map(mendMojibake),
  'byte-shift': invertByteShifts,
  gloss: removeGlosses,
}

test.each(Object.entries(wholeDocument))('%s finds nothing to do in what it made', (_, rule) => {
  const {text} = sequence(9)
  const wrong = [
    ...pieces,
    '閫氱煡',
    'ÖÐ¹úÈË',
    '螺',
    '，',
    '在(zài)',
    '們(men)',
    '國(guó)',
    '關(guān)',
  ]
  const damaged = Array.from({length: 300}, () => [text(wrong, 40), text(wrong, 20)])
  for (const texts of [readFixture('raw'), ...damaged]) {
    const once = rule(texts).map((result) => result.text)
    expect(rule(once).map((result) => result.text)).toEqual(once)
  }
})

test('the result is plain data, and frozen input changes nothing', () => {
  for (const texts of randomTexts(8, 100)) {
    const input = Object.freeze(
      texts.map((text, index) => Object.freeze({text, isLabel: index === 1})),
    )
    const result = normaliseDocument(input)
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
    expect(normaliseDocument(input)).toEqual(result)
  }
})

test('a label in plainly simplified characters stays what it is beside a traditional text', () => {
  const {script, texts} = normaliseDocument([
    {text: '區委召開會議，說明裡外情形，並傳達學習精神。', isLabel: false},
    {text: '工作动态', isLabel: true},
    {text: '工作動態', isLabel: true},
    {text: '通知', isLabel: true},
  ])
  expect(script).toBe('hant-tw')
  expect(texts.map((each) => each.script)).toEqual(['hant-tw', 'hans', 'hant-tw', 'hant-tw'])
  expect(texts.map(({text}) => text)).toEqual([
    '區委召開會議，說明裡外情形，並傳達學習精神。',
    '工作动态',
    '工作動態',
    '通知',
  ])
})

test('a label says nothing about the script of the text', () => {
  const labels = ['工作動態', '會議報導', '區關工委'].map((text) => ({text, isLabel: true}))
  expect(normaliseDocument([{text: '区委召开会议', isLabel: false}, ...labels]).script).toBe('hans')
})

test('takes the script that is stated, without evidence', () => {
  const document = normalise(['老干部局成立于2003年，加強聯系'], 'hant-tw')
  expect(document.evidence).toBeUndefined()
  expect(textsOf(document)).toEqual(['老干部局成立于2003年，加強聯系'])
  expect(textsOf(normalise(['老干部局成立于2003年，加強聯系'], 'pseudo-hant'))).toEqual([
    '老干部局成立于2003年，加强联系',
  ])
})

test('notices a form that machine-made text keeps in what may be a name', () => {
  const {texts, stages} = normalise(['老干部局成立于於潛，對於單位'], 'pseudo-hant')
  expect(texts[0]?.text).toBe('老干部局成立于於潜，对于单位')
  expect(stages.flatMap(({results}) => results.flatMap(({notices}) => notices))).toEqual([
    {rule: 'standard-simplified', offset: 3, text: '局成立于於潛，對於'},
  ])
})

test.each([
  ['e\u0301cole校', 'école校'],
  ['\uF900有此理', '豈有此理'],
  ['\uFA0E', '\uFA0E'],
  ['葛\u{E0100}', '葛\u{E0100}'],
  ['①㎡', '①㎡'],
])('makes %j canonical as %j', (text, expected) => {
  expect(textsOf(normalise([text], 'hans'))).toEqual([expected])
})

test('has nothing to do for a document without texts', () => {
  expect(normalise([])).toMatchObject({script: 'hans', texts: []})
  expect(textsOf(normalise(['', '\n', '(']))).toEqual(['', '\n', '('])
})
