import {expect, test} from 'vitest'
import {toDay} from '../../src/base/day.ts'
import {decodeText} from '../../src/importer/decode.ts'

const retrieved = toDay(2024, 1, 2)!

function decode(...bytes: readonly (number | string)[]) {
  const parts = bytes.map((part) => (typeof part === 'string' ? Buffer.from(part) : [part]))
  return decodeText({
    name: 'a.txt',
    retrieved,
    bytes: Uint8Array.from(parts.flatMap((p) => [...p])),
  })
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return littleEndian ? bytes : bytes.swap16()
}

test('decodes UTF-8 and drops only the byte order mark', () => {
  expect(decode('邸报\r\n')).toEqual({value: '邸报\r\n', diagnostics: []})
  expect(decode(0xef, 0xbb, 0xbf, '邸报')).toEqual({value: '邸报', diagnostics: []})
  expect(decode('\uFEFF\uFEFF邸\uFEFF报').value).toBe('\uFEFF邸\uFEFF报')
})

test.each([true, false])('decodes UTF-16 where a mark says so (little-endian: %s)', (little) => {
  const bytes = utf16('标题😀\n正文', little)
  expect(decodeText({name: 'a.txt', retrieved, bytes})).toEqual({
    value: '标题😀\n正文',
    diagnostics: [],
  })
})

test('says at which byte and line a text stops being UTF-8, and what to do', () => {
  // 关 in GBK on the second line.
  const {value, diagnostics} = decode('标题\n区', 0xb9, 0xd8, '工委')
  expect(value).toBeUndefined()
  expect(diagnostics).toHaveLength(1)
  expect(diagnostics[0]).toMatchObject({
    ruleId: 'importer/undecodable-byte',
    severity: 'error',
    file: 'a.txt',
    place: {line: 2, column: 2},
  })
  expect(diagnostics[0]?.reason.zh).toContain('第 2 行、第 11 个字节（十六进制 B9）')
  expect(diagnostics[0]?.advice?.zh).toContain('记事本')
})

test('counts bytes from the start of the file where there is a mark', () => {
  expect(decode(0xef, 0xbb, 0xbf, 'ab', 0xff).diagnostics[0]?.reason.zh).toContain('第 6 个字节')
})

test('refuses a character that is cut off at the end', () => {
  const {diagnostics} = decode('标题', 0xe5, 0x85)
  expect(diagnostics[0]?.reason.en).toContain('byte 7 (hexadecimal E5) in line 1')
})

test('refuses UTF-16 with half a surrogate pair or an odd byte', () => {
  expect(decode(0xff, 0xfe, 0x3d, 0xd8, 0x61, 0x00).diagnostics[0]?.reason.zh).toContain(
    '第 3 个字节（十六进制 3D）起不是 UTF-16',
  )
  expect(decode(0xff, 0xfe, 0x61, 0x00, 0x61).diagnostics[0]?.reason.zh).toContain('第 5 个字节')
})

test('finds the first bad byte wherever it is put', () => {
  const text = Buffer.from('a邸😀é\n报'.repeat(9))
  for (let at = 0; at <= text.length; at++) {
    // Inside a character the bad byte also breaks what stands before it.
    let whole = at
    while (whole < text.length && ((text[whole] ?? 0) & 0xc0) === 0x80) whole--
    const bytes = Uint8Array.from([...text.subarray(0, at), 0xff, ...text.subarray(at)])
    const {diagnostics} = decodeText({name: 'a.txt', retrieved, bytes})
    expect(diagnostics[0]?.reason.en).toContain(`from byte ${whole + 1} `)
  }
})

test('refuses what is not a text', () => {
  const {value, diagnostics} = decode('PK\u0003\u0004', 0, 0xff)
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ruleId}) => ruleId)).toEqual(['importer/not-text'])
  expect(diagnostics[0]?.reason.zh).toContain('第 5 个字节')
  expect(decode(0xff, 0xfe, 0x61, 0, 0, 0).diagnostics[0]?.reason.zh).toContain('第 5 个字节')
})

test('refuses an empty file, with or without a mark', () => {
  expect(decode().diagnostics[0]?.ruleId).toBe('importer/empty-file')
  expect(decode(0xef, 0xbb, 0xbf).diagnostics[0]?.ruleId).toBe('importer/empty-file')
  expect(decode().value).toBeUndefined()
})

test('keeps replacement characters that were in the text already, and says so', () => {
  const {value, diagnostics} = decode('标题\n区\uFFFD工\uFFFD')
  expect(value).toBe('标题\n区\uFFFD工\uFFFD')
  expect(diagnostics).toMatchObject([
    {ruleId: 'importer/replacement-character', severity: 'warning', place: {line: 2, column: 2}},
  ])
  expect(diagnostics[0]?.reason.zh).toContain('2 个')
})
