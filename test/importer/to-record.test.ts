import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {toDay} from '../../src/base/day.ts'
import {digestOf} from '../../src/base/digest.ts'
import {importDocument} from '../../src/importer/import-document.ts'
import {reassemble} from '../../src/importer/lines.ts'
import {importerProblems} from '../../src/importer/problems.ts'

const retrieved = toDay(2024, 1, 2)!
const seed = readFileSync(new URL('../fixtures/meeting-article.raw.txt', import.meta.url))

function importText(text: string, name = '通知.txt') {
  return importDocument({name, bytes: Buffer.from(text), retrieved})
}

test('makes the record of the meeting article', () => {
  const {value, diagnostics} = importDocument({name: 'a.TXT', bytes: seed, retrieved})
  const sha256 = digestOf(seed)
  const id = `20230515-${sha256.slice(0, 6)}`
  expect(diagnostics).toEqual([])
  expect(value?.path).toBe(`2023/${id}.md`)
  expect(value?.original).toEqual({sha256, path: `.originals/${sha256}.txt`})
  expect(value?.record).toMatchObject({id, file: `2023/${id}.md`, date: '2023-05-15', views: 1209})
  const [, front = '', ...rest] = value?.text.split(/^---\n/m) ?? []
  expect(parse(front)).toEqual({
    id,
    title:
      '攀枝花市仁和區(qū)召開慶祝區(qū)關(guān)工委成立20周年暨全區(qū)關(guān)心下一代工作會議',
    date: '2023-05-15',
    source: '仁和區(qū)關(guān)工委辦公室',
    views: 1209,
    pictures: [
      {name: '圖片14.png', missing: true},
      {name: '圖片15.png', missing: true},
    ],
    provenance: {
      file: 'a.TXT',
      retrieved: '2024-01-02',
      by: 'dibao import (plain text)',
      sha256,
      lines: value?.record.provenance?.lines,
    },
  })
  expect(rest.join('---\n')).toBe(value?.record.body)
})

test('gives the original again from the record alone', () => {
  const {value} = importDocument({name: 'a.txt', bytes: seed, retrieved})
  const [, front = '', body = ''] = value?.text.split(/^---\n/m) ?? []
  expect(reassemble({lines: parse(front).provenance.lines, body})).toBe(seed.toString())
})

test('says on which line of the file the body starts', () => {
  const {value} = importText('标题\n日期：2023-05-15\n第一行\n')
  expect(value?.text.split('\n')[(value?.record.bodyLine ?? 0) - 1]).toBe('第一行')
})

test('gives the same bytes the same id, whatever their name, and other bytes another', () => {
  const idOf = (text: string, name: string) => importText(text, name).value?.record.id
  const text = '标题\n日期：2023-05-15\n正文\n'
  expect(idOf(text, 'a.txt')).toBe(idOf(text, 'b.txt'))
  expect(idOf(text, 'a.txt')).not.toBe(idOf(`${text}\n`, 'a.txt'))
})

test.each([
  ['a.TXT', '.txt'],
  ['a', ''],
  ['.txt', ''],
  ['a.tar.gz', '.gz'],
  ['a.某', ''],
  ['a./../b', ''],
])('keeps the original of %s with the ending %j', (name, ending) => {
  const {value} = importText('标题\n日期：2023-05-15\n', name)
  expect(value?.original.path).toBe(`.originals/${value?.original.sha256}${ending}`)
})

test('takes the day of signing where no other is stated, and says so', () => {
  const {value, diagnostics} = importText('标题\n成文日期：2023-05-11\n正文\n')
  expect(value?.record).toMatchObject({date: '2023-05-11', written: '2023-05-11'})
  expect(diagnostics).toMatchObject([{ruleId: 'importer/day-of-signing', severity: 'warning'}])
})

test('reports a text without a day, and the line to add', () => {
  const {value, diagnostics} = importText('\n标题\n正文\n')
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([
    {ruleId: 'importer/no-date', severity: 'error', file: '通知.txt', place: {line: 3, column: 1}},
  ])
  expect(diagnostics[0]?.advice?.zh).toContain('第 3 行')
})

test('imports a text to which the advised line is added', () => {
  expect(
    importText('\n标题\n日期：2023-05-15\n成文日期：2023-05-11\n').value?.record,
  ).toMatchObject({
    date: '2023-05-15',
    written: '2023-05-11',
  })
})

test('reports a text without a title', () => {
  const {value, diagnostics} = importText('日期：2023-05-15\n')
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ruleId}) => ruleId)).toEqual(['importer/no-title'])
})

test('refuses a first line that is a paragraph', () => {
  const {value, diagnostics} = importText(`${'正文'.repeat(300)}\n日期：2023-05-15\n`)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ruleId: 'importer/long-title', place: {line: 1, column: 1}}])
})

test('reports undecodable bytes and makes no record', () => {
  const bytes = Uint8Array.from([...Buffer.from('标题\n日期：2023-05-15\n'), 0xb9, 0xd8])
  const {value, diagnostics} = importDocument({name: 'a.txt', bytes, retrieved})
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ruleId}) => ruleId)).toEqual(['importer/undecodable-byte'])
})

test('points to lines that are set aside and to lines that Markdown would format', () => {
  const marked = Array.from({length: 7}, (_, index) => `# ${index}`).join('\n')
  const {value, diagnostics} = importText(`标题\n日期：2023-05-15\n${marked}\n【打印本页】\n`)
  expect(value?.record.body).toBe(`${marked}\n`)
  expect(diagnostics).toMatchObject([
    {ruleId: 'importer/line-not-shown', severity: 'info', place: {line: 10}},
    {ruleId: 'importer/markdown-active', severity: 'info', place: {line: 3}},
  ])
  expect(diagnostics[1]?.reason.zh).toMatch(/^第 3、4、5、6、7 等 7 行/)
  expect(diagnostics[1]?.reason.en).toMatch(/^lines 3, 4, 5, 6, 7 and 2 more/)
})

test('names every problem once, under its floor', () => {
  const rules = importerProblems.map(({ruleId}) => ruleId)
  expect(new Set(rules).size).toBe(rules.length)
  expect(rules.filter((rule) => !rule.startsWith('importer/'))).toEqual([])
})
