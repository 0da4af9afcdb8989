import matter from 'gray-matter'
import {expect, test} from 'vitest'
import type {ContentPath, RecordId} from '../../src/base/brand.ts'
import {toDay} from '../../src/base/day.ts'
import {type EditionTag, sourceScripts} from '../../src/base/script.ts'
import {parseFrontMatter} from '../../src/record/front-matter.ts'
import {parseRecord} from '../../src/record/parse.ts'
import {createSourceFile} from '../../src/record/source-file.ts'
import {formatRecord, type RecordFields} from '../../src/record/write.ts'

const path = '2023/a.md' as ContentPath

/** Numbers from 0 up to 1, the same ones for a seed on every machine (a linear congruence). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

type Random = () => number

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!
}

const pieces = [
  '关于',
  '通知',
  '區(qū)',
  '：',
  ': ',
  '，',
  ' ',
  '　',
  '#',
  ' #',
  '"',
  "'",
  '\\',
  '[',
  ']',
  '{',
  '}',
  '- ',
  '---',
  '\n',
  '\r\n',
  '\t',
  '&a',
  '*b',
  '!!c',
  '%',
  '@',
  '`',
  '|',
  '>',
  '~',
  'null',
  'true',
  '2023-05-15',
  '0123',
  '\u200B',
  '\uFEFF',
  '\u0000',
  '\u0085',
  '\u2028',
  '😀',
  '𠮷',
  '<b>',
  '__proto__',
  '\n---\n',
  '…',
]

function randomText(random: Random, lengthMax: number): string {
  const length = 1 + Math.floor(random() * lengthMax)
  return Array.from({length}, () => pick(random, pieces)).join('')
}

/** A text with something in it that is not blank. */
function randomWords(random: Random): string {
  return `${randomText(random, 4)}字${randomText(random, 4)}`
}

function randomFields(random: Random): RecordFields {
  const maybe = <T>(make: (random: Random) => T): T | undefined =>
    random() < 0.5 ? make(random) : undefined
  const several = <T>(make: (random: Random) => T): T[] =>
    Array.from({length: Math.floor(random() * 3)}, () => make(random))
  const day = () => toDay(2000 + Math.floor(random() * 30), 1 + Math.floor(random() * 12), 28)!
  const forms = (): Partial<Record<EditionTag, string>> => ({'zh-HK': randomText(random, 3)})
  const withdrawal = () => ({date: maybe(day), reason: maybe(randomWords)})
  return {
    id: `记录-${Math.floor(random() * 1000)}` as RecordId,
    title: randomWords(random),
    subtitle: maybe(randomWords),
    date: day(),
    written: maybe(day),
    updated: maybe(day),
    column: maybe(randomWords),
    tags: [...new Set(several(randomWords).map((tag) => tag.trim()))],
    source: maybe(randomWords),
    author: maybe(randomWords),
    editor: maybe(randomWords),
    views: maybe(() => Math.floor(random() * 1e6)),
    documentNumber: maybe(randomWords),
    indexNumber: maybe(randomWords),
    script: maybe(() => pick(random, sourceScripts)),
    draft: random() < 0.5,
    withdrawn: maybe(withdrawal),
    corrections: several(() => ({date: day(), text: randomWords(random)})),
    aliases: several(() => `/a/${Math.floor(random() * 99)}.asp?字=: #`),
    attachments: several(() => ({file: '附件: 1.pdf', title: maybe(randomWords)})),
    pictures: several(() => ({
      name: randomWords(random),
      file: maybe(() => '../图片 #1.png'),
      caption: maybe(randomWords),
      missing: random() < 0.5,
    })),
    provenance: maybe(() => ({
      from: randomWords(random),
      url: maybe(randomWords),
      file: maybe(randomWords),
      retrieved: maybe(day),
      by: maybe(randomWords),
      sha256: maybe(() => '0f'.repeat(32)),
      lines: several(() => ({line: 1 + Math.floor(random() * 99), text: randomText(random, 5)})),
    })),
    conversion: Object.fromEntries(several(() => [`${randomWords(random)}x`, forms()])),
  }
}

test('a record that is written and read again is the same, its text byte for byte', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = createRandom(seed)
    const fields = randomFields(random)
    const body = randomText(random, 20)
    const text = formatRecord(fields, body)
    const {value, diagnostics} = parseRecord(createSourceFile(path, text))
    expect(diagnostics, text).toEqual([])
    const bodyLine = text.slice(0, text.length - body.length).split('\n').length
    expect(value, text).toEqual({file: path, ...fields, body, bodyLine})
  }
})

test('fences, block and body make the text again, and gray-matter cuts it at the same place', () => {
  const ends = ['\n', '\r\n']
  const blocks = ['', 'a: b', '# 说明', 'a:\n  - b\n  - "---"', 'a: |\n  b\n\n  c', '\n\n']
  for (let seed = 1; seed <= 400; seed++) {
    const random = createRandom(seed)
    const end = pick(random, ends)
    const block = pick(random, blocks)
    const body = randomText(random, 20)
    const bom = pick(random, ['', '\uFEFF'])
    const head = `${bom}---${end}${block.replaceAll('\n', end)}${block && end}---${end}`
    const {value, diagnostics} = parseFrontMatter('a.md', head + body)
    expect(diagnostics, head + body).toEqual([])
    expect(head + value?.body).toBe(head + body)
    expect(value?.bodyLine).toBe(head.split('\n').length)
    expect(value?.body).toBe(matter(head + body, {}).content)
  }
})

test('a file that is damaged anywhere is reported in lines it has, and never thrown at', () => {
  const fields = randomFields(createRandom(8))
  const whole = formatRecord(
    {...fields, withdrawn: {reason: '误'}, tags: ['a', 'b']},
    '正文\n---\n正文\n',
  )
  const wrong: string[] = []
  let refused = 0
  for (let seed = 1; seed <= 2000; seed++) {
    const text = damage(whole, createRandom(seed))
    const {value, diagnostics} = parseRecord(createSourceFile(path, text))
    const lines = text.split('\n')
    const isPlaced = diagnostics.every(
      ({place}) =>
        place && place.line <= lines.length && place.column <= lines[place.line - 1]!.length + 1,
    )
    const isExplained =
      value !== undefined || diagnostics.some(({severity}) => severity === 'error')
    if (!isPlaced || !isExplained) wrong.push(text)
    if (!value) refused++
  }
  expect(wrong).toEqual([])
  // Most of the damage is seen.
  expect(refused).toBeGreaterThan(1000)
})

/** The text with one to five pieces put in, taken out or doubled. */
function damage(text: string, random: Random): string {
  let damaged = text
  for (let count = 1 + Math.floor(random() * 5); count > 0; count--) {
    const from = Math.floor(random() * damaged.length)
    const to = from + Math.floor(random() * 12)
    const between = pick(random, [
      () => pick(random, pieces) + damaged.slice(from, to),
      () => '',
      () => damaged.slice(from, to).repeat(2),
      () => pick(random, ['[', '- ', '{a: ', '? ']).repeat(200),
    ])()
    damaged = damaged.slice(0, from) + between + damaged.slice(to)
  }
  return damaged
}
