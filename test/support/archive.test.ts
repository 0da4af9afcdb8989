import {expect, test} from 'vitest'
import {readArchive} from './archive.ts'

test('reads each file after its header, in order, as it stands', () => {
  const files = readArchive(
    '-- b.md --\n---\ntitle: 甲\n---\n\n-- a/文.md --\n -- not a header --\n',
  )
  expect([...files]).toEqual([
    ['b.md', '---\ntitle: 甲\n---\n\n'],
    ['a/文.md', ' -- not a header --\n'],
  ])
})

test('keeps a missing last line end, carriage returns, and an empty file', () => {
  const files = readArchive('-- empty --\n-- a.md --\none\r\ntwo')
  expect([...files]).toEqual([
    ['empty', ''],
    ['a.md', 'one\r\ntwo'],
  ])
})

test('an empty text holds no files', () => {
  expect(readArchive('').size).toBe(0)
})

test.each([
  ['text before the first header', 'lost\n-- a --\n'],
  ['an empty line before the first header', '\n-- a --\n'],
  ['the same path twice', '-- a --\n-- a --\n'],
  ['a path that leads out', '-- ../a --\n'],
  ['a path from the top of the disk', '-- /a --\n'],
])('refuses %s', (_, text) => {
  expect(() => readArchive(text)).toThrow()
})
