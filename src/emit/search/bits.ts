/** The first of the 32,768 characters that stand for 15 bits each: none of them needs an escape. */
const firstUnit = 0x3000
const unitBits = 15

/**
 * Bits as text: 15 in a character, so that a file of UTF-16 holds them with one bit in 16 lost and
 * no browser changes them on the way.
 */
export class BitWriter {
  #units = new Uint16Array(1024)
  #length = 0
  #open = 0
  #free = unitBits

  /** How many characters there are, each of them full. */
  get length(): number {
    return this.#length
  }

  /** The lowest `count` bits of a whole number, the highest of them first; at most 31. */
  write(value: number, count: number): void {
    let left = count
    while (left >= this.#free) {
      left -= this.#free
      this.#close((this.#open << this.#free) | ((value >>> left) & ((1 << this.#free) - 1)))
    }
    this.#open = (this.#open << left) | (value & ((1 << left) - 1))
    this.#free -= left
  }

  /** A number as that many ones, and a zero. */
  writeUnary(value: number): void {
    let left = value
    for (; left >= unitBits; left -= unitBits) this.write((1 << unitBits) - 1, unitBits)
    this.write((1 << (left + 1)) - 2, left + 1)
  }

  /** A number from 0 on, small ones shortly (Elias gamma, of the number after it). */
  writeNumber(value: number): void {
    const length = 31 - Math.clz32(value + 1)
    this.writeUnary(length)
    this.write(value + 1, length)
  }

  /**
   * The first `count` of numbers in ascending order, all below `limit`, as the gaps between them
   * (Rice). How many there are must be known to who reads them.
   */
  writeAscending(numbers: ArrayLike<number>, limit: number, count = numbers.length): void {
    const low = riceBits(count, limit)
    let next = 0
    for (let at = 0; at < count; at++) {
      const gap = numbers[at]! - next
      this.writeUnary(gap >>> low)
      this.write(gap, low)
      next = numbers[at]! + 1
    }
  }

  /** Zeros up to a whole character. */
  fill(): void {
    if (this.#free < unitBits) this.write(0, this.#free)
  }

  /** All bits so far, with zeros up to a whole character. */
  toText(): string {
    this.fill()
    return decoder.decode(this.#units.subarray(0, this.#length))
  }

  #close(bits: number): void {
    if (this.#length === this.#units.length) {
      const units = new Uint16Array(this.#length * 2)
      units.set(this.#units)
      this.#units = units
    }
    this.#units[this.#length++] = firstUnit + bits
    this.#open = 0
    this.#free = unitBits
  }
}

const decoder = new TextDecoder('utf-16le')

/**
 * How many bits of a gap are written as they are: the greatest number under which gaps are mostly
 * one at least (R. F. Rice 1979; 0.69 is the natural logarithm of 2). In whole numbers, so that
 * every machine finds the same.
 */
export function riceBits(count: number, limit: number): number {
  if (count === 0) return 0
  let bits = 0
  for (let some = count * 200; some <= limit * 69; some *= 2) bits++
  return bits
}
