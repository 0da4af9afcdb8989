import {describe, expect, test} from 'vitest'
import type {ContentPath} from '../../src/base/brand.ts'
import {fieldNotes} from '../../src/record/fields.ts'
import {parseRecord} from '../../src/record/parse.ts'
import {groups, recordSchema} from '../../src/record/schema.ts'
import {createSourceFile} from '../../src/record/source-file.ts'

describe.each(Object.entries(groups))('the fields of 「%s」', (path, group) => {
  const notes = Object.entries(group.shape).map(([name, schema]) => ({
    name,
    ...fieldNotes.get(schema),
  }))

  test('are explained in both languages, each with a label of its own', () => {
    for (const {label, description} of notes) {
      expect(label).toMatch(/^\p{Script=Han}+$/u)
      expect(description?.zh).toMatch(/。$/)
      expect(description?.en).toMatch(/^[A-Z].*\.$/)
    }
    expect(new Set(notes.map(({label}) => label)).size).toBe(notes.length)
  })

  test('have examples that are right', () => {
    const examples = notes.map(({example}) => example ?? '')
    expect(examples.map((example) => example.split(':')[0])).toEqual(notes.map(({name}) => name))
    expect(problemsOf(inGroup(path, examples))).toEqual([])
  })
})

test('there is a schema for every field of a record', () => {
  expect(Object.keys(recordSchema.shape).join(' ')).toBe(
    'id title subtitle date written updated column tags source author editor views ' +
      'documentNumber indexNumber script draft withdrawn corrections aliases attachments pictures provenance conversion',
  )
})

/** The lines of the group's fields in a record that is otherwise complete. */
function inGroup(path: string, lines: readonly string[]): readonly string[] {
  if (path === '') return lines
  const levels = path.split('.')
  const indent = '  '.repeat(levels.length)
  const parents = levels.map((name, depth) => `${'  '.repeat(depth)}${name}:`)
  return ['title: a', 'date: 2023-05-15', ...parents, ...lines.map((line) => indent + line)]
}

function problemsOf(lines: readonly string[]): unknown {
  const text = `---\n${lines.join('\n')}\n---\n`
  return parseRecord(createSourceFile('a.md' as ContentPath, text)).diagnostics
}
