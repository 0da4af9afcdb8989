const slotsMin = 1 << 12

/** Numbers from 1 to 2³¹ − 1, each with its place among them: the first is 0. */
export class NumberSet {
  // Open addressing: a number, and its place behind it.
  #slots = new Int32Array(slotsMin)
  #size = 0

  get size(): number {
    return this.#size
  }

  /** The place of a number; it is put at the end if it is not there yet. */
  place(number: number): number {
    let slot = this.#slotOf(number)
    if (this.#slots[slot] === number) return this.#slots[slot + 1]!
    if (this.#size * 4 >= this.#slots.length) {
      this.#grow()
      slot = this.#slotOf(number)
    }
    this.#slots[slot] = number
    this.#slots[slot + 1] = this.#size
    return this.#size++
  }

  /** All of them, in no order. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.#slots.length; at += 2) {
      if (this.#slots[at] !== 0) yield this.#slots[at]!
    }
  }

  /** Where a number stands, or where it belongs. */
  #slotOf(number: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    const mixed = Math.imul(number, 0x9e3779b1)
    let slot = ((mixed ^ (mixed >>> 15)) << 1) & mask
    while (slots[slot] !== 0 && slots[slot] !== number) slot = (slot + 2) & mask
    return slot
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue
      const slot = this.#slotOf(old[at]!)
      this.#slots[slot] = old[at]!
      this.#slots[slot + 1] = old[at + 1]!
    }
  }
}
