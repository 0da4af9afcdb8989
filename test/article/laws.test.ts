import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {compileFile} from '../../src/article/compile.ts'
import type {ContentPath} from '../../src/base/brand.ts'
import {toDay} from '../../src/base/day.ts'
import {editionTags} from '../../src/base/script.ts'
import {importDocument} from '../../src/importer/import-document.ts'
import {createSourceFile, type SourceFile} from '../../src/record/source-file.ts'
import {compileArticle} from '../support/check-article.ts'
import {sequence} from '../support/random.ts'

const seed = importDocument({
  name: 'a.txt',
  bytes: readFileSync(new URL('../fixtures/meeting-article.raw.txt', import.meta.url)),
  retrieved: toDay(2024, 1, 2)!,
}).value!

const pieces = [
  ...[
    '校',
    '长发',
    '言',
    '台风',
    '后',
    '干部',
    '，',
    '。',
    ',',
    '?',
    '(',
    ')',
    '“',
    '”',
    ' ',
    '　',
  ],
  ...[
    '**',
    '*',
    '~~',
    '`',
    '[',
    '](http://a.cn/)',
    '![',
    '](b.jpg)',
    '|',
    '\n',
    '\n\n',
    '\n- ',
    '\n# ',
  ],
  ...[
    '区(qū)',
    '會(huì)',
    '<b>',
    '</b>',
    '<br>',
    '<td>',
    '<!--',
    '<script>',
    '&nbsp;',
    '&#x41;',
    '\\',
  ],
  ...[
    '[^1]',
    '\n\n[^1]: ',
    '\n    ',
    '\n　　',
    '\u{20000}',
    '\u{FFFC}',
    '\u200b',
    '2023. ',
    'http://a.cn',
  ],
]

function randomFiles(seedNumber: number, count: number): readonly SourceFile[] {
  const {below, text} = sequence(seedNumber)
  return Array.from({length: count}, (_, index) => {
    const title = JSON.stringify(text('校长发言后台，', 1 + below(8)))
    const body = text(pieces, below(40))
    const path = `2023/${index}.md` as ContentPath
    return createSourceFile(path, `---\ntitle: ${title}\ndate: 2023-05-15\n---\n${body}`)
  })
}

const files = [createSourceFile(seed.path, seed.text), ...randomFiles(1, 400)]

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const each of Object.values(value)) deepFreeze(each)
}

test('every text compiles, to an article with all editions', () => {
  for (const file of files) {
    const {value} = compileFile(file, {editions: editionTags, glossary: {}, cornerQuotes: []})
    expect(value?.editions.map(({tag}) => tag)).toEqual(editionTags)
  }
})

test('a file gives the same article whatever was compiled before it', () => {
  const results = files.map((file) =>
    JSON.stringify(compileFile(file, {editions: editionTags, glossary: {}, cornerQuotes: []})),
  )
  const again = files
    .toReversed()
    .map((file) =>
      JSON.stringify(compileFile(file, {editions: editionTags, glossary: {}, cornerQuotes: []})),
    )
  expect(again.toReversed()).toEqual(results)
})

test('what is compiled survives JSON', () => {
  for (const file of files) {
    const compiled = compileFile(file, {editions: editionTags, glossary: {}, cornerQuotes: []})
    const copy: unknown = JSON.parse(JSON.stringify(compiled))
    // Optional fields may be undefined, which JSON leaves out.
    expect(copy).toEqual(compiled)
  }
})

test('frozen input and output change nothing', () => {
  for (const file of files.slice(0, 100)) {
    const expected = JSON.stringify(
      compileFile(file, {editions: editionTags, glossary: {}, cornerQuotes: []}),
    )
    const tags = [...editionTags]
    const copy = {...file}
    deepFreeze(copy)
    deepFreeze(tags)
    const compiled = compileFile(copy, {editions: tags, glossary: {}, cornerQuotes: []})
    deepFreeze(compiled)
    expect(JSON.stringify(compiled)).toBe(expected)
    expect(
      JSON.stringify(compileFile(copy, {editions: tags, glossary: {}, cornerQuotes: []})),
    ).toBe(expected)
  }
})

test('an edition is the same whichever others are made with it', () => {
  for (const file of files) {
    const all = compileFile(file, {editions: editionTags, glossary: {}, cornerQuotes: []}).value
      ?.editions
    for (const [index, tag] of editionTags.entries()) {
      expect(
        compileFile(file, {editions: [tag], glossary: {}, cornerQuotes: []}).value?.editions,
      ).toEqual([all?.[index]])
    }
  }
})

test('editions have the same elements, ids and addresses', () => {
  const bare = (html = ''): string =>
    html.replace(/(^|>)[^<]*/g, '$1').replace(/ (?:alt|title|aria-label)="[^"]*"/g, '')
  for (const file of files) {
    const [first, ...others] =
      compileFile(file, {editions: editionTags, glossary: {}, cornerQuotes: []}).value?.editions ??
      []
    for (const {html} of others) expect(bare(html)).toBe(bare(first?.html))
  }
})

test('a body that comes again from its own HTML is not repaired again', () => {
  for (const body of ['会议,召开.', '区(qū)'.repeat(3), '第一行\n第二行,后', '**甲**,乙']) {
    const {article} = compileArticle(body)
    const again = compileArticle(article.editions[0]?.html ?? '')
    expect(again.article.editions[0]?.plain).toBe(article.editions[0]?.plain)
    expect(again.article.repairs).toEqual({})
  }
})
