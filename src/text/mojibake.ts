import {type Edit, type Edited, edited, untouched} from './edit.ts'
import {charactersOfGbk, decodeGbk, encodeGbk} from './gbk.ts'
import {isHan} from './han.ts'
import {plainnessOf} from './plain-text.ts'

const rule = 'mojibake'

/**
 * Reads text again that was read in a wrong encoding: UTF-8 or GBK as Western (windows-1252 or
 * Latin-1), UTF-8 twice over, and UTF-8 as GBK where no byte was lost.
 *
 * A run is changed as a whole, only when its bytes decode strictly, read as plain Chinese, and
 * are, read the wrong way again, exactly what stands there. What was lost in a wrong decoding is
 * reported with its place; nothing can bring it back.
 */
export function mendMojibake(text: string): Edited {
  const edits: Edit[] = []
  const add = (offset: number, before: string, after: string | undefined): void => {
    if (after !== undefined) edits.push({rule, offset, before, after})
  }
  if (western.test(text)) {
    for (const {0: run, index} of text.matchAll(westernRuns)) add(index, run, readWestern(run))
  }
  for (const {0: run, index} of text.matchAll(wideRuns)) {
    if (firstHalves.has(run[0]!)) add(index, run, readUtf8AsGbk(run))
  }
  const notices = [...text.matchAll(lost)].map(({0: found, index}) => {
    return {rule, offset: index, text: found}
  })
  if (edits.length + notices.length === 0) return untouched(text)
  return edited(text, inOrder(edits), notices)
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return edits.toSorted((left, right) => left.offset - right.offset)
}

// What U+FFFD becomes when its UTF-8 is read as GBK, what unset memory reads as in GBK, U+FFFD
// itself, and its UTF-8 read as Latin-1.
const lost = /(?:锟斤拷)+|锟斤|(?:烫烫烫)+烫*|(?:屯屯屯)+屯*|\uFFFD+|(?:ï¿½)+/g

// Windows-1252 has these from 80 to 9F, in this order; Latin-1 and its gaps have U+0080–U+009F.
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const western = new RegExp(`[\\u00a1-\\u00ff][\\u0080-\\u00ff${signs}]`)
const westernRuns = new RegExp(`[\\u0080-\\u00ff${signs}]{2,}`, 'g')

// Read wrongly each is Ã with a sign behind it, which no language writes: MÃ¤rz.
const accentedLetters = /^[À-ÖØ-öø-ÿ]+$/

/**
 * A run of Western letters and signs as the text it was, Chinese or letters with accents; undefined
 * when it was none.
 */
function readWestern(run: string): string | undefined {
  let current = run
  // Text may have been saved wrongly more than once.
  for (let times = 0; times < 3; times++) {
    const bytes = westernBytes(current)
    const next = bytes && decodeUtf8(bytes)
    if (next === undefined) break
    if (isChinese(next) || accentedLetters.test(next)) return next
    current = next
  }
  const bytes = westernBytes(run)
  return bytes && decodeChineseGbk(bytes)
}

function westernBytes(run: string): Uint8Array | undefined {
  const units = Array.from(run, (character) => character.charCodeAt(0))
  if (units.every((unit) => unit <= 0xff)) return Uint8Array.from(units)
  const bytes = Array.from(run, (character) => {
    const sign = signs.indexOf(character)
    return sign === -1 ? character.charCodeAt(0) : 0x80 + sign
  })
  // A control code where windows-1252 has a sign does not come from the same reading.
  const isExact = bytes.every(
    (byte, at) => byte <= 0xff && (byte > 0x9f || run[at] === signs[byte - 0x80]),
  )
  return isExact ? Uint8Array.from(bytes) : undefined
}

const utf8 = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true})

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

const gbkCharactersMin = 3

/** Bytes of GB 2312 as text; several characters, all common, so that no Western word is taken. */
function decodeChineseGbk(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 === 1 || bytes.some((byte) => byte < 0xa1)) return undefined
  const characters: string[] = []
  for (let at = 0; at < bytes.length; at += 2) {
    characters.push(decodeGbk(bytes[at]!, bytes[at + 1]!) ?? '')
  }
  const isPlain = characters.every((each) => each !== '' && plainnessOf(each) === 'common')
  const isText = characters.filter(isHan).length >= gbkCharactersMin
  return isPlain && isText ? characters.join('') : undefined
}

/** Whether a text is nothing but Chinese characters and marks, nearly all common. */
function isChinese(text: string): boolean {
  const kinds = Array.from(text, plainnessOf)
  const rare = kinds.filter((kind) => kind === 'rare').length
  return !kinds.includes('strange') && rare * 4 <= kinds.length
}

// Chinese in UTF-8 begins with the bytes E2 80 (quotation marks) to EF BF (full-width marks).
const firstHalves = new Set(charactersOfGbk([0xe2, 0xef], [0x80, 0xbf]))
const wideRuns = /[\u0080-\uffff]{2,}/g

/** A class of code units: a text that has none of them was never read wrongly. */
export const misreadUnits = new RegExp(`[\\u00a1-\\u00ff\\uFFFD锟烫屯${[...firstHalves].join('')}]`)

const strangeShareMin = 0.3

/** A run of GBK characters whose bytes are UTF-8, as the text it was. */
function readUtf8AsGbk(run: string): string | undefined {
  // The third byte of the first character, which goes on as it must; most runs end here.
  if ((encodeGbk(run[1]!) ?? 0) >> 8 > 0xbf) return undefined
  const codes = Array.from(run, encodeGbk)
  const bytes = codes.flatMap((code) => (code === undefined ? [] : [code >> 8, code & 0xff]))
  const text = bytes.length === 2 * codes.length ? decodeUtf8(Uint8Array.from(bytes)) : undefined
  if (text === undefined || !isChinese(text)) return undefined
  const strange = Array.from(run).filter((each) => plainnessOf(each) !== 'common').length
  return strange >= strangeShareMin * codes.length ? text : undefined
}
