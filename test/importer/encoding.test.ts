import {expect, test} from 'vitest'
import {toDay} from '../../src/base/day.ts'
import {decodeText, prevailingEncoding, sureEncoding} from '../../src/importer/decode.ts'
import type {Encoding} from '../../src/importer/encoding.ts'
import {createEditionConverter} from '../../src/text/convert.ts'
import {encodeText} from '../support/encode.ts'
import {inventedOffice, inventedParagraph, inventedTitle} from '../support/invented.ts'
import {sequence} from '../support/random.ts'

const retrieved = toDay(2024, 1, 2)!
const toTraditional = createEditionConverter('hans', 'zh-Hant', {})
const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']

// Four hundred and twenty texts, from a word to some pages. Every third is in traditional characters.
const texts = Array.from({length: 420}, (_, seed) => {
  const random = sequence(seed)
  const text = [
    () => inventedOffice(random).slice(0, 2 + random.below(8)),
    () => inventedTitle(random),
    () => `${inventedTitle(random)}\r\n`,
    () => `　　${inventedParagraph(random, 1)}`,
    () => `${inventedTitle(random)}\n日期：2011-03-05\n\n${inventedParagraph(random, 20)}\n`,
  ][seed % 5]!()
  return seed % 3 === 0 ? toTraditional(text) : text
})

interface Sample {
  readonly text: string
  readonly encoding: Encoding
  readonly bytes: Uint8Array
}

const samples: readonly Sample[] = encodings.flatMap((encoding) =>
  texts.map((simplified) => {
    const text = encoding === 'big5' ? toTraditional(simplified) : simplified
    return {text, encoding, bytes: encodeText(text, encoding)!}
  }),
)
// GBK can hold the traditional characters of every text as well: a sixth way to come.
const traditionalGbk: readonly Sample[] = texts.map((simplified) => {
  const text = toTraditional(simplified)
  return {text, encoding: 'gb18030', bytes: encodeText(text, 'gb18030')!}
})
const all = [...samples, ...traditionalGbk]

function decode({bytes}: Sample, prevailing?: Encoding) {
  return decodeText({name: 'a.txt', bytes, retrieved, prevailing})
}

test('reads single texts of twenty characters or more in six encodings', () => {
  const long = all.filter(({text}) => text.length >= 20)
  expect(long.length).toBeGreaterThan(1200)
  const right = long.filter((sample) => decode(sample).value === sample.text)
  expect(right.length / long.length).toBeGreaterThanOrEqual(0.98)
})

test('is never wrong in silence, however short a text is', () => {
  for (const sample of all) {
    for (let length = 1; length <= Math.min(20, sample.text.length); length++) {
      const text = sample.text.slice(0, length)
      const bytes = encodeText(text, sample.encoding)!
      const {value, diagnostics} = decodeText({name: 'a.txt', bytes, retrieved})
      if (value === text) continue
      expect([text, value]).toEqual([text, undefined])
      expect(diagnostics.map(({ruleId}) => ruleId)).toEqual([
        expect.stringMatching(/^importer\/(?:unsure-encoding|undecodable-byte|not-text)$/),
      ])
    }
  }
})

test.each([
  ...encodings.map(
    (encoding) => [encoding, samples.filter((s) => s.encoding === encoding)] as const,
  ),
  ['traditional text in GBK', traditionalGbk] as const,
])('reads every text of a corpus in one encoding: %s', (_, corpus) => {
  const prevailing = prevailingEncoding(
    corpus.map(({bytes}) => sureEncoding({name: 'a.txt', bytes, retrieved})),
  )
  for (const sample of corpus) expect(decode(sample, prevailing).value).toBe(sample.text)
})

test('a vote needs several voices, nearly all for one', () => {
  expect(prevailingEncoding(['big5', 'big5'])).toBeUndefined()
  expect(prevailingEncoding(['big5', 'big5', undefined, 'big5'])).toBe('big5')
  expect(prevailingEncoding(['big5', 'big5', 'gb18030', 'big5'])).toBeUndefined()
})

test('a text whose bytes are valid UTF-8 too is read as the GBK that it is', () => {
  const bytes = encodeText('联通公司', 'gb18030')!
  expect(decodeText({name: 'a.txt', bytes, retrieved}).value).toBe('联通公司')
})

test('says of a short text how it might be read, and lets the other files decide', () => {
  const bytes = encodeText('云州', 'gb18030')!
  const document = {name: 'a.txt', bytes, retrieved}
  const alone = decodeText(document)
  expect(alone.value).toBeUndefined()
  expect(alone.diagnostics).toMatchObject([{ruleId: 'importer/unsure-encoding'}])
  expect(alone.diagnostics[0]?.reason.zh).toContain('GBK（GB 18030） 读作“云州”')
  const voted = decodeText({...document, prevailing: 'gb18030'})
  expect(voted).toMatchObject({value: '云州', diagnostics: [{ruleId: 'importer/encoding-by-vote'}]})
})

test.each([
  ['<meta charset="gb2312">', 'gb18030'],
  ['<META http-equiv=Content-Type content="text/html; charset=big5">', 'big5'],
  ['<?xml version="1.0" encoding="GBK"?>', 'gb18030'],
] as const)('believes what a short page declares: %s', (head, encoding) => {
  const bytes = encodeText(`${head}\n雲州`, encoding)!
  expect(decodeText({name: 'a.html', bytes, retrieved}).value).toBe(`${head}\n雲州`)
})

test('does not believe a declaration that is clearly wrong, and says so', () => {
  const text = `<meta charset="utf-8"><title>${inventedTitle(sequence(1))}</title>`
  const {value, diagnostics} = decodeText({
    name: 'a.html',
    bytes: encodeText(text, 'gb18030')!,
    retrieved,
  })
  expect(value).toBe(text)
  expect(diagnostics.map(({ruleId}) => ruleId)).toEqual(['importer/declared-otherwise'])
})

test('reads rare characters of names', () => {
  const name = '龙䶮同志生平事迹展览在云州市档案馆开幕，欢迎参观'
  expect(decodeText({name: 'a', bytes: encodeText(name, 'gb18030')!, retrieved}).value).toBe(name)
})

test('reads the characters of Hong Kong in Big5', () => {
  // 深水埗嘅邨; 埗, 嘅 and 邨 are in the supplement alone (HKSCS 96F5, FB48, 9068).
  const bytes = Buffer.concat([
    Buffer.from('b260a4f4', 'hex'),
    Buffer.from('96f5fb489068', 'hex'),
    encodeText('居民今日出席區議會會議，討論社區設施。', 'big5')!,
  ])
  const {value} = decodeText({name: 'a.txt', bytes, retrieved})
  expect(value).toBe('深水埗嘅邨居民今日出席區議會會議，討論社區設施。')
})

test('a code of Big5 that stands for no character is no text, and is told', () => {
  const text = encodeText('居民今日出席區議會會議，討論社區設施。'.repeat(9), 'big5')!
  const {diagnostics, value} = decodeText({
    name: 'a.txt',
    bytes: Buffer.concat([text, Buffer.from('8140', 'hex'), text]),
    retrieved,
  })
  expect(value).toContain('\uFFFD')
  expect(diagnostics.map(({ruleId}) => ruleId)).toContain('importer/lost-bytes')
})
