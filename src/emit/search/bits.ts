/** The first of the 32,768 characters that stand for 15 bits each: none of them needs an escape. */
const firstUnit = 0x3000
const unitBits = 15

/**
 * Bits as text: 15 in a character, so that a file of UTF-16 holds them with one bit in 16 lost and
 * no browser changes them on the way.
 */
export class BitWriter {
  readonly #units: number[] = []
  #open = 0
  #free = unitBits

  /** The lowest `count` bits of a whole number, the highest of them first. */
  write(value: number, count: number): void {
    for (let left = count; left > 0; ) {
      const taken = Math.min(left, this.#free)
      left -= taken
      this.#open = (this.#open << taken) | ((value >>> left) & ((1 << taken) - 1))
      this.#free -= taken
      if (this.#free === 0) this.#close()
    }
  }

  /** A number as that many ones, and a zero. */
  writeUnary(value: number): void {
    for (let left = value; left > 0; left -= unitBits) {
      const ones = Math.min(left, unitBits)
      this.write((1 << ones) - 1, ones)
    }
    this.write(0, 1)
  }

  /** A number from 0 on, small ones shortly (Elias gamma, of the number after it). */
  writeNumber(value: number): void {
    const length = 31 - Math.clz32(value + 1)
    this.writeUnary(length)
    this.write(value + 1, length)
  }

  /**
   * Numbers in ascending order, all below `limit`, as the gaps between them (Rice). How many there
   * are must be known to who reads them.
   */
  writeAscending(numbers: readonly number[], limit: number): void {
    const low = riceBits(numbers.length, limit)
    let next = 0
    for (const each of numbers) {
      this.writeUnary((each - next) >>> low)
      this.write(each - next, low)
      next = each + 1
    }
  }

  #close(): void {
    this.#units.push(firstUnit + this.#open)
    this.#open = 0
    this.#free = unitBits
  }

  /** All bits so far, with zeros up to a whole character. */
  toText(): string {
    if (this.#free < unitBits) this.write(0, this.#free)
    const parts: string[] = []
    for (let at = 0; at < this.#units.length; at += 4096) {
      parts.push(String.fromCharCode(...this.#units.slice(at, at + 4096)))
    }
    return parts.join('')
  }
}

/**
 * How many bits of a gap are written as they are: the greatest number under which gaps are mostly
 * one at least (R. F. Rice 1979; 0.69 is the natural logarithm of 2). In whole numbers, so that
 * every machine finds the same.
 */
export function riceBits(count: number, limit: number): number {
  let bits = 0
  while (count > 0 && count * 2 ** (bits + 1) * 100 <= limit * 69) bits++
  return bits
}
