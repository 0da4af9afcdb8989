import type {Units} from './units.ts'

/**
 * Words and what they become, in two arrays of numbers that can be written to a file, read back and
 * shared between threads as they are.
 *
 * `slots` is a hash table of pairs of code units: the pair as one number, 0 where the slot is free,
 * and the place in `records` where the words that begin with it stand, the longest first. A record
 * is the length of the word, the length of the result, the units of the word from the third on, and
 * the units of the result; after the last record of a pair stands 0. A word of a single unit stands
 * under the pair of it and 0. `pairs` has a bit for every pair in `slots`, and for a few that are not
 * there: most pairs of a text begin no word, and a look at a bit is quicker than a search.
 */
export interface WordTable {
  readonly pairs: Uint32Array
  readonly slots: Uint32Array
  readonly records: Uint16Array
}

// Added to the length of a word that the table only watches for; it becomes nothing.
const watched = 0x8000

/**
 * A table of words, which are not empty. Where a word of `entries` and one of `watching` stand at
 * the same place of a text, it is the former that is found.
 */
export function buildWordTable(
  entries: Iterable<readonly [word: string, result: string]>,
  watching: Iterable<string> = [],
): WordTable {
  const buckets = new Map<number, Record[]>()
  const add = (record: Record): void => {
    const pair = pairOf(record.word)
    const bucket = buckets.get(pair)
    if (bucket) bucket.push(record)
    else buckets.set(pair, [record])
  }
  for (const [word, result] of entries) add({word, result, mark: 0})
  for (const word of watching) add({word, result: '', mark: watched})
  let size = 16
  while (size < buckets.size * slotsPerPair) size *= 2
  const pairs = new Uint32Array((size * bitsPerSlot) / 32)
  const slots = new Uint32Array(size * 2)
  const records = [0]
  for (const [pair, bucket] of buckets) {
    const bit = bitOf(pair, pairs)
    pairs[bit >>> 5]! |= 1 << (bit & 31)
    let slot = slotOf(pair, size)
    while (slots[slot] !== 0) slot = nextSlot(slot, size)
    slots[slot] = pair
    slots[slot + 1] = records.length
    for (const record of bucket.sort(byRank)) pushRecord(records, record)
    records.push(0)
  }
  return {pairs, slots, records: Uint16Array.from(records)}
}

/** The place in `records` of the longest word at `offset` of a text; 0 where there is none. */
export function findWord(table: WordTable, units: Units, offset: number): number {
  const {records} = table
  let record = firstRecord(table, ((units[offset]! << 16) | units[offset + 1]!) >>> 0)
  for (; records[record] !== 0; record = endOf(records, record)) {
    const length = records[record]! & ~watched
    let at = 2
    while (at < length && records[record + at] === units[offset + at]) at++
    if (at >= length) return record
  }
  return 0
}

/** The same of a word of a single unit. */
export function findUnit(table: WordTable, unit: number): number {
  return firstRecord(table, (unit << 16) >>> 0)
}

/** The place of the first word that begins with a pair of units; 0 where there is none. */
function firstRecord({pairs, slots}: WordTable, pair: number): number {
  const bit = bitOf(pair, pairs)
  if ((pairs[bit >>> 5]! & (1 << (bit & 31))) === 0) return 0
  const size = slots.length >>> 1
  let slot = slotOf(pair, size)
  while (slots[slot] !== pair) {
    if (slots[slot] === 0) return 0
    slot = nextSlot(slot, size)
  }
  return slots[slot + 1]!
}

/** Whether what `findWord` answered is a word that has a result. */
export function isWord({records}: WordTable, record: number): boolean {
  return record !== 0 && records[record]! < watched
}

/** Where in `records` the result of a record begins, which is as long as the record's next number. */
export function resultStart(records: Uint16Array, record: number): number {
  return record + Math.max(2, records[record]! & ~watched)
}

/** What the word of a record becomes. */
export function resultOf(records: Uint16Array, record: number): string {
  const start = resultStart(records, record)
  return String.fromCharCode(...records.subarray(start, endOf(records, record)))
}

interface Record {
  readonly word: string
  readonly result: string
  readonly mark: number
}

// Few enough to stay in the processor's cache, many enough that most searches end at once.
const slotsPerPair = 1.5

function byRank(left: Record, right: Record): number {
  return left.mark - right.mark || right.word.length - left.word.length
}

function pushRecord(records: number[], {word, result, mark}: Record): void {
  records.push(word.length | mark, result.length)
  for (let at = 2; at < word.length; at++) records.push(word.charCodeAt(at))
  for (let at = 0; at < result.length; at++) records.push(result.charCodeAt(at))
}

function endOf(records: Uint16Array, record: number): number {
  return resultStart(records, record) + records[record + 1]!
}

function pairOf(word: string): number {
  // Behind the end of a word there is NaN, which counts as 0 here.
  return ((word.charCodeAt(0) << 16) | word.charCodeAt(1)) >>> 0
}

// One bit in fifteen is set where there are many pairs.
const bitsPerSlot = 8

function bitOf(pair: number, pairs: Uint32Array): number {
  return (hashOf(pair) >>> 8) & (pairs.length * 32 - 1)
}

function slotOf(pair: number, size: number): number {
  return ((hashOf(pair) >>> 12) & (size - 1)) << 1
}

function hashOf(pair: number): number {
  return Math.imul(pair ^ (pair >>> 15), 0x9e3779b1)
}

function nextSlot(slot: number, size: number): number {
  return (slot + 2) & (size * 2 - 1)
}
