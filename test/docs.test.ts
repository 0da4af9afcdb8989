import {expect, test} from 'vitest'
import {allProblems, formatFrontMatter, formatMessages} from '../src/app/manual.ts'
import {report} from '../src/base/diagnostic.ts'

// `npm run docs` writes both documents anew.

test('the list of messages is up to date', async () => {
  await expect(formatMessages()).toMatchFileSnapshot('../docs/messages.md')
})

test('the table of fields is up to date', async () => {
  await expect(formatFrontMatter()).toMatchFileSnapshot('../docs/front-matter.md')
})

test('every message has a name of its own', () => {
  const names = allProblems.map(({ruleId}) => ruleId)
  expect(names.length).toBeGreaterThan(70)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  expect(names.filter((name) => !/^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([])
})

test.each(allProblems.map((problem) => [problem.ruleId, problem] as const))(
  '%s is said in full in both languages',
  (_, problem) => {
    const {reason, advice, severity} = report(problem, {}, problem.example)
    expect(reason.zh).toMatch(/\p{Script=Han}/u)
    expect(reason.en).toMatch(/[a-z]/)
    // An error that does not say what to do leaves an editor alone with it.
    if (severity !== 'info') expect(advice).toBeDefined()
    for (const text of [reason.zh, reason.en, advice?.zh ?? '甲', advice?.en ?? 'a']) {
      expect(text.trim()).not.toBe('')
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
  },
)
