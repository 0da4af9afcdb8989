import {expect, test} from 'vitest'
import type {ContentPath} from '../../src/base/brand.ts'
import {idBytesMax, idOfPath, toRecordId} from '../../src/record/record-id.ts'

const idOf = (path: string) => idOfPath(path as ContentPath)

test('an id has letters and digits of any script, hyphens, underscores and dots', () => {
  for (const id of [
    'a',
    '2023-05',
    '关于放假_1.2',
    'ཨོཾ',
    '페이지',
    'Pages',
    'console',
    'com',
    '1.',
  ]) {
    expect(toRecordId(id)).toBe(id === '1.' ? undefined : id)
  }
})

test('an id is composed, however it was typed', () => {
  expect(toRecordId(' e\u0301tat ')).toBe('\u00E9tat')
})

test('what cannot be an address or a folder on every machine is no id', () => {
  const bad = [
    '',
    ' ',
    '.',
    '..',
    '.a',
    'a.',
    'a b',
    'a/b',
    'a\\b',
    'a:b',
    '《a》',
    'a\u200Bb',
    '\uD800',
  ]
  const reserved = [
    'page',
    'Page',
    'con',
    'CON',
    'nul.txt',
    'Aux',
    'prn.a.b',
    'com1',
    'LPT9',
    'com¹',
  ]
  for (const id of [...bad, ...reserved]) expect(toRecordId(id), id).toBeUndefined()
})

test('an id has at most 120 bytes', () => {
  expect(toRecordId('字'.repeat(40))).toBeDefined()
  expect(toRecordId(`${'字'.repeat(40)}a`)).toBeUndefined()
})

test.each([
  ['2023/notice.md', 'notice'],
  ['2023/notice/index.md', 'notice'],
  ['2023/notice/INDEX.markdown', 'notice'],
  ['index.md', 'index'],
  ['关于 2023年“春节”放假的通知（终稿）.md', '关于-2023年-春节-放假的通知-终稿'],
  ['3.15活动.md', '3.15活动'],
  ['e\u0301tat.md', '\u00E9tat'],
  ['.hidden.md', 'hidden'],
  ['a...md', 'a'],
  ['page.md', 'page-3660315a'],
  ['2023/con.report.md', 'con-report-783a4ba5'],
  ['！！.md', '41fa91dd'],
])('the id of %s is %s when none is given', (path, id) => {
  expect(idOf(path)).toBe(id)
})

test('every path has an id, and long names that differ at their end have two', () => {
  const long = '长'.repeat(200)
  const ids = [`${long}一.md`, `${long}二.md`].map(idOf)
  expect(new Set(ids).size).toBe(2)
  for (const path of [
    ...ids,
    '',
    '.md',
    '/',
    '\u0000',
    '...',
    'a/../index.md',
    'page',
    `${'.a'.repeat(99)}.md`,
  ]) {
    const id = idOf(path)
    expect(toRecordId(id), path).toBe(id)
    expect(Buffer.byteLength(id)).toBeLessThanOrEqual(idBytesMax)
  }
})
