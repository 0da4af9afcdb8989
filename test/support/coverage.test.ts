import {expect, test} from 'vitest'
import {compareLists, readList} from './coverage.ts'

test('a line more and a line less than the document has are both told', () => {
  const list = readList('## Reason\n\n`src/a.ts`\n\n```ts\none()\ntwo()\n```\n')
  expect(list).toEqual(['src/a.ts: one()', 'src/a.ts: two()'])
  expect(compareLists(list, ['src/a.ts: two()', 'src/b.ts: two()'])).toEqual([
    'not listed: src/b.ts: two()',
    'listed, and run: src/a.ts: one()',
  ])
})
