import {type Edit, type Edited, edited, type Notice, untouched} from './edit.ts'
import {decodeGbk, encodeGbk} from './gbk.ts'
import {characterTables, isHan} from './han.ts'
import {isReadingOf, parseSyllable} from './reading.ts'

const rule = 'byte-shift'

/**
 * Inverts the damage of a replacement that hit between two characters.
 *
 * In GBK 釘 is E1 94 and 的 is B5 C4; between them 94 B5 is 數, so a replacement of bytes put
 * `(shù)` inside 的: its first byte B5 took the parenthesis with it and became `?`, and every byte
 * after it reads as the second half of a character: 釘?shù)奶攸c for 釘的特點. Putting the lost byte
 * back makes the run read right again, up to the ASCII letter that ends it. A space that was put
 * before a full-width mark in the same way gives `? ！拔覐`.
 *
 * A repair is made only when it is exact – its bytes are those that stand there and the lost one –
 * and one alone gives plain text: common characters (GB 2312, level 1, or the traditional form of
 * one) and full-width marks, with at most one rarer character in four. Everything else is reported.
 */
export function invertByteShifts(text: string): Edited {
  if (!text.includes('?')) return untouched(text)
  const edits: Edit[] = []
  const notices: Notice[] = []
  for (const match of text.matchAll(shift)) {
    const [before, syllable, run = match[3] ?? ''] = match
    const lead = text.slice(0, match.index).at(-1) ?? ''
    const results = lostBytes(lead, syllable)
      .map((lost) => insertByte(lost, run))
      .filter((result) => result !== undefined && isPlainText(result))
    const [result] = results
    if (results.length === 1 && result !== undefined) {
      edits.push({rule, offset: match.index, before, after: result})
    } else if (syllable !== undefined) {
      notices.push({rule, offset: match.index, text: before})
    }
  }
  return edits.length + notices.length === 0 ? untouched(text) : edited(text, edits, notices)
}

// A reading with only its closing parenthesis, or a space and a full-width mark; then the shifted
// run, and the ASCII character that is its last second half (GBK trail bytes 40–7E).
const letters = 'a-zāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜ'
const wide = '[\\p{Script=Han}\\u3000-\\u303f\\uff01-\\uff5e“”‘’…—·]'
const shift = new RegExp(
  `\\?(?:([${letters}]{1,6})\\)(${wide}{1,40}[@-~])|\\s?(?=[，。、；：？！”’）》])(${wide}{3,40}[@-~]))`,
  'gu',
)

/**
 * The bytes that can be missing. With a reading: those that make, behind the second byte of the
 * character before, a character of that reading. Without: the first byte of nearly all marks.
 */
function lostBytes(before: string, reading: string | undefined): readonly number[] {
  if (reading === undefined) return [0xa1]
  const code = encodeGbk(before)
  const syllable = parseSyllable(reading)
  if (code === undefined || !syllable) return []
  const bytes: number[] = []
  for (let lost = 0x81; lost <= 0xfe; lost++) {
    const glossed = decodeGbk(code & 0xff, lost)
    if (glossed && isHan(glossed) && isReadingOf(glossed, syllable)) bytes.push(lost)
  }
  return bytes
}

/** What the bytes of `run` read as with `lost` in front; undefined when they do not come out even. */
function insertByte(lost: number, run: string): string | undefined {
  const bytes = [lost]
  for (const character of run) {
    const code = character.codePointAt(0)! < 0x80 ? undefined : encodeGbk(character)
    if (code !== undefined) bytes.push(code >> 8, code & 0xff)
    else if (character.codePointAt(0)! < 0x80) bytes.push(character.codePointAt(0)!)
    else return undefined
  }
  if (bytes.length % 2 === 1) return undefined
  let result = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const character = decodeGbk(bytes[at]!, bytes[at + 1]!)
    // Some codes decode to a character that has another code; such a repair would not be exact.
    if (character === undefined || encodeGbk(character) !== bytes[at]! * 256 + bytes[at + 1]!) {
      return undefined
    }
    result += character
  }
  return result
}

const rareShareMax = 0.25

function isPlainText(text: string): boolean {
  let rare = 0
  for (const character of text) {
    const kind = kindOf(character)
    if (kind === 'strange') return false
    if (kind === 'rare') rare++
  }
  return rare <= rareShareMax * text.length
}

/** GB 2312 has its 3,755 common characters in rows B0–D7, rarer ones to F7, marks in A1 and A3. */
function kindOf(character: string): 'common' | 'rare' | 'strange' {
  const code = encodeGbk(character) ?? 0
  if (!isHan(character)) {
    const row = code >> 8
    return row === 0xa1 || row === 0xa3 ? 'common' : 'strange'
  }
  const forms = [character, ...(characterTables().counterparts.get(character) ?? [])]
  const isCommon = forms.some((form) => {
    const formCode = encodeGbk(form) ?? 0
    return formCode >= 0xb0a1 && formCode <= 0xd7f9 && (formCode & 0xff) >= 0xa1
  })
  return isCommon ? 'common' : 'rare'
}
