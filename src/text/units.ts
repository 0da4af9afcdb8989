import {Buffer} from 'node:buffer'

/**
 * The UTF-16 code units of a text, with a 0 behind the last: what looks on from there finds nothing.
 * The texts of an article are parts of larger strings, in which every unit takes several steps to get
 * at.
 */
export type Units = Uint16Array

/** The units of a text. */
export function unitsOf(text: string): Units {
  const units = new Uint16Array(text.length + 1)
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at)
  return units
}

/** What stands from `start` to `end` of a text, which are not far apart. */
export function textBetween(units: Units, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(units[at]!)
  return text
}

/** Memory for the units of one text after another. */
export class UnitMemory {
  units: Units = new Uint16Array(4096)
  #bytes = Buffer.from(this.units.buffer)

  /** Reads a text into the memory. The units hold until the next call. */
  read(text: string): Units {
    const units = this.reserve(text.length + 1)
    this.#bytes.write(text, 'utf16le')
    units[text.length] = 0
    return units
  }

  /** The memory with what stands in it, made larger where it has no room for so many units. */
  reserve(length: number): Units {
    if (length > this.units.length) {
      const larger = new Uint16Array(length * 2)
      larger.set(this.units)
      this.units = larger
      this.#bytes = Buffer.from(larger.buffer)
    }
    return this.units
  }

  /** What stands from `start` to `end`. */
  textBetween(start: number, end: number): string {
    return this.#bytes.toString('utf16le', start * 2, end * 2)
  }
}
