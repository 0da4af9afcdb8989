import {characterTables} from '../text/han.ts'

/** 64 bits that are nearly the same for nearly the same texts. */
export type Fingerprint = readonly [high: number, low: number]

/**
 * The fingerprint of a text in either script (simhash, Charikar 2002), from every three neighbouring
 * letters of it, each three once; marks, spaces and the script count for nothing. Undefined for a
 * text too short to have one.
 */
export function fingerprintOf(text: string): Fingerprint | undefined {
  const folded = foldText(text)
  if (folded.length < lettersMin) return undefined
  const sums = new Int32Array(64)
  const triples = new Set<string>()
  for (let at = 0; at + 2 < folded.length; at++) triples.add(folded.slice(at, at + 3))
  for (const triple of triples) {
    const units = (triple.charCodeAt(0) << 16) ^ (triple.charCodeAt(1) << 8) ^ triple.charCodeAt(2)
    addBits(sums, 0, scatter(units, 0x9e3779b1))
    addBits(sums, 32, scatter(units, 0x85ebca6b))
  }
  return [signsOf(sums, 0), signsOf(sums, 32)]
}

/**
 * Groups of two and more items with nearly the same fingerprint, at most three bits apart, in the
 * order of their first items.
 */
export function groupDuplicates<Item extends {readonly fingerprint?: Fingerprint | undefined}>(
  items: readonly Item[],
): readonly (readonly Item[])[] {
  const groups = new Map<Item, Item[]>()
  // Of four parts, three different bits leave one untouched.
  const buckets = new Map<string, Item[]>()
  for (const item of items) {
    const {fingerprint} = item
    if (!fingerprint) continue
    for (const key of keysOf(fingerprint)) {
      const bucket = buckets.get(key) ?? []
      buckets.set(key, bucket)
      const twin = bucket.find((each) => distance(each.fingerprint!, fingerprint) <= bitsMax)
      if (twin) join(groups, twin, item)
      if (bucket.length < bucketMax) bucket.push(item)
    }
  }
  return [...new Set(groups.values())]
}

const lettersMin = 30
const bitsMax = 3
/** Texts that share a part of their fingerprints by the hundred are forms; some are compared. */
const bucketMax = 200

/** Letters and digits alone, in simplified characters where there is a choice. */
function foldText(text: string): string {
  const {traditional, counterparts} = characterTables()
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{Script=Han}/gu, (character) => {
      return traditional.has(character)
        ? (counterparts.get(character)?.[0] ?? character)
        : character
    })
}

function scatter(value: number, factor: number): number {
  let hash = Math.imul(value ^ (value >>> 15), factor)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function addBits(sums: Int32Array, start: number, hash: number): void {
  for (let bit = 0; bit < 32; bit++) sums[start + bit]! += (hash >>> bit) & 1 ? 1 : -1
}

function signsOf(sums: Int32Array, start: number): number {
  let bits = 0
  for (let bit = 0; bit < 32; bit++) if (sums[start + bit]! > 0) bits |= 1 << bit
  return bits >>> 0
}

function keysOf([high, low]: Fingerprint): readonly string[] {
  return [`0:${high >>> 16}`, `1:${high & 0xffff}`, `2:${low >>> 16}`, `3:${low & 0xffff}`]
}

function distance(one: Fingerprint, other: Fingerprint): number {
  return countBits(one[0] ^ other[0]) + countBits(one[1] ^ other[1])
}

function countBits(value: number): number {
  let count = 0
  for (let rest = value >>> 0; rest !== 0; rest &= rest - 1) count++
  return count
}

function join<Item>(groups: Map<Item, Item[]>, one: Item, other: Item): void {
  const group = groups.get(one) ?? groups.get(other) ?? []
  for (const item of [one, other]) {
    if (!group.includes(item)) group.push(item)
    groups.set(item, group)
  }
}
