import type {StatedDate} from '../base/day.ts'
import {compareText} from '../base/diagnostic.ts'
import {compareEntries, type Entry} from './entry.ts'

/** A correction of an announcement: which, when, and its place in the list of each edition's texts. */
export interface CorrectionEntry {
  readonly entry: Entry
  readonly date: StatedDate
  readonly index: number
}

/** All corrections, newest first; of one day in the order of their announcements, later ones first. */
export function listCorrections(entries: readonly Entry[]): readonly CorrectionEntry[] {
  return entries
    .filter(({article}) => article.corrections.length > 0)
    .flatMap((entry) =>
      entry.article.corrections.map((date, index): CorrectionEntry => ({entry, date, index})),
    )
    .toSorted(
      (left, right) =>
        compareText(right.date, left.date) ||
        compareEntries(left.entry, right.entry) ||
        right.index - left.index,
    )
}

/** The id of a correction on the page of its announcement. */
export function correctionAnchor(index: number): string {
  return `correction-${index + 1}`
}
