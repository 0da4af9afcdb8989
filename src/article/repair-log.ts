import type {Point} from '../base/place.ts'
import type {EditionTag} from '../base/script.ts'
import {type LoggedEdit, withCertainty} from '../text/certainty.ts'
import {applyEdits, type Edit} from '../text/edit.ts'
import {trackRepairs} from '../text/normalise.ts'
import {editsOfTracked, type TrackedText} from '../text/tracked.ts'
import {canPlace, createShift, editsOfSource, type Places, placesOfRepaired} from './places.ts'
import type {RepairedRecord} from './repair.ts'

/**
 * Everything that was done to one text of a record: making the repairs in `received` gives the
 * repaired text, making an edition's conversions in that gives the text of the edition. Offsets
 * count UTF-16 units; edits are in order and disjoint, so that undoing them gives `received` again.
 */
export interface LoggedText {
  /** `title`, `source` …, `body` for the Markdown of the body, or `inside` for a text in its markup. */
  readonly field: string
  /** Where a text inside the markup begins. */
  readonly place?: Point | undefined
  readonly received: string
  readonly repairs: readonly LoggedEdit[]
  readonly conversions: Conversions
}

/** What turns the repaired text into each edition; nothing for one that has it unchanged. */
export type Conversions = Readonly<Partial<Record<EditionTag, readonly Edit[]>>>

/** The texts of a record that are not published as they were received. */
export type RepairLog = readonly LoggedText[]

/** The edits that make an edition of each text of a record, byline first, as they were repaired. */
export type EditionEdits = ReadonlyMap<EditionTag, readonly (readonly Edit[])[]>

/** The log of a repaired record whose body, as received, is `body`. */
export function logRepairs(
  {received, document, places}: RepairedRecord,
  body: string,
  editions: EditionEdits,
): RepairLog {
  const texts = received.map(({text, field, place}, index): WorkedText => {
    const pieces = trackRepairs(text, document.stages, index)
    const made = [...editions].map(([tag, edits]) => [tag, edits[index] ?? []] as const)
    return {field, place, text, pieces, conversions: made.filter(([, edits]) => edits.length > 0)}
  })
  const bylineLength = texts.length - places.length
  const blocks = texts.slice(bylineLength).map((text, index) => ({...text, places: places[index]!}))
  const log = [
    ...texts.slice(0, bylineLength).map(logAlone),
    logBody(blocks.filter(isPlaced), body),
    ...blocks.filter((block) => !isPlaced(block)).map(logAlone),
  ]
  return log.filter(
    ({repairs, conversions}) => repairs.length + Object.keys(conversions).length > 0,
  )
}

interface WorkedText {
  readonly field: string
  readonly place: Point | undefined
  readonly text: string
  readonly pieces: TrackedText
  readonly conversions: readonly (readonly [EditionTag, readonly Edit[]])[]
}

interface PlacedText extends WorkedText {
  readonly places: Places
}

function logAlone({field, place, text, pieces, conversions}: WorkedText): LoggedText {
  const repairs = editsOfTracked(pieces).map(withCertainty)
  const where = place && {place}
  return {field, ...where, received: text, repairs, conversions: Object.fromEntries(conversions)}
}

/** The body as one text, in whose Markdown every change is placed. */
function logBody(blocks: readonly PlacedText[], body: string): LoggedText {
  const repairs = inOrder(
    blocks.flatMap(({pieces, places}) => editsOfSource(editsOfTracked(pieces), places, body) ?? []),
  )
  const repaired = applyEdits(body, repairs)
  const shiftAt = createShift(repairs)
  const conversions = new Map<EditionTag, Edit[]>()
  for (const block of blocks) {
    const places = placesOfRepaired(block.pieces, block.places, shiftAt)
    for (const [tag, edits] of block.conversions) {
      const made = conversions.get(tag) ?? []
      conversions.set(tag, made)
      made.push(...(editsOfSource(edits, places, repaired) ?? []))
    }
  }
  return {
    field: 'body',
    received: body,
    repairs: repairs.map(withCertainty),
    conversions: Object.fromEntries([...conversions].map(([tag, edits]) => [tag, inOrder(edits)])),
  }
}

/** Whether the body has, as it reads, all that is changed in a text. */
function isPlaced({pieces, places, conversions}: PlacedText): boolean {
  const repaired = placesOfRepaired(pieces, places, () => 0)
  return (
    canPlace(editsOfTracked(pieces), places) &&
    conversions.every(([, edits]) => canPlace(edits, repaired))
  )
}

/** Edits of one text in order. What is shown twice, such as a caption, stands in the body once. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.toSorted(
    (left, right) => left.offset - right.offset || left.before.length - right.before.length,
  )
  const kept: Edit[] = []
  let end = 0
  for (const edit of sorted) {
    const last = kept.at(-1)
    const isTwin = last?.offset === edit.offset && last.before === edit.before
    if (edit.offset < end || isTwin) continue
    kept.push(edit)
    end = edit.offset + edit.before.length
  }
  return kept
}
