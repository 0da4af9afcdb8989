import {compileConversion} from './compile-conversion.ts'
import {type ConversionTable, isFromSimplified} from './conversion-table.ts'
import type {Entries} from './dictionary.ts'
import {type ConversionName, readOpenccConfig} from './opencc.ts'
import {ownPhrases} from './tables/own-phrases.ts'
import {ownWords} from './tables/own-words.ts'

/** Our own phrases and words, which are found together with those of OpenCC. */
export const ownEntries: Entries = [...ownPhrases, ...ownWords]

/** The conversion of this name, composed from the tables of the opencc-js package and our own. */
export function readConversion(name: ConversionName, own: Entries = ownEntries): ConversionTable {
  return compileConversion(readOpenccConfig(name), isFromSimplified(name) ? own : [])
}
