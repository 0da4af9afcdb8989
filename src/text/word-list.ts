import {asNumbers, packSections, unpackSections} from './sections.ts'
import {type Units, unitsOf} from './units.ts'

/**
 * Words of one to four code units with what each costs in a line of words, in arrays of numbers
 * that can be written to a file, read back and shared between threads as they are.
 *
 * `singles` has the costs of words of one unit, by that unit, 0 where it is no word. `slots` is a
 * hash table of the others with two numbers a slot: the first two units of a word, 0 where the slot
 * is free, and its last two, 0 where it has none. `costs` is parallel to it. `joints` has a bit for
 * every two units that stand side by side in a word, and, since it is smaller than the number of
 * such pairs, for a few that do not.
 */
export interface WordList {
  readonly singles: Uint8Array
  readonly slots: Uint32Array
  readonly costs: Uint8Array
  readonly joints: Uint32Array
}

/** The longest word that a list can hold, in code units. */
export const longestWord = 4

/** A list of words with these costs, whole numbers from 1 to 255; longer words are left out. */
export function buildWordList(costs: ReadonlyMap<string, number>): WordList {
  const words = [...costs].filter(([word]) => word.length > 1 && word.length <= longestWord)
  let size = 16
  while (size < words.length * 2) size *= 2
  const list = {
    singles: new Uint8Array(0x10000),
    slots: new Uint32Array(size * 2),
    costs: new Uint8Array(size),
    joints: new Uint32Array(jointsBits / 32),
  }
  for (const [word, cost] of costs) if (word.length === 1) list.singles[word.charCodeAt(0)] = cost
  for (const [word, cost] of words) {
    const [first = 0, second = 0, third = 0, fourth = 0] = unitsOf(word)
    const pairs = [pairOf(first, second), pairOf(third, fourth)] as const
    const slot = slotOf(list, ...pairs)
    list.slots.set(pairs, slot * 2)
    list.costs[slot] = cost
    for (let at = 1; at < word.length; at++) {
      const bit = jointOf(word.charCodeAt(at - 1), word.charCodeAt(at))
      list.joints[bit >>> 5]! |= 1 << (bit & 31)
    }
  }
  return list
}

/** A list as bytes. */
export function encodeWordList({singles, slots, costs, joints}: WordList): Uint8Array {
  return packSections([singles, slots, costs, joints])
}

/** The list that `bytes` are, over the same memory. */
export function decodeWordList(bytes: Uint8Array): WordList {
  const [singles, slots, costs, joints] = unpackSections(bytes)
  return {
    singles: singles!,
    slots: asNumbers(slots!),
    costs: costs!,
    joints: asNumbers(joints!),
  }
}

/** What a word costs; 0 where it is none of the list. */
export function costOf(list: WordList, word: string): number {
  return costBetween(list, unitsOf(word), 0, word.length)
}

/** The same of the word from `start` to `end` of a text. */
export function costBetween(list: WordList, units: Units, start: number, end: number): number {
  const length = end - start
  if (length > longestWord) return 0
  const second = length > 1 ? units[start + 1]! : 0
  const third = length > 2 ? units[start + 2]! : 0
  const fourth = length > 3 ? units[start + 3]! : 0
  return costOfUnits(list, units[start]!, second, third, fourth)
}

/** The same of the word that is made of these units, 0 behind its last. */
export function costOfUnits(
  list: WordList,
  first: number,
  second: number,
  third: number,
  fourth: number,
): number {
  if (second === 0) return list.singles[first]!
  return list.costs[slotOf(list, pairOf(first, second), pairOf(third, fourth))]!
}

/** Whether some word may hold these two units side by side; never wrong when it says no. */
export function mayJoin({joints}: WordList, left: number, right: number): boolean {
  const bit = jointOf(left, right)
  return (joints[bit >>> 5]! & (1 << (bit & 31))) !== 0
}

// One bit in fifteen is set by the forty thousand pairs of everyday Chinese.
const jointsBits = 1 << 19

function jointOf(left: number, right: number): number {
  const pair = (left << 16) | right
  return Math.imul(pair ^ (pair >>> 15), 0x9e3779b1) >>> 13
}

function slotOf({slots, costs}: WordList, first: number, last: number): number {
  const mask = costs.length - 1
  let slot = Math.imul(Math.imul(first ^ (first >>> 15), 0x9e3779b1) ^ last, 0x85ebca6b) >>> 8
  for (slot &= mask; slots[slot * 2] !== 0; slot = (slot + 1) & mask) {
    if (slots[slot * 2] === first && slots[slot * 2 + 1] === last) break
  }
  return slot
}

function pairOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0
}
