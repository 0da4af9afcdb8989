/** Items that both sequences have, and after them some of the old one and what the new one has there. */
export interface Stretch {
  readonly same: readonly string[]
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/**
 * The shortest way from one sequence to another (E. W. Myers, An O(ND) Difference Algorithm and Its
 * Variations, Algorithmica 1, 1986, section 4). Undefined where more than `differencesMax` items
 * differ, so that the work is bounded: time by the length of both times `differencesMax`, memory by
 * its square.
 */
export function compareSequences(
  old: readonly string[],
  now: readonly string[],
  differencesMax: number,
): readonly Stretch[] | undefined {
  const shorter = Math.min(old.length, now.length)
  let start = 0
  while (start < shorter && old[start] === now[start]) start++
  let end = 0
  while (end < shorter - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++
  const oldMiddle = old.slice(start, old.length - end)
  const nowMiddle = now.slice(start, now.length - end)
  const reached = reachEnd(oldMiddle, nowMiddle, differencesMax)
  if (!reached) return undefined
  const steps = stepsBack(oldMiddle.length, nowMiddle.length, reached).reverse()
  let [oldAt, nowAt] = [0, 0]
  return joinSteps([{same: start}, ...steps, {same: end}]).map(({same, removed, added}) => {
    const kept = old.slice(oldAt, oldAt + same)
    oldAt += same + removed
    nowAt += same + added
    return {
      same: kept,
      removed: old.slice(oldAt - removed, oldAt),
      added: now.slice(nowAt - added, nowAt),
    }
  })
}

/** How far the best ways of 0, 1, 2 … differences reach in the old sequence, by diagonal. */
type Reached = readonly Int32Array[]

/**
 * Goes on from the ends of all ways of one difference less, along each diagonal (the place in the
 * old sequence minus that in the new one), until one way is at the end of both.
 */
function reachEnd(
  old: readonly string[],
  now: readonly string[],
  differencesMax: number,
): Reached | undefined {
  const most = Math.min(differencesMax, old.length + now.length)
  const reached: Int32Array[] = []
  for (let differences = 0; differences <= most; differences++) {
    const before = reached[differences - 1]
    const ways = new Int32Array(2 * differences + 1).fill(-1)
    reached.push(ways)
    const first = Math.max(-differences, -now.length + ((differences + now.length) % 2))
    const last = Math.min(differences, old.length)
    for (let diagonal = first; diagonal <= last; diagonal += 2) {
      let at = before ? furthest(before, diagonal) : 0
      while (at < old.length && at - diagonal < now.length && old[at] === now[at - diagonal]) at++
      ways[diagonal + differences] = at
      if (at >= old.length && at - diagonal >= now.length) return reached
    }
  }
  return undefined
}

/** Where one more difference leads on a diagonal: an item removed, or one added. */
function furthest(before: Int32Array, diagonal: number): number {
  return isAdded(before, diagonal) ? wayOn(before, diagonal + 1) : wayOn(before, diagonal - 1) + 1
}

/** Whether the best way onto a diagonal adds an item. */
function isAdded(before: Int32Array, diagonal: number): boolean {
  const removed = wayOn(before, diagonal - 1)
  const added = wayOn(before, diagonal + 1)
  return removed < 0 || removed < added
}

/** How far a way has come on a diagonal; -1 where there is none. */
function wayOn(ways: Int32Array, diagonal: number): number {
  return ways[diagonal + (ways.length - 1) / 2] ?? -1
}

/** How many items of each kind stand in a part of a way. */
type Counts = Readonly<Record<keyof Stretch, number>>
type Step = Partial<Counts>

/** The steps of the way that reached the end, the last first. */
function stepsBack(oldLength: number, nowLength: number, reached: Reached): Step[] {
  const steps: Step[] = []
  let at = oldLength
  let diagonal = oldLength - nowLength
  for (let differences = reached.length - 1; differences > 0; differences--) {
    const before = reached[differences - 1]!
    const added = isAdded(before, diagonal)
    const begun = furthest(before, diagonal)
    steps.push({same: at - begun}, added ? {added: 1} : {removed: 1})
    at = added ? begun : begun - 1
    diagonal += added ? 1 : -1
  }
  steps.push({same: at})
  return steps
}

function joinSteps(steps: readonly Step[]): readonly Counts[] {
  const stretches: Counts[] = []
  let open: Counts = {same: 0, removed: 0, added: 0}
  for (const {same = 0, removed = 0, added = 0} of steps) {
    if (same > 0 && open.removed + open.added > 0) {
      stretches.push(open)
      open = {same: 0, removed: 0, added: 0}
    }
    open = {same: open.same + same, removed: open.removed + removed, added: open.added + added}
  }
  return [...stretches, open]
}
