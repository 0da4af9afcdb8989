/** A number for each term, in the order in which terms are first met. */
export class TermNumbers {
  readonly #terms: (string | number)[] = []
  readonly #words = new Map<string, number>()
  // Open addressing: characters as one number each, and the numbers of the terms in the same slots.
  #keys = new Float64Array(1 << 12)
  #numbers = new Uint32Array(1 << 12)
  #used = 0

  /** How many terms there are. */
  get length(): number {
    return this.#terms.length
  }

  /** The number of a word. */
  ofWord(word: string): number {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    this.#words.set(word, this.#terms.length)
    return this.#terms.push(word) - 1
  }

  /** The number of one character or of two, by their code points; `first` is 0 for one. */
  ofCharacters(first: number, second: number): number {
    const key = first * pointLimit + second
    const slot = this.#slotOf(key)
    if (this.#keys[slot] === key) return this.#numbers[slot]!
    const number = this.#terms.push(key) - 1
    this.#fill(slot, key, number)
    if (++this.#used * 2 > this.#keys.length) this.#grow()
    return number
  }

  /** A term as text. */
  textOf(number: number): string {
    const term = this.#terms[number]!
    if (typeof term === 'string') return term
    const first = Math.floor(term / pointLimit)
    return String.fromCodePoint(...(first === 0 ? [] : [first]), term % pointLimit)
  }

  /** The slot that holds a key, or the one where it belongs. */
  #slotOf(key: number): number {
    const mask = this.#keys.length - 1
    const first = Math.floor(key / pointLimit)
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(key - first * pointLimit, 0x85ebca6b)
    let slot = (mixed ^ (mixed >>> 15)) & mask
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #fill(slot: number, key: number, number: number): void {
    this.#keys[slot] = key
    this.#numbers[slot] = number
  }

  #grow(): void {
    this.#keys = new Float64Array(this.#keys.length * 2)
    this.#numbers = new Uint32Array(this.#keys.length)
    for (const [number, key] of this.#terms.entries()) {
      if (typeof key === 'number') this.#fill(this.#slotOf(key), key, number)
    }
  }
}

// Above every code point.
const pointLimit = 0x200000
