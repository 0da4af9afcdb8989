import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {createEditionConverter} from '../../src/text/convert.ts'
import {normaliseDocument} from '../../src/text/normalise.ts'
import {punctuationRules} from '../../src/text/punctuation.ts'

const document = readFileSync('docs/normalisation.md', 'utf8')

test.each(examplesUnder('| 收到 | 发布 |', '| 规则 | 收到 | 发布 |'))(
  'the example of the document holds: %s',
  (received, published) => {
    const {texts} = normaliseDocument([{text: received, isLabel: false}])
    expect(texts[0]?.text).toBe(published)
  },
)

test.each(examplesUnder('| 简体 | 繁体（台湾标准字形） |'))(
  'the conversion of the document holds: %s',
  (simplified, traditional) => {
    expect(createEditionConverter('hans', 'zh-Hant', {})(simplified)).toBe(traditional)
  },
)

const rules = [
  ...['canonical', 'mojibake', 'byte-shift', 'gloss', 'standard-simplified'],
  ...punctuationRules.map(({name}) => name),
]

test.each(rules)('the document explains %s', (name) => {
  expect(document).toContain(`\`${name}\``)
  // What cannot be seen cannot be shown in a table.
  if (name === 'invisible') return
  const rows = examplesUnder('| 收到 | 发布 |', '| 规则 | 收到 | 发布 |')
  const fires = rows.filter(([received]) => {
    const {stages} = normaliseDocument([{text: received, isLabel: false}])
    const results = stages.find(({rule}) => rule === name)?.results ?? []
    return results.some(({edits}) => edits.length > 0)
  })
  expect(fires.length).toBeGreaterThan(0)
})

test('every row of the document stands under the head of a table', () => {
  const lines = document.split('\n')
  const orphans = lines.filter((line, index) => {
    const above = lines[index - 1] ?? ''
    const isHead = /^\|[ :|-]+\|$/.test(lines[index + 1] ?? '')
    return line.startsWith('|') && !above.startsWith('|') && !isHead
  })
  expect(orphans).toEqual([])
})

/** The last two cells of every row of the tables with one of these headers. */
function examplesUnder(...headers: readonly string[]): [string, string][] {
  const lines = document.split('\n')
  const found = lines.flatMap((line, index) => {
    if (!headers.includes(line)) return []
    const rows = lines.slice(index + 2)
    const end = rows.findIndex((row) => !row.startsWith('|'))
    return rows.slice(0, end).map((row) => {
      const cells = row.split('|').map((cell) => cell.trim())
      return [cells.at(-3) ?? '', cells.at(-2) ?? ''] satisfies [string, string]
    })
  })
  if (found.length === 0) throw new Error(`no table ${headers.join()}`)
  return found
}
