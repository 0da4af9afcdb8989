import {asNumbers, packSections, unpackSections} from './sections.ts'

/**
 * Words of one to four code units with what each costs in a line of words, in arrays of numbers
 * that can be written to a file, read back and shared between threads as they are.
 *
 * `slots` is a hash table with two numbers a slot: the first two units of a word, 0 where the slot
 * is free, and its last two, 0 where it has none. `costs` is parallel to it. `joints` has a bit for
 * every two units that stand side by side in a word, and, since it is smaller than the number of
 * such pairs, for a few that do not.
 */
export interface WordList {
  readonly slots: Uint32Array
  readonly costs: Uint8Array
  readonly joints: Uint32Array
}

/** The longest word that a list can hold, in code units. */
export const longestWord = 4

/** A list of words with these costs, whole numbers from 1 to 255; longer words are left out. */
export function buildWordList(costs: ReadonlyMap<string, number>): WordList {
  const words = [...costs].filter(([word]) => word.length <= longestWord)
  let size = 16
  while (size < words.length * 2) size *= 2
  const slots = new Uint32Array(size * 2)
  const list = {slots, costs: new Uint8Array(size), joints: new Uint32Array(jointsBits / 32)}
  for (const [word, cost] of words) {
    const slot = slotOf(list, word, 0, word.length)
    slots[slot * 2] = pairOf(word, 0, word.length)
    slots[slot * 2 + 1] = pairOf(word, 2, word.length)
    list.costs[slot] = cost
    for (let at = 1; at < word.length; at++) {
      const bit = jointOf(word.charCodeAt(at - 1), word.charCodeAt(at))
      list.joints[bit >>> 5]! |= 1 << (bit & 31)
    }
  }
  return list
}

/** A list as bytes. */
export function encodeWordList({slots, costs, joints}: WordList): Uint8Array {
  return packSections([slots, costs, joints])
}

/** The list that `bytes` are, over the same memory. */
export function decodeWordList(bytes: Uint8Array): WordList {
  const [slots, costs, joints] = unpackSections(bytes)
  return {slots: asNumbers(slots!), costs: costs!, joints: asNumbers(joints!)}
}

/** What the word from `start` to `end` of a text costs; 0 where it is none of the list. */
export function costOf(list: WordList, text: string, start: number, end: number): number {
  return list.costs[slotOf(list, text, start, end)]!
}

/** Whether some word may hold the two units before and after `offset`; never wrong when it says no. */
export function mayJoin(list: WordList, text: string, offset: number): boolean {
  return mayStandTogether(list, text.charCodeAt(offset - 1), text.charCodeAt(offset))
}

/** Whether some word may hold these two units side by side; never wrong when it says no. */
export function mayStandTogether({joints}: WordList, left: number, right: number): boolean {
  const bit = jointOf(left, right)
  return (joints[bit >>> 5]! & (1 << (bit & 31))) !== 0
}

// One bit in fifteen is set by the forty thousand pairs of everyday Chinese.
const jointsBits = 1 << 19

function jointOf(left: number, right: number): number {
  const pair = (left << 16) | right
  return Math.imul(pair ^ (pair >>> 15), 0x9e3779b1) >>> 13
}

function slotOf({slots, costs}: WordList, text: string, start: number, end: number): number {
  const first = pairOf(text, start, end)
  const last = pairOf(text, start + 2, end)
  const mask = costs.length - 1
  let slot = Math.imul(Math.imul(first ^ (first >>> 15), 0x9e3779b1) ^ last, 0x85ebca6b) >>> 8
  for (slot &= mask; slots[slot * 2] !== 0; slot = (slot + 1) & mask) {
    if (slots[slot * 2] === first && slots[slot * 2 + 1] === last) break
  }
  return slot
}

function pairOf(text: string, offset: number, end: number): number {
  const first = offset < end ? text.charCodeAt(offset) : 0
  const second = offset + 1 < end ? text.charCodeAt(offset + 1) : 0
  return ((first << 16) | second) >>> 0
}
