import {compareSequences, type Stretch} from './compare-sequences.ts'

/** A piece of a block that both texts have, or that only the old or the new one has. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** A block of either text, or of both: then its pieces say what became of it. */
export interface ComparedBlock {
  readonly kind: 'same' | 'changed' | 'removed' | 'added'
  readonly pieces: readonly Piece[]
}

// Bounds of the work: what differs more than this has been written anew, and is shown so.
const blocksMax = 1000
const signsMax = 500
const pairsMax = 10_000

/** How like two blocks have to be, from 0 to 1, to be one block that was changed. */
const likenessMin = 0.35

/**
 * Two texts of a block a line, compared block by block and what was changed in a block sign by
 * sign. The blocks without what was added, a line each, are the old text; without what was removed
 * they are the new one. Time grows with the length of the texts and no faster, see the bounds above.
 */
export function compareTexts(old: string, now: string): readonly ComparedBlock[] {
  return compareOrReplace(blocksOf(old), blocksOf(now), blocksMax).flatMap(
    ({same, removed, added}) => [
      ...same.map((text) => whole('same', text)),
      ...compareChanged(removed, added),
    ],
  )
}

/** Two short texts, such as titles, compared sign by sign. */
export function comparePieces(old: string, now: string): readonly Piece[] {
  const changes = compareOrReplace(signsOf(old), signsOf(now), signsMax).map(
    ({same, removed, added}): Change => {
      return {same: same.join(''), removed: removed.join(''), added: added.join('')}
    },
  )
  return joinIslands(changes).flatMap((change) =>
    (['same', 'removed', 'added'] as const).flatMap((kind) =>
      change[kind] === '' ? [] : [{kind, text: change[kind]}],
    ),
  )
}

function compareOrReplace(
  old: readonly string[],
  now: readonly string[],
  differencesMax: number,
): readonly Stretch[] {
  return compareSequences(old, now, differencesMax) ?? [{same: [], removed: old, added: now}]
}

function blocksOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n')
}

/** Characters with the marks on them; a number or a word in Latin letters is one sign. */
function signsOf(text: string): readonly string[] {
  return text.match(/\p{Nd}+|\p{Script=Latin}+|.\p{M}*/gsu) ?? []
}

function whole(kind: Piece['kind'], text: string): ComparedBlock {
  return {kind, pieces: [{kind, text}]}
}

/** Blocks that stand in the place of others: those that are alike are one block each. */
function compareChanged(old: readonly string[], now: readonly string[]): readonly ComparedBlock[] {
  const compared: ComparedBlock[] = []
  let [oldAt, nowAt] = [0, 0]
  const pass = (oldEnd: number, nowEnd: number): void => {
    compared.push(...old.slice(oldAt, oldEnd).map((text) => whole('removed', text)))
    compared.push(...now.slice(nowAt, nowEnd).map((text) => whole('added', text)))
  }
  for (const [oldIndex, nowIndex] of pairAlike(old, now)) {
    pass(oldIndex, nowIndex)
    compared.push({kind: 'changed', pieces: comparePieces(old[oldIndex]!, now[nowIndex]!)})
    oldAt = oldIndex + 1
    nowAt = nowIndex + 1
  }
  pass(old.length, now.length)
  return compared
}

type Pair = readonly [old: number, now: number]

/**
 * The pairs of blocks that are alike, in the order of both, which together are most alike. One block
 * in the place of one other is always a pair; of too many blocks none is.
 */
function pairAlike(old: readonly string[], now: readonly string[]): readonly Pair[] {
  if (old.length === 1 && now.length === 1) return [[0, 0]]
  if (old.length * now.length > pairsMax) return []
  const [oldCounts, nowCounts] = [old.map(countNeighbours), now.map(countNeighbours)]
  // The best sum of likenesses that is left from a block of each on, the ends being 0.
  const best = old.map(() => new Float64Array(now.length + 1))
  best.push(new Float64Array(now.length + 1))
  const isPair = old.map(() => new Uint8Array(now.length))
  for (let oldAt = old.length - 1; oldAt >= 0; oldAt--) {
    for (let nowAt = now.length - 1; nowAt >= 0; nowAt--) {
      const like = likeness(oldCounts[oldAt]!, nowCounts[nowAt]!)
      const paired = like < likenessMin ? 0 : like + best[oldAt + 1]![nowAt + 1]!
      const passed = Math.max(best[oldAt + 1]![nowAt]!, best[oldAt]![nowAt + 1]!)
      best[oldAt]![nowAt] = Math.max(paired, passed)
      isPair[oldAt]![nowAt] = paired > passed ? 1 : 0
    }
  }
  const pairs: Pair[] = []
  let [oldAt, nowAt] = [0, 0]
  while (oldAt < old.length && nowAt < now.length) {
    if (isPair[oldAt]![nowAt] === 1) pairs.push([oldAt++, nowAt++])
    else if (best[oldAt + 1]![nowAt]! >= best[oldAt]![nowAt + 1]!) oldAt++
    else nowAt++
  }
  return pairs
}

/** How often each two characters stand side by side in a block, and how many pairs there are. */
interface Neighbours {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
}

function countNeighbours(block: string): Neighbours {
  const counts = new Map<string, number>()
  const framed = `\n${block}\n`
  for (let at = 0; at < framed.length - 1; at++) {
    const both = framed.slice(at, at + 2)
    counts.set(both, (counts.get(both) ?? 0) + 1)
  }
  return {counts, total: framed.length - 1}
}

/** The share of neighbours that two blocks have in common (L. R. Dice, Ecology 26, 1945). */
function likeness(left: Neighbours, right: Neighbours): number {
  const [fewer, more] = left.total < right.total ? [left, right] : [right, left]
  const all = left.total + right.total
  if ((2 * fewer.total) / all < likenessMin) return 0
  let common = 0
  for (const [both, count] of fewer.counts) common += Math.min(count, more.counts.get(both) ?? 0)
  return (2 * common) / all
}

/** What both texts have, and after it what the new one has in the place of something. */
type Change = Readonly<Record<Piece['kind'], string>>

/**
 * What is the same, but no longer than what was replaced before and after it, is read as a part of
 * one change: `3月5日` for `4月6日` and not two figures for two others. Of what was only added or only
 * removed a single character does not part two changes that are longer.
 */
function joinIslands(changes: readonly Change[]): readonly Change[] {
  const joined: Change[] = []
  for (const change of changes) {
    const before = joined.at(-1)
    if (!before || change.same.length > islandMax(before, change)) joined.push(change)
    else {
      joined[joined.length - 1] = {
        same: before.same,
        removed: before.removed + change.same + change.removed,
        added: before.added + change.same + change.added,
      }
    }
  }
  return joined
}

function islandMax(before: Change, after: Change): number {
  const lengthOf = ({removed, added}: Change): number => Math.max(removed.length, added.length)
  const shorter = Math.min(lengthOf(before), lengthOf(after))
  const areReplaced = [before, after].every(({removed, added}) => removed !== '' && added !== '')
  return areReplaced ? shorter : Math.min(1, shorter - 1)
}
