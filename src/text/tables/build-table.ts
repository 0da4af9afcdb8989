import {encodeConversion} from '../conversion-table.ts'
import {readConversion} from '../converter.ts'
import {type ConversionName, conversionNames} from '../opencc.ts'
import {buildCharacters} from './build-characters.ts'
import {buildReadings} from './build-readings.ts'

/** What there is a table of: each conversion, the characters of both scripts, their readings. */
export type TableName = ConversionName | 'characters' | 'readings'

/** Every table there is. */
export const tableNames: readonly TableName[] = [...conversionNames, 'characters', 'readings']

/** Makes a table from the data of the opencc-js and pinyin-pro packages, which takes a while. */
export function buildTable(name: TableName): Uint8Array {
  if (name === 'characters') return buildCharacters()
  if (name === 'readings') return buildReadings()
  return encodeConversion(readConversion(name))
}
