const chunkLength = 1 << 12

/** Whole numbers of 32 bits, one behind the other, however many: growing copies none of them. */
export class NumberStream {
  readonly #chunks: Int32Array[] = []
  #chunk = new Int32Array(chunkLength)
  #at = 0

  push(number: number): void {
    if (this.#at === chunkLength) {
      this.#chunks.push(this.#chunk)
      this.#chunk = new Int32Array(chunkLength)
      this.#at = 0
    }
    this.#chunk[this.#at++] = number
  }

  /** All of them; afterwards there are none. */
  take(): Int32Array {
    const all = new Int32Array(this.#chunks.length * chunkLength + this.#at)
    for (const [index, chunk] of this.#chunks.entries()) all.set(chunk, index * chunkLength)
    all.set(this.#chunk.subarray(0, this.#at), this.#chunks.length * chunkLength)
    this.#chunks.length = 0
    this.#at = 0
    return all
  }
}
