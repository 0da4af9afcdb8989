import {expect, test} from 'vitest'
import type {ContentPath} from '../../src/base/brand.ts'
import type {Problem, Wording} from '../../src/base/diagnostic.ts'
import {parseRecord} from '../../src/record/parse.ts'
import {recordProblems} from '../../src/record/problems.ts'
import {createSourceFile} from '../../src/record/source-file.ts'

/** For every rule a file in which it finds something. */
const files: Readonly<Record<string, string>> = {
  'record/missing-front-matter': '正文',
  'record/fence-not-first': '\n---\ntitle: a\n---\n',
  'record/wrong-fence': '---js\n{}\n---\n',
  'record/unclosed-front-matter': '---\ntitle: a\n',
  'record/front-matter-too-large': `---\n#${'a'.repeat(70_000)}\n---\n`,
  'record/front-matter-too-deep': `---\na: ${'['.repeat(20)}\n---\n`,
  'record/not-fields': '---\n正文\n---\n',
  'record/full-width-colon': '---\ntitle：a\n---\n',
  'record/missing-space': '---\ntitle:a\n---\n',
  'record/duplicate-field': '---\na: b\na: c\n---\n',
  'record/reserved-name': '---\n__proto__: b\n---\n',
  'record/bad-field-name': '---\n: b\n---\n',
  'record/yaml-reference': '---\na: *b\n---\n',
  'record/yaml-tag': '---\na: !b c\n---\n',
  'record/unclosed-quote': '---\na: "b\n---\n',
  'record/unclosed-bracket': '---\na: [b\n---\n',
  'record/unquoted-colon': '---\na: b: c\n---\n',
  'record/text-after-value': '---\na: [b] c\n---\n',
  'record/bad-start': '---\na: @b\n---\n',
  'record/bad-escape': '---\na: "\\q"\n---\n',
  'record/tab-indent': '---\na:\n\t- b\n---\n',
  'record/bad-indent': '---\na: b\n c: d\n---\n',
  'record/line-without-colon': '---\na: b\nc\n---\n',
  'record/bad-yaml': '---\na: |b\n---\n',
  'record/cut-by-comment': '---\na: b #c\n---\n',
  'record/missing-field': '---\n---\n',
  'record/empty-field': '---\ntitle:\n---\n',
  'record/wrong-kind': '---\ntitle: [a]\n---\n',
  'record/bad-date': '---\ndate: a\n---\n',
  'record/no-such-day': '---\ndate: 2023-02-29\n---\n',
  'record/bad-number': '---\nviews: a\n---\n',
  'record/bad-flag': '---\ndraft: a\n---\n',
  'record/unknown-script': '---\nscript: a\n---\n',
  'record/unknown-edition': '---\nconversion: {a: {b: c}}\n---\n',
  'record/bad-alias': '---\naliases: a\n---\n',
  'record/bad-path': '---\nattachments: C:\\a\n---\n',
  'record/bad-digest': '---\nprovenance: {sha256: a}\n---\n',
  'record/bad-id': '---\nid: a/b\n---\n',
  'record/unknown-field': '---\ntitel: a\n---\n',
  'record/extra-field': '---\nlayout: a\n---\n',
  'record/foreign-switch': '---\npublished: false\n---\n',
  'record/bad-version-day': '---\ntitle: a\n---\n',
}

/** Its name, where that is what is wrong. */
const names: Readonly<Record<string, string>> = {'record/bad-version-day': 'a@b.md'}

test('every problem is listed under a name of its own', () => {
  expect(recordProblems.map(({ruleId}) => ruleId).sort()).toEqual(Object.keys(files).sort())
})

test.each(recordProblems.map(({ruleId, severity}) => [ruleId, severity]))(
  '%s is found, with its place and weight',
  (ruleId, severity) => {
    const name = names[ruleId] ?? 'a.md'
    const source = createSourceFile(name as ContentPath, files[ruleId] ?? '')
    const found = parseRecord(source).diagnostics.find((diagnostic) => diagnostic.ruleId === ruleId)
    expect(found).toMatchObject({file: `content/${name}`, severity, place: expect.anything()})
  },
)

test('every problem can be said of its example in both languages', () => {
  const wordings = recordProblems.flatMap(sayExample)
  expect(wordings.length).toBeGreaterThan(recordProblems.length)
  for (const {zh, en} of wordings) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/[a-z]/)
    expect(`${zh}${en}`).not.toMatch(/undefined|\[object|\n/)
  }
})

function sayExample(problem: (typeof recordProblems)[number]): readonly Wording[] {
  // Each problem has an example of its own details; the type of the list cannot say so.
  const {reason, advice, example} = problem as Problem<unknown>
  return advice ? [reason(example), advice(example)] : [reason(example)]
}
