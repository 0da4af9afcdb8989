import type {LoggedText} from '../article/repair-log.ts'
import type {EditionTag} from '../base/script.ts'
import {applyEdits, type Edit} from '../text/edit.ts'
import type {Html} from './html.ts'
import {markEdits} from './marked-text.ts'

/** A paragraph as it was received, with its changes marked, beside what each edition has of it. */
export interface SideBySideRow {
  readonly received: Html
  /** In the order of the editions asked for. */
  readonly editions: readonly string[]
}

/**
 * A text of a record and what became of it, paragraph by paragraph. Where a change reaches over an
 * empty line, the paragraphs around it stay together.
 */
export function showSideBySide(
  logged: LoggedText,
  editions: readonly EditionTag[],
): readonly SideBySideRow[] {
  const {received, repairs, conversions} = logged
  const repaired = applyEdits(received, repairs)
  const rows: SideBySideRow[] = []
  let from = {received: 0, repaired: 0}
  for (const end of [...paragraphEnds(received), received.length]) {
    if (end < received.length && isInside(end, repairs)) continue
    const isEnd = end === received.length
    const to = {received: end, repaired: isEnd ? repaired.length : movedBy(end, repairs)}
    if (!isEnd && editions.some((tag) => isInside(to.repaired, conversions[tag] ?? []))) continue
    const part: LoggedText = {
      ...logged,
      received: received.slice(from.received, to.received),
      repairs: sliceEdits(repairs, from.received, to.received, isEnd),
    }
    const text = repaired.slice(from.repaired, to.repaired)
    const texts = editions.map((tag) => {
      const own = sliceEdits(conversions[tag] ?? [], from.repaired, to.repaired, isEnd)
      return applyEdits(text, own).trim()
    })
    if (part.received.trim() !== '' || texts.some((each) => each !== '')) {
      rows.push({received: markEdits(part), editions: texts})
    }
    from = to
  }
  return rows
}

function paragraphEnds(text: string): readonly number[] {
  return [...text.matchAll(/\r?\n[ \t]*\r?\n\s*(?=\S)/g)].map(
    ({index, 0: gap}) => index + gap.length,
  )
}

/** Whether an edit changes what stands right before an offset: there, the end of a gap. */
function isInside(offset: number, edits: readonly Edit[]): boolean {
  return edits.some((edit) => edit.offset < offset && offset <= edit.offset + edit.before.length)
}

/** Where an offset outside all edits comes to lie; what is put in there comes after it. */
function movedBy(offset: number, edits: readonly Edit[]): number {
  return edits
    .filter((edit) => edit.offset < offset)
    .reduce((moved, {before, after}) => moved + after.length - before.length, offset)
}

/** The edits of a part of a text; what is put in at its very end belongs to it only if it is last. */
function sliceEdits<E extends Edit>(
  edits: readonly E[],
  from: number,
  to: number,
  isLast: boolean,
): readonly E[] {
  return edits
    .filter(({offset}) => offset >= from && (offset < to || (isLast && offset === to)))
    .map((edit) => ({...edit, offset: edit.offset - from}))
}
