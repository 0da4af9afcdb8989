import {decodeGbk, encodeGbk} from '../../src/text/gbk.ts'

/** What a replacement of bytes puts into a page. */
export interface DamageTable {
  /** The reading that goes behind each character, wherever its two bytes stand. */
  readonly readings: ReadonlyMap<string, string>
  /** Full-width marks that get a space in front. */
  readonly marks: string
}

/** A page after the damage, which remembers where every part came from. */
export interface DamagedPage {
  readonly text: string
  /** How many replacements fell between two characters. */
  readonly shifts: number
  /** The clean text that a stretch of the damaged one stands for. */
  readonly original: (offset: number, length: number) => string
}

/** A byte of the clean text with the character it belongs to, or what was put between bytes. */
type Unit = ByteUnit | string

interface ByteUnit {
  readonly byte: number
  readonly from: number
  /** Whether it is the second of its character. */
  readonly second: boolean
}

/**
 * Damages a clean text as the pages were damaged: a search and replace on GBK, entry by entry, that
 * takes any two neighbouring bytes for a character. Undefined when GBK lacks a character of it.
 */
export function damagePage(clean: string, {readings, marks}: DamageTable): DamagedPage | undefined {
  const units = toUnits(clean)
  if (!units) return undefined
  const pairs = new Set(units.map(({byte}, at) => byte * 256 + (units[at + 1]?.byte ?? 0)))
  let result: readonly Unit[] = units
  for (const [character, reading] of readings) {
    if (pairs.has(encodeGbk(character)!)) result = insert(result, character, '', `(${reading})`)
  }
  for (const mark of marks) result = insert(result, mark, ' ', '')
  return decodeUnits(result, clean)
}

function toUnits(clean: string): readonly ByteUnit[] | undefined {
  const units: ByteUnit[] = []
  for (let from = 0; from < clean.length; from++) {
    const unit = clean.charCodeAt(from)
    const code = unit < 0x80 ? unit : encodeGbk(clean[from]!)
    if (code === undefined) return undefined
    if (code >= 0x100) units.push({byte: code >> 8, from, second: false})
    units.push({byte: code & 0xff, from, second: code >= 0x100})
  }
  return units
}

function insert(
  units: readonly Unit[],
  character: string,
  before: string,
  after: string,
): readonly Unit[] {
  const code = encodeGbk(character)!
  const result: Unit[] = []
  for (let at = 0; at < units.length; at++) {
    const [one, two] = [units[at]!, units[at + 1]]
    const isHit =
      typeof one !== 'string' &&
      typeof two === 'object' &&
      one.byte === code >> 8 &&
      two.byte === (code & 0xff)
    if (!isHit) result.push(one)
    else {
      result.push(...[before, one, two, after].filter((each) => each !== ''))
      at++
    }
  }
  return result
}

/** Reads bytes two by two; a pair that is none becomes `?` and is gone. */
function decodeUnits(units: readonly Unit[], clean: string): DamagedPage {
  const places: {readonly from: number; readonly to: number}[] = []
  let text = ''
  let shifts = 0
  const rest = [...units]
  const emit = (characters: string, ...sources: readonly Unit[]): void => {
    const from = sources.flatMap((unit) => (typeof unit === 'string' ? [] : [unit.from]))
    for (const character of characters) {
      text += character
      places.push({from: Math.min(...from), to: Math.max(...from)})
    }
  }
  for (let at = 0; at < rest.length; at++) {
    const one = rest[at]!
    const two = rest[at + 1]
    if (typeof one === 'string') emit(one)
    else if (one.byte < 0x80) emit(String.fromCharCode(one.byte), one)
    else if (typeof two === 'object') {
      if (two.byte === 10) emit('?', one)
      else {
        emit(decodeGbk(one.byte, two.byte) ?? '?', one, two)
        at++
      }
    } else {
      if (!one.second) shifts++
      emit('?', one)
      if (two !== undefined) rest[at + 1] = two.slice(1)
    }
  }
  return {
    text,
    shifts,
    original: (offset, length) => {
      const stretch = places.slice(offset, offset + length)
      const from = Math.min(...stretch.map((place) => place.from))
      const to = Math.max(...stretch.map((place) => place.to))
      return clean.slice(from, to + 1)
    },
  }
}
