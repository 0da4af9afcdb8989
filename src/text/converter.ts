import {compileConversion} from './compile-conversion.ts'
import type {ConversionTable} from './conversion-table.ts'
import type {Converter, Entries} from './dictionary.ts'
import {createFastConverter} from './fast-converter.ts'
import {type ConversionName, readOpenccConfig} from './opencc.ts'
import {ownPhrases} from './tables/own-phrases.ts'

/**
 * The converter of this name over the tables of the opencc-js package, with our own phrases where
 * the source is simplified. Leftmost-longest, stage after stage, as OpenCC does: without our own
 * phrases the answer is that of opencc-js for every text.
 *
 * It is made anew, which takes a while; `converterOf` has the same with its table ready.
 */
export function createConverter(name: ConversionName, own: Entries = ownPhrases): Converter {
  return createFastConverter(readConversion(name, own))
}

/** The conversion of this name, composed from the tables. */
export function readConversion(name: ConversionName, own: Entries = ownPhrases): ConversionTable {
  return compileConversion(readOpenccConfig(name), name.startsWith('s2') ? own : [])
}
