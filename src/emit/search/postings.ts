const pageBits = 20
const blockMin = 8
const blockMax = 1024
/** Room at the end of a block for the place of the next one. */
const linkBytes = 4

/**
 * In which documents each term is, and in which of their titles, for millions of terms in little
 * memory: gaps in as few bytes as they need, in a chain of blocks for each term, the next block
 * twice as long as the last.
 */
export class Postings {
  readonly #pages: Uint8Array[] = []
  #free = 1 << pageBits
  readonly #first: number[] = []
  readonly #at: number[] = []
  readonly #end: number[] = []
  readonly #size: number[] = []
  readonly #last: number[] = []
  readonly #counts: number[] = []

  /**
   * Notes a term, the next number or one that was before, in a document, none before the last.
   * Answers whether it is the first time there.
   */
  add(term: number, document: number, inTitle: boolean): boolean {
    if (term === this.#counts.length) this.#begin()
    const last = this.#last[term]!
    if (last === document) return false
    let rest = (document - last - 1) * 2 + (inTitle ? 1 : 0)
    for (; rest >= 0x80; rest >>>= 7) this.#push(term, (rest & 0x7f) | 0x80)
    this.#push(term, rest)
    this.#last[term] = document
    this.#counts[term]!++
    return true
  }

  /** The documents of a term, and at which places among them those with it in their title stand. */
  read(term: number): {readonly documents: readonly number[]; readonly titles: readonly number[]} {
    const documents: number[] = []
    const titles: number[] = []
    let at = this.#first[term]!
    let size = blockMin
    let end = at + size - linkBytes
    let last = -1
    for (let value = 0, shift = 0; documents.length < this.#counts[term]!; at++) {
      if (at === end) {
        at = this.#link(end)
        size = nextSize(size)
        end = at + size - linkBytes
      }
      const byte = this.#byte(at)
      value |= (byte & 0x7f) << shift
      shift += 7
      if (byte >= 0x80) continue
      if (value & 1) titles.push(documents.length)
      last += (value >>> 1) + 1
      documents.push(last)
      value = shift = 0
    }
    return {documents, titles}
  }

  #begin(): void {
    const at = this.#allocate(blockMin)
    this.#first.push(at)
    this.#at.push(at)
    this.#end.push(at + blockMin - linkBytes)
    this.#size.push(blockMin)
    this.#last.push(-1)
    this.#counts.push(0)
  }

  #push(term: number, byte: number): void {
    let at = this.#at[term]!
    if (at === this.#end[term]) {
      const size = nextSize(this.#size[term]!)
      const next = this.#allocate(size)
      this.#setLink(at, next)
      this.#size[term] = size
      this.#end[term] = next + size - linkBytes
      at = next
    }
    this.#pages[at >>> pageBits]![at & ((1 << pageBits) - 1)] = byte
    this.#at[term] = at + 1
  }

  #allocate(size: number): number {
    if (this.#free + size > 1 << pageBits) {
      this.#pages.push(new Uint8Array(1 << pageBits))
      this.#free = 0
    }
    const at = (this.#pages.length - 1) * (1 << pageBits) + this.#free
    this.#free += size
    return at
  }

  #byte(at: number): number {
    return this.#pages[at >>> pageBits]![at & ((1 << pageBits) - 1)]!
  }

  #link(at: number): number {
    let place = 0
    for (let byte = 0; byte < linkBytes; byte++) place = place * 256 + this.#byte(at + byte)
    return place
  }

  #setLink(at: number, place: number): void {
    const page = this.#pages[at >>> pageBits]!
    for (let byte = 0; byte < linkBytes; byte++) {
      page[(at & ((1 << pageBits) - 1)) + byte] = (place >>> (8 * (linkBytes - 1 - byte))) & 0xff
    }
  }
}

function nextSize(size: number): number {
  return Math.min(size * 2, blockMax)
}
