import {expect, test} from 'vitest'
import {decodeGbk, encodeGbk} from '../../src/text/gbk.ts'

// Codes from damaged pages, worked out by hand from GBK's table.
test.each([
  ['结', 0xbde1],
  ['結', 0xbd59],
  ['到', 0xb5bd],
  ['国', 0xb9fa],
  ['國', 0x87f8],
  ['鳥', 0xf842],
  ['釘', 0xe194],
  ['的', 0xb5c4],
  ['數', 0x94b5],
  ['，', 0xa3ac],
  ['\u3000', 0xa1a1],
  ['丂', 0x8140],
])('%s is %i', (character, code) => {
  expect(encodeGbk(character)).toBe(code)
  expect(decodeGbk(code >> 8, code & 0xff)).toBe(character)
})

test.each(['\u{20000}', '가', '', '😀', 'ñ', '中国'])('has no code for %j', (character) => {
  expect(encodeGbk(character)).toBeUndefined()
})

test('a second code of the wide space is read and never written, in every version of Node', () => {
  expect(decodeGbk(0xa3, 0xa0)).toBe('\u3000')
  expect(encodeGbk('\ue5e5')).toBeUndefined()
})

test('has no two bytes for ASCII', () => {
  for (let unit = 0; unit < 0x80; unit++)
    expect(encodeGbk(String.fromCharCode(unit))).toBeUndefined()
})

test.each([
  [0x41, 0x42],
  [0xb5, 0x3f],
  [0xb5, 0x7f],
  [0xb5, 0xff],
  [0xff, 0xc4],
  [0x80, 0x80],
  [0x81, 0x20],
])('%i %i is no character', (lead, trail) => {
  expect(decodeGbk(lead, trail)).toBeUndefined()
})

test('encodes every character that it decodes to, to a code that decodes to it again', () => {
  let count = 0
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decodeGbk(lead, trail)
      if (character === undefined) continue
      count++
      const code = encodeGbk(character) ?? 0
      expect(decodeGbk(code >> 8, code & 0xff)).toBe(character)
    }
  }
  // The whole of GBK, with user-defined characters as the Encoding Standard maps them.
  expect(count).toBeGreaterThan(21_000)
})
