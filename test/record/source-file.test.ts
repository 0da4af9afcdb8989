import {expect, test} from 'vitest'
import type {ContentPath} from '../../src/base/brand.ts'
import {createSourceFile} from '../../src/record/source-file.ts'

const path = 'a.md' as ContentPath

test('a source file is the same as long as its path and text are', () => {
  const source = createSourceFile(path, '正文')
  expect(source).toEqual({path, text: '正文', digest: expect.stringMatching(/^[0-9a-f]{64}$/)})
  expect(createSourceFile(path, '正文').digest).toBe(source.digest)
  expect(createSourceFile(path, '正文。').digest).not.toBe(source.digest)
  expect(createSourceFile('b.md' as ContentPath, '正文').digest).not.toBe(source.digest)
  expect(createSourceFile('a.m' as ContentPath, 'd正文').digest).not.toBe(source.digest)
})
