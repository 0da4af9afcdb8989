import {polyphonic} from 'pinyin-pro'
import {packSections} from '../sections.ts'
import {firstRead} from '../table-layout.ts'

// Unicode's blocks of Han characters, and the numeral 〇.
const blocks = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x323af],
] as const

/** All Mandarin readings that pinyin-pro has of single characters, as `reading.ts` reads them. */
export function buildReadings(): Uint8Array {
  const lines = new Map([['', 0]])
  const index = new Uint16Array(blocks.at(-1)![1] + 1 - firstRead)
  for (const [first, last] of blocks) {
    const characters = Array.from({length: last + 1 - first}, (_, offset) =>
      String.fromCodePoint(first + offset),
    )
    // One call for a whole block: its time is spent on the call, not on the characters.
    for (const [offset, readings] of polyphonic(characters.join(''), {type: 'array'}).entries()) {
      // A character without a reading is given back itself.
      if (readings[0] === characters[offset]) continue
      const line = readings.join(' ')
      if (!lines.has(line)) lines.set(line, lines.size)
      index[first + offset - firstRead] = lines.get(line)!
    }
  }
  return packSections([index, new TextEncoder().encode([...lines.keys()].join('\n'))])
}
