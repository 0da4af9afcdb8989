import {visibleLength} from './html/page-lines.ts'

/** Text of a document that is not in its record, and the rule that took it out. */
export interface Removal {
  readonly rule: RemovalRule
  readonly text: string
  /** The column that said it. */
  readonly name?: string | undefined
}

/**
 * The closed list of rules: `metadata`, a line of labels; `control`, a button or a list to choose
 * from; `hidden`, text that no browser shows; `frame`, the same line on other pages of the site; `links`, a line of links to other pages;
 * `outside`, text that is not around the announcement; `profile`, what the profile of the site
 * leaves out; `column`, a value of a table that no field holds.
 */
export type RemovalRule =
  | 'metadata'
  | 'control'
  | 'hidden'
  | 'frame'
  | 'links'
  | 'outside'
  | 'profile'
  | 'column'

/** Where every visible character of a document has gone. */
export interface Account {
  readonly total: number
  /** Into the text of the record. */
  readonly body: number
  /** Into fields. */
  readonly fields: number
  /** Into the log of what was removed. */
  readonly removed: readonly Removal[]
}

/** How many characters of a document are accounted for; less, or more, than all is a mistake. */
export function accountedLength({body, fields, removed}: Account): number {
  return body + fields + removedLength(removed)
}

/** How much of a document is accounted for, in percent: 100 only if it is all of it exactly. */
export function accountedShare(account: Account): number {
  const {total} = account
  const known = accountedLength(account)
  if (known === total) return 100
  return Math.min(99.99, Math.floor((known / total) * 10_000) / 100)
}

/** How many visible characters were removed. */
export function removedLength(removed: readonly Removal[]): number {
  return removed.reduce((sum, {text}) => sum + visibleLength(text), 0)
}

/** How many characters of `wanted` are in `found`, each counted as often as it occurs. */
export function countCommon(wanted: string, found: string): number {
  if (wanted === found) return wanted.length
  const left = new Map<string, number>()
  for (const character of found) left.set(character, (left.get(character) ?? 0) + 1)
  let common = 0
  for (const character of wanted) {
    const count = left.get(character) ?? 0
    if (count === 0) continue
    left.set(character, count - 1)
    common += character.length
  }
  return common
}
