import type {Units} from './units.ts'
import {costBetween, costOfUnits, longestWord, mayJoin, type WordList} from './word-list.ts'

/** Where a line of ordinary words is cut that a phrase would be taken across. */
export interface Boundary {
  /** The first place inside the phrase at which the better line is cut. */
  readonly offset: number
  /** How much cheaper that line is than the best one that leaves the phrase whole. */
  readonly gain: number
}

// What is looked at on either side of a phrase, in code units: enough for two or three words.
const reach = 5
// Longer phrases are proverbs, which nothing cuts.
const longestPhrase = 8
// A phrase that is no ordinary word stands for one that is met about once in a million, and a
// character in no list for a rare one.
const phraseCost = 140
const unknownCost = 200

/**
 * Weighs a phrase against the ordinary words that overlap its ends: 长发 between 校 and 言 against
 * 校长 and 发言. The phrase takes up a text from `start` to `end`. Undefined where no ordinary word
 * overlaps an end of it, and where the best line of words leaves it whole.
 *
 * What is further away than five code units, or behind anything that is no Han character of the
 * basic block, has no say.
 */
export function findBoundary(
  words: WordList,
  units: Units,
  start: number,
  end: number,
): Boundary | undefined {
  if (end - start > longestPhrase || !isOverlapped(words, units, start, end)) return undefined
  const from = reachBack(words, units, start)
  const length = reachOn(words, units, end) - from
  readWords(words, units, from, length)
  const [first, last] = [start - from, end - from]
  const free = cheapestLine(length, length, length)
  const cut = cutInside(length, first, last)
  if (cut === undefined) return undefined
  const gain = cheapestLine(length, first, last) - free
  return gain > 0 ? {offset: from + cut, gain} : undefined
}

/** Whether an ordinary word begins before a phrase and ends inside it, or the other way round. */
function isOverlapped(words: WordList, units: Units, start: number, end: number): boolean {
  const first = Math.max(0, start + 1 - longestWord)
  for (let from = start - 1; from >= first && joins(words, units, from + 1); from--) {
    const furthest = Math.min(end - 1, from + longestWord)
    for (let cut = start + 1; cut <= furthest; cut++) {
      if (costBetween(words, units, from, cut) !== 0) return true
    }
  }
  const last = end + longestWord - 1
  for (let to = end + 1; to <= last && units[to - 1] !== 0 && joins(words, units, to - 1); to++) {
    for (let cut = Math.max(start + 1, to - longestWord); cut < end; cut++) {
      if (costBetween(words, units, cut, to) !== 0) return true
    }
  }
  return false
}

/** Whether some word may reach over a place. */
function joins(words: WordList, units: Units, offset: number): boolean {
  return mayJoin(words, units[offset - 1]!, units[offset]!)
}

// What is known of a stretch of text, in memory that is used again: what the words cost that begin
// at each place, shortest first, 0 where there is none; and for each place the cost of the cheapest
// line up to it, and how long the last word of that line is.
const longestStretch = longestPhrase + 2 * reach
const wordCosts = new Uint8Array(longestStretch * longestWord)
const lineCosts = new Int32Array(longestStretch + 1)
const lastWords = new Uint8Array(longestStretch + 1)
// More than any line costs.
const unreached = 1e6

function readWords(words: WordList, units: Units, from: number, length: number): void {
  wordCosts.fill(0, 0, length * longestWord)
  for (let at = 0; at < length; at++) {
    const start = from + at
    const slot = at * longestWord
    const most = Math.min(longestWord, length - at)
    const first = units[start]!
    wordCosts[slot] = words.singles[first] || unknownCost
    if (most < 2 || !joins(words, units, start + 1)) continue
    const second = units[start + 1]!
    wordCosts[slot + 1] = costOfUnits(words, first, second, 0, 0)
    if (most < 3 || !joins(words, units, start + 2)) continue
    const third = units[start + 2]!
    wordCosts[slot + 2] = costOfUnits(words, first, second, third, 0)
    if (most < 4 || !joins(words, units, start + 3)) continue
    wordCosts[slot + 3] = costOfUnits(words, first, second, third, units[start + 3]!)
  }
}

/**
 * What the cheapest line of words over the stretch costs (Viterbi's algorithm), with the phrase from
 * `start` to `end` left whole; both are the stretch's length for none.
 */
function cheapestLine(length: number, start: number, end: number): number {
  lineCosts.fill(unreached, 1, length + 1)
  for (let at = 0; at < length; at++) {
    const before = lineCosts[at]!
    const longest = Math.min(longestWord, length - at)
    for (let size = 1; size <= longest; size++) {
      const cost = wordCosts[at * longestWord + size - 1]!
      if (cost === 0 || before + cost >= lineCosts[at + size]!) continue
      if (crosses(at, at + size, start, end)) continue
      lineCosts[at + size] = before + cost
      lastWords[at + size] = size
    }
    if (at === start && before + phraseCost < lineCosts[end]!) {
      lineCosts[end] = before + phraseCost
      lastWords[end] = end - start
    }
  }
  return lineCosts[length]!
}

/**
 * Where the last line cuts the phrase, if one of its words overlaps the phrase's ends: behind the
 * word that reaches into it, else before the one that reaches out of it, so that what the phrase
 * holds before that (三只 in 三只手电筒) can still be found.
 */
function cutInside(length: number, start: number, end: number): number | undefined {
  let cut: number | undefined
  for (let at = length; at > 0; at -= lastWords[at]!) {
    const from = at - lastWords[at]!
    if (from > start && from < end && at > end) cut = from
    if (from < start && at > start && at < end) cut = at
  }
  return cut
}

/** Whether a word overlaps an end of the phrase without holding it whole or lying in it. */
function crosses(from: number, to: number, start: number, end: number): boolean {
  return (from < start && to > start && to < end) || (from > start && from < end && to > end)
}

// No line of words is other for what stands behind a place that no word reaches over.

function reachBack(words: WordList, units: Units, start: number): number {
  let from = start
  while (from > 0 && start - from < reach && isHanUnit(units[from - 1]!)) {
    if (!joins(words, units, from)) break
    from--
  }
  return from
}

function reachOn(words: WordList, units: Units, end: number): number {
  let to = end
  while (to - end < reach && isHanUnit(units[to]!)) {
    if (!joins(words, units, to)) break
    to++
  }
  return to
}

function isHanUnit(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff
}
