import {surpriseOf} from '../text/rarity.ts'
import {withHongKong} from './big5.ts'

/** An encoding that Chinese documents come in. GB 18030 covers GB 2312 and GBK, Big5 its HKSCS. */
export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'

/** The encodings' names for people. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GBK（GB 18030）',
  big5: 'Big5',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
}

/** What bytes say when they are read in one encoding. */
export interface Reading {
  readonly encoding: Encoding
  readonly text: string
  /** How unlikely the text is as Chinese, in bits. */
  readonly surprise: number
}

/** What bytes can be. */
export interface Verdict {
  /** Every way to read them, the likeliest first; none when they are no text. */
  readonly readings: readonly Reading[]
  /** Whether the first is so much likelier than the second that it needs no other evidence. */
  readonly isSure: boolean
}

/**
 * The ways in which bytes without a byte order mark can be read as text.
 *
 * An encoding counts only if it decodes every byte. The likeliest reading is sure when the next one
 * is a million times less likely as Chinese. In other encodings than UTF-8 it must also explain the
 * bytes better than chance does: any even number of bytes is valid UTF-16.
 */
export function judgeEncoding(bytes: Uint8Array): Verdict {
  const readings = encodings
    .flatMap((encoding) => readingsIn(bytes, encoding))
    .toSorted((left, right) => left.surprise - right.surprise)
  const first = readings.find(({encoding, text}) => {
    return encoding === 'utf-8' || explainedBits(bytes, text) > 0
  })
  if (!first) return {readings: [], isSure: false}
  const others = readings.filter((reading) => reading !== first)
  // Text in ASCII is the same in several encodings.
  const rival = others.find(({text}) => text !== first.text)
  return {readings: [first, ...others], isSure: !rival || isClearlyLikelier(first, rival)}
}

/** Whether one reading of some bytes is likelier than another beyond reasonable doubt. */
export function isClearlyLikelier(one: Reading, other: Reading): boolean {
  return one.surprise + sureBits <= other.surprise
}

/** The text of bytes; undefined unless all of them are in the encoding. A mark in front stays. */
export function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    const text = new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
    return encoding === 'big5' ? withHongKong(text, bytes, true) : text
  } catch {
    return undefined
  }
}

/** The text of bytes, with U+FFFD for each place that is not in the encoding. A mark stays. */
export function decodeLoosely(bytes: Uint8Array, encoding: Encoding): string {
  const text = new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes)
  return encoding === 'big5' ? (withHongKong(text, bytes, false) ?? text) : text
}

/** How many bytes from the start are whole characters; `bytes` is known to be bad somewhere. */
export function validLength(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isBeginning(bytes.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  // `good` may end inside a character that never becomes whole.
  while (decodeStrictly(bytes.subarray(0, good), encoding) === undefined) good--
  return good
}

/** The encoding that explains the most of bytes which are wholly in none. */
export function nearestEncoding(bytes: Uint8Array): Encoding {
  let nearest: Encoding = 'utf-8'
  let most = 0
  for (const encoding of encodings) {
    const valid = bytes.subarray(0, validLength(bytes, encoding))
    const explained = explainedBits(valid, decodeStrictly(valid, encoding) ?? '')
    if (explained > most) {
      nearest = encoding
      most = explained
    }
  }
  return nearest
}

const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']

/** A million to one. */
const sureBits = 20

function readingsIn(bytes: Uint8Array, encoding: Encoding): readonly Reading[] {
  const text = decodeStrictly(bytes, encoding)
  const isText = text !== undefined && !text.includes('\0')
  return isText ? [{encoding, text, surprise: surpriseOf(text)}] : []
}

/** How many bits a reading saves against bytes that mean nothing. */
function explainedBits(bytes: Uint8Array, text: string): number {
  return 8 * bytes.length - surpriseOf(text)
}

/** Whether bytes could still become a text if more followed. */
function isBeginning(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}
