/**
 * Words of two code units and more, found by their first two units: nearly every place of a text
 * is decided by one look into a table of numbers.
 */
export interface PhraseIndex {
  readonly words: readonly string[]
  /** 1 for every code unit that begins a word. */
  readonly begins: Uint8Array
  /** Number in `words` of the longest word at `offset`, or -1. */
  readonly longestAt: (text: string, offset: number) => number
  /** Whether some word begins with these two units. */
  readonly hasPair: (first: number, second: number) => boolean
}

/** An index over `words`, of which those of a single unit are left out. */
export function createPhraseIndex(allWords: Iterable<string>): PhraseIndex {
  const words = [...new Set(allWords)].filter((word) => word.length > 1)
  const buckets = groupByPair(words)
  let size = 16
  while (size < buckets.size * 4) size *= 2
  const mask = size - 1
  // A pair of units as one number, never 0 since no word begins with U+0000; its words stand in
  // `order` from `starts`, the longest first.
  const keys = new Uint32Array(size)
  const starts = new Int32Array(size)
  const order = new Int32Array(words.length + 1)
  const begins = new Uint8Array(65_536)
  let filled = 0
  for (const [pair, bucket] of buckets) {
    let slot = slotOf(pair >>> 16, pair & 0xffff) & mask
    while (keys[slot] !== 0) slot = (slot + 1) & mask
    keys[slot] = pair
    starts[slot] = filled
    begins[pair >>> 16] = 1
    for (const word of bucket) order[filled++] = word
  }
  order[filled] = -1
  const find = (first: number, second: number): number => {
    const pair = ((first << 16) | second) >>> 0
    let slot = slotOf(first, second) & mask
    while (keys[slot] !== pair) {
      if (keys[slot] === 0) return -1
      slot = (slot + 1) & mask
    }
    return slot
  }
  return {
    words,
    begins,
    hasPair: (first, second) => find(first, second) !== -1,
    longestAt: (text, offset) => {
      const first = text.charCodeAt(offset)
      const second = text.charCodeAt(offset + 1)
      const slot = find(first, second)
      if (slot === -1) return -1
      for (let at = starts[slot]!; ; at++) {
        const word = order[at]!
        const candidate = words[word]
        // The words of the next pair, or none: this pair's are used up.
        if (candidate?.charCodeAt(0) !== first || candidate.charCodeAt(1) !== second) return -1
        if (text.startsWith(candidate, offset)) return word
      }
    },
  }
}

function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 9
}

function groupByPair(words: readonly string[]): Map<number, readonly number[]> {
  const buckets = new Map<number, number[]>()
  for (const [index, word] of words.entries()) {
    const pair = ((word.charCodeAt(0) << 16) | word.charCodeAt(1)) >>> 0
    const bucket = buckets.get(pair)
    if (bucket) bucket.push(index)
    else buckets.set(pair, [index])
  }
  for (const bucket of buckets.values()) {
    bucket.sort((left, right) => words[right]!.length - words[left]!.length)
  }
  return buckets
}
