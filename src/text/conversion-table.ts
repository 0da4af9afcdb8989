import type {ConversionName} from './opencc.ts'
import {asNumbers, asUnits, packSections, unpackSections} from './sections.ts'
import type {WordTable} from './word-table.ts'

/** A conversion, made ready to be run over a text in one pass. */
export interface ConversionTable {
  /** For each code unit what it becomes through all stages, and above that its traits. */
  readonly units: Uint32Array
  /**
   * The words that a text is cut at, each with what it becomes through all stages; and, watched
   * for, what some stage could see as a word of its own between them.
   */
  readonly words: WordTable
  /** The stages as they are for what stands between words. */
  readonly stages: readonly WordTable[]
  /** The compatibility ideographs and what they become before anything else. */
  readonly regular: WordTable
}

/** What is known of a code unit, beside what it becomes. */
export const traits = {
  /** A word of `words` can begin with it. */
  begins: 1 << 16,
  /** Half of a character, or one that becomes more than one unit: the stages decide. */
  odd: 1 << 17,
  /** It stands in no word of any stage, so that no word reaches across it. */
  free: 1 << 18,
} as const

/** Whether a conversion starts from simplified text, where we know more than OpenCC. */
export function isFromSimplified(name: ConversionName): boolean {
  return name.startsWith('s2')
}

/** A conversion as bytes. */
export function encodeConversion({units, words, stages, regular}: ConversionTable): Uint8Array {
  const tables = [words, regular, ...stages]
  return packSections([
    units,
    ...tables.flatMap(({pairs, slots, records}) => [pairs, slots, records]),
  ])
}

/** The conversion that `bytes` are, over the same memory. */
export function decodeConversion(bytes: Uint8Array): ConversionTable {
  const [units, ...sections] = unpackSections(bytes)
  const tables: WordTable[] = []
  for (let at = 0; at < sections.length; at += 3) {
    tables.push({
      pairs: asNumbers(sections[at]!),
      slots: asNumbers(sections[at + 1]!),
      records: asUnits(sections[at + 2]!),
    })
  }
  const [words, regular, ...stages] = tables
  return {units: asNumbers(units!), words: words!, regular: regular!, stages}
}
