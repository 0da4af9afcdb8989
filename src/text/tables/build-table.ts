import {encodeConversion} from '../conversion-table.ts'
import {type ConversionName, conversionNames} from '../opencc.ts'
import {readConversion} from '../read-conversion.ts'
import {encodeWordList} from '../word-list.ts'
import {buildCharacters} from './build-characters.ts'
import {buildGivenNames} from './build-given-names.ts'
import {buildRarity} from './build-rarity.ts'
import {buildReadings} from './build-readings.ts'
import {readOrdinaryWords} from './ordinary-words.ts'

/** What there is a table of: each conversion, the characters of both scripts, their readings and rarity, ordinary words, given names. */
export type TableName =
  | ConversionName
  | 'characters'
  | 'readings'
  | 'rarity'
  | 'ordinary-words'
  | 'given-names'

/** Every table there is. */
export const tableNames: readonly TableName[] = [
  ...conversionNames,
  'characters',
  'readings',
  'rarity',
  'ordinary-words',
  'given-names',
]

/** Makes a table from the data of the opencc-js, pinyin-pro and jieba-zh-cn packages, which takes a while. */
export function buildTable(name: TableName): Uint8Array {
  if (name === 'characters') return buildCharacters()
  if (name === 'readings') return buildReadings()
  if (name === 'rarity') return buildRarity()
  if (name === 'given-names') return buildGivenNames()
  if (name === 'ordinary-words') return encodeWordList(readOrdinaryWords())
  return encodeConversion(readConversion(name))
}
