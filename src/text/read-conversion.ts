import {compileConversion} from './compile-conversion.ts'
import {type ConversionTable, isFromSimplified} from './conversion-table.ts'
import type {Entries} from './dictionary.ts'
import {type ConversionName, readOpenccConfig} from './opencc.ts'
import {ownPhrases} from './tables/own-phrases.ts'
import {ownWords, taiwanWords, traditionalWords} from './tables/own-words.ts'

/** Words of our own: phrases that settle, words of simplified text, of traditional, and of Taiwan's. */
export interface OwnWords {
  readonly phrases: Entries
  readonly words: Entries
  readonly traditional: Entries
  readonly taiwan: Entries
}

const allOwn: OwnWords = {
  phrases: ownPhrases,
  words: ownWords,
  traditional: traditionalWords,
  taiwan: taiwanWords,
}

/** Those of our own words that are found together with OpenCC's in a conversion. */
export function ownEntriesOf(
  name: ConversionName,
  {phrases, words, traditional, taiwan}: OwnWords = allOwn,
): Entries {
  if (isFromSimplified(name)) return [...phrases, ...words]
  if (name === 'tw2s') return [...traditional, ...taiwan]
  return name === 'hk2s' ? traditional : []
}

/** The conversion of this name, composed from the tables of the opencc-js package and our own. */
export function readConversion(name: ConversionName, own = ownEntriesOf(name)): ConversionTable {
  return compileConversion(readOpenccConfig(name), own)
}
