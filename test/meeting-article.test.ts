import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import type {FullArticle, FullEdition} from '../src/article/article.ts'
import {compileFile} from '../src/article/compile.ts'
import {toDay} from '../src/base/day.ts'
import type {EditionTag} from '../src/base/script.ts'
import {importDocument} from '../src/importer/import-document.ts'
import {reassemble} from '../src/importer/lines.ts'
import {createSourceFile} from '../src/record/source-file.ts'

function readFixture(name: string): Buffer {
  return readFileSync(new URL(`fixtures/meeting-article.${name}`, import.meta.url))
}

const bytes = readFixture('raw.txt')
const imported = importDocument({name: '会议.txt', bytes, retrieved: toDay(2024, 1, 2)!})
const {path, text, record} = imported.value!
const compiled = compileFile(createSourceFile(path, text), {
  editions: ['zh-Hans', 'zh-Hant', 'zh-HK'],
  glossary: {},
  cornerQuotes: [],
})
const article: FullArticle = compiled.value!

function edition(tag: EditionTag): FullEdition {
  return article.editions.find((each) => each.tag === tag)!
}

/** The proof-read text, a line a block, without blank lines and the lines that became fields. */
function proofRead(name: string): readonly string[] {
  return readFixture(name)
    .toString()
    .split('\n')
    .filter((line) => line !== '' && !/^(?:日期|来源|來源)：/.test(line))
}

/** What a page shows as text, a line a block: HTML without its tags and the notes of ours. */
function linesOfHtml(html: string): readonly string[] {
  return html
    .replace(/<span class="missing-picture-note">[^<]*<\/span>/g, '')
    .replace(/<\/(?:p|figure|div|figcaption)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const accepted = readFixture('hant-alternatives.tsv')
  .toString()
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => line.split('\t').slice(0, 2) as [string, string])

/** The lines with every accepted alternative as the proof-read text has it. */
function withAlternatives(lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    accepted.reduce((result, [gold, other]) => result.replaceAll(other, gold), line),
  )
}

test('the article is imported and compiled without a complaint', () => {
  expect(imported.diagnostics).toEqual([])
  expect(compiled.diagnostics).toEqual([])
  expect(article.script).toBe('pseudo-hant')
  expect(article.date).toBe('2023-05-15')
  expect(article.views).toBe(1209)
})

describe.each([
  ['zh-Hans', 'hans.txt'],
  ['zh-Hant', 'hant-tw.txt'],
] as const)('the edition %s', (tag, name) => {
  const expected = tag === 'zh-Hans' ? proofRead(name) : withAlternatives(proofRead(name))
  const read = (lines: readonly string[]): readonly string[] =>
    tag === 'zh-Hans' ? lines : withAlternatives(lines)

  test('reads as the proof-read text, character for character', () => {
    const {title, plain} = edition(tag)
    expect(expected).toHaveLength(10)
    expect(read([title, ...plain.split('\n')])).toEqual(expected)
  })

  test('shows the same on its page', () => {
    const {title, html} = edition(tag)
    expect(read([title, ...linesOfHtml(html)])).toEqual(expected)
  })

  test('has the source line as a field', () => {
    const line = readFixture(name).toString().trim().split('\n').at(-1)
    expect(`${tag === 'zh-Hans' ? '来源' : '來源'}：${edition(tag).source}`).toBe(line)
  })
})

test('only places with accepted alternatives differ from the traditional text', () => {
  const {title, plain} = edition('zh-Hant')
  const gold = [...proofRead('hant-tw.txt').join('\n')]
  const made = [...[title, plain].join('\n')]
  expect(made).toHaveLength(gold.length)
  const allowed = new Set(accepted.flatMap((pair) => pair.flatMap((text) => [...text])))
  const different = made.filter((character, index) => character !== gold[index])
  expect(different.filter((character) => !allowed.has(character))).toEqual([])
  expect(different.length).toBeLessThanOrEqual(accepted.length)
})

test('Hong Kong differs from Taiwan in the forms of a few characters only', () => {
  const [taiwan, hongKong] = (['zh-Hant', 'zh-HK'] as const).map((tag) => [...edition(tag).plain])
  const pairs = new Set(
    (taiwan ?? []).flatMap((character, index) =>
      character === hongKong?.[index] ? [] : [`${character}${hongKong?.[index]}`],
    ),
  )
  expect([...pairs].toSorted()).toEqual(['臺台'])
})

test('the lost pictures keep their places and say that they are lost', () => {
  const notes = edition('zh-Hant').html.match(
    /<figure class="missing-picture">.*?<span class="picture-name">圖片1[45]\.png<\/span><span class="missing-picture-note">（圖片缺失）<\/span>/gs,
  )
  expect(notes).toHaveLength(2)
})

test('what was repaired is counted', () => {
  expect(article.repairs).toEqual({
    gloss: 163,
    'standard-simplified': expect.any(Number),
    parentheses: 6,
    'stray-question-mark': 2,
    marks: 66,
  })
})

test('the record keeps the article as it was received', () => {
  expect(text.endsWith(record.body)).toBe(true)
  expect(reassemble({lines: record.provenance?.lines ?? [], body: record.body})).toBe(
    bytes.toString(),
  )
  expect(article.provenance).toEqual(record.provenance)
})

test('titles and texts are the same however the lines end', () => {
  const other = Buffer.from(bytes.toString().replaceAll('\n', '\r\n'))
  const again = importDocument({name: 'a.txt', bytes: other, retrieved: toDay(2024, 1, 2)!}).value!
  const {value} = compileFile(createSourceFile(again.path, again.text), {
    editions: ['zh-Hans'],
    glossary: {},
    cornerQuotes: [],
  })
  expect(value?.editions[0]?.plain).toBe(edition('zh-Hans').plain)
  expect(reassemble({lines: again.record.provenance?.lines ?? [], body: again.record.body})).toBe(
    other.toString(),
  )
})
