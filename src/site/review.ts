import type {RecordDoubt} from '../article/doubts.ts'
import {compareText} from '../base/diagnostic.ts'
import type {LocalText} from './config.ts'

/** A doubt of the whole site, once for all the places where it is met. */
export interface OpenDoubt {
  /** What a glossary's entry would be about. */
  readonly phrase: string
  /** The ways to write it; the first is the one that is published. */
  readonly choices: readonly LocalText[]
  readonly context: string
  /** In the order of the records, one for each time it is met. */
  readonly places: readonly string[]
}

/** The distinct doubts of all records, the most frequent first. */
export function distinctDoubts(doubts: readonly RecordDoubt[]): readonly OpenDoubt[] {
  const found = new Map<string, RecordDoubt[]>()
  for (const doubt of doubts) {
    const same = found.get(doubt.phrase)
    if (same) same.push(doubt)
    else found.set(doubt.phrase, [doubt])
  }
  return [...found.values()]
    .map(openDoubt)
    .toSorted(
      (left, right) =>
        right.places.length - left.places.length || compareText(left.phrase, right.phrase),
    )
}

function openDoubt(same: readonly RecordDoubt[]): OpenDoubt {
  const [first] = same
  const {phrase, context, edition} = first!
  const byEdition = new Map(same.map((doubt) => [doubt.edition, doubt.forms]))
  const count = Math.max(...[...byEdition.values()].map((forms) => forms.length))
  const choices = Array.from({length: count}, (_, index) =>
    Object.fromEntries(
      [...byEdition].map(([tag, forms]) => [tag, forms[index] ?? forms[0]!] as const),
    ),
  )
  const places = same.filter((doubt) => doubt.edition === edition).map(({where}) => where)
  return {phrase, choices, context, places}
}
