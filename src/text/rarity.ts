import {rarityUnit} from './table-layout.ts'
import {readTable} from './tables/read-table.ts'

let table: Uint8Array | undefined

/**
 * How surprising a text is as Chinese prose, in bits: the sum of the rarity of its characters, each
 * taken by itself. Of two readings of the same bytes the one with fewer bits is the likelier text.
 */
export function surpriseOf(text: string): number {
  table ??= readTable('rarity')
  let sum = 0
  for (let at = 0; at < text.length; at++) sum += table[text.charCodeAt(at)]!
  return sum / rarityUnit
}
