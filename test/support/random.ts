/** A stream of choices that is the same on every run. */
export interface RandomSequence {
  /** A whole number from 0 up to, but not with, `limit`. */
  readonly below: (limit: number) => number
  /** One of the items, which must not be none. */
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** `length` items of `alphabet` – its characters, or its strings – joined. */
  readonly text: (alphabet: string | readonly string[], length: number) => string
}

/**
 * The sequence of this seed, a whole number: a linear congruential generator modulo 2³² with the
 * multiplier and increment of Numerical Recipes, of which the upper bits are used. The first few
 * steps part the sequences of neighbouring seeds.
 */
export function sequence(seed: number): RandomSequence {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  for (let step = 0; step < 8; step++) below(1)
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const text = (alphabet: string | readonly string[], length: number): string => {
    const items = [...alphabet]
    let result = ''
    for (let count = 0; count < length; count++) result += pick(items)
    return result
  }
  return {below, pick, text}
}
