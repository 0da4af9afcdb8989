import {unpackSections} from './sections.ts'
import type {Units} from './units.ts'

/**
 * How much likelier a character is in a given name of two than in a text: ten times the natural
 * logarithm of that ratio, for the first and for the second place, by code unit from U+4E00 on.
 */
export interface GivenNames {
  readonly first: Int8Array
  readonly second: Int8Array
}

/** The first character that has a weight: the basic block of Han begins with it. */
export const firstNamed = 0x4e00
/** How many characters have a weight. */
export const namedCount = 0x5200

/** The names that `bytes` are, over the same memory. */
export function decodeGivenNames(bytes: Uint8Array): GivenNames {
  const [first, second] = unpackSections(bytes).map(
    ({buffer, byteOffset, byteLength}) => new Int8Array(buffer, byteOffset, byteLength),
  )
  return {first: first!, second: second!}
}

/**
 * How much likelier one or two characters at `offset` of a text are a given name than any other text, in the
 * same measure; far below 0 where one of them is no Han character.
 */
export function weighGivenName(
  {first, second}: GivenNames,
  units: Units,
  offset: number,
  length: 1 | 2,
): number {
  const last = second[units[offset + length - 1]! - firstNamed] ?? -128
  return length === 1 ? last : last + (first[units[offset]! - firstNamed] ?? -128)
}
