import type {Edit} from '../text/edit.ts'
import type {TrackedText} from '../text/tracked.ts'

/**
 * Where a stretch of a text stands in the source it was read from. Lengths and offsets count UTF-16
 * code units. Most stretches stand there as they are, unit for unit; one that is written otherwise
 * – `&nbsp;`, `\*` – is one unit for the whole of it.
 */
export interface Run {
  readonly length: number
  /** First and past the last unit in the source; both undefined where the source has no such text. */
  readonly start: number | undefined
  readonly end: number | undefined
}

/** Where all of a text stands in its source, stretch after stretch. */
export type Places = readonly Run[]

/** The places of a text that its source does not have. */
export function noPlaces(length: number): Places {
  return length === 0 ? [] : [{length, start: undefined, end: undefined}]
}

/** The places of a part of a text. */
export function slicePlaces(places: Places, from: number, to: number): Places {
  return createSlicer(places)(from, to)
}

/**
 * Gives the places of one part of a text after another. No part begins before the last one: so all
 * of them together cost no more than going through the text once.
 */
function createSlicer(places: Places): (from: number, to: number) => Places {
  let first = 0
  let firstAt = 0
  return (from, to) => {
    while (first < places.length && firstAt + places[first]!.length <= from) {
      firstAt += places[first++]!.length
    }
    const found: Run[] = []
    let at = firstAt
    for (let index = first; index < places.length && at < to; index++) {
      const run = places[index]!
      const start = Math.max(from, at) - at
      const end = Math.min(to, at + run.length) - at
      at += run.length
      if (start < end) found.push(sliceRun(run, start, end))
    }
    return found
  }
}

function sliceRun(run: Run, from: number, to: number): Run {
  if (isPlain(run)) return {length: to - from, start: run.start + from, end: run.start + to}
  return {...run, length: to - from}
}

/** Whether a stretch stands in the source as it is, unit for unit. */
function isPlain(run: Run): run is PlainRun {
  const {length, start, end} = run
  return start !== undefined && end !== undefined && end - start === length
}

interface PlainRun extends Run {
  readonly start: number
  readonly end: number
}

/** The places of a text after edits: what an edit put there stands nowhere in the source. */
export function changePlaces(places: Places, edits: readonly Edit[]): Places {
  const changed: Run[] = []
  const slice = createSlicer(places)
  let at = 0
  for (const {offset, before, after} of edits) {
    for (const run of slice(at, offset)) changed.push(run)
    changed.push(...noPlaces(after.length))
    at = offset + before.length
  }
  for (const run of slice(at, Number.POSITIVE_INFINITY)) changed.push(run)
  return changed
}

/**
 * Edits of a text as edits of its source. Where the source has something between – markup, the end
 * of a line – an edit becomes several, the first of which brings the new text. Undefined when some
 * edit is at a place that the source does not have.
 */
export function editsOfSource(
  edits: readonly Edit[],
  places: Places,
  source: string,
): readonly Edit[] | undefined {
  const [only, ...others] = places
  if (only && others.length === 0 && isPlain(only)) {
    return edits.map(({rule, offset, before, after}) => {
      return {rule, offset: only.start + offset, before, after}
    })
  }
  const found: Edit[] = []
  const slice = createSlicer(places)
  for (const {rule, offset, before, after} of edits) {
    const spans =
      before === ''
        ? insertionPoint(slice, offset)
        : joinedSpans(slice(offset, offset + before.length))
    if (spans === undefined) return undefined
    for (const [index, [start, end]] of spans.entries()) {
      const edit = {rule, offset: start, before: source.slice(start, end)}
      found.push({...edit, after: index === 0 ? after : ''})
    }
  }
  return found
}

/** Whether `editsOfSource` finds a place for each of the edits. */
export function canPlace(edits: readonly Edit[], places: Places): boolean {
  const isWhole = places.length > 0 && places.every(({start}) => start !== undefined)
  return isWhole || editsOfSource(edits, places, '') !== undefined
}

type Span = readonly [start: number, end: number]

function joinedSpans(places: Places): readonly Span[] | undefined {
  const spans: Span[] = []
  for (const {start, end} of places) {
    if (start === undefined || end === undefined) return undefined
    const last = spans.at(-1)
    if (last && last[1] === start) spans[spans.length - 1] = [last[0], end]
    else if (last?.[0] !== start) spans.push([start, end])
  }
  return spans
}

function insertionPoint(
  slice: (from: number, to: number) => Places,
  offset: number,
): readonly Span[] | undefined {
  const before = slice(offset - 1, offset)[0]?.end
  const point = before ?? slice(offset, offset + 1)[0]?.start
  return point === undefined ? undefined : [[point, point]]
}

/**
 * Where a repaired text stands in its repaired source. `places` are those of the text as it was
 * received, `shiftAt` says how far the edits of the source before an offset move what stands there.
 */
export function placesOfRepaired(
  pieces: TrackedText,
  places: Places,
  shiftAt: (offset: number) => number,
): Places {
  const repaired: Run[] = []
  const slice = createSlicer(places)
  let at = 0
  for (const {before, after, rules} of pieces) {
    const received = slice(at, at + before.length)
    at += before.length
    const start = received[0]?.start
    if (rules.length === 0) repaired.push(...received.map((run) => shiftRun(run, shiftAt)))
    else if (start === undefined) repaired.push(...noPlaces(after.length))
    else if (after !== '') {
      const moved = start + shiftAt(start)
      repaired.push({length: after.length, start: moved, end: moved + after.length})
    }
  }
  return repaired
}

function shiftRun(run: Run, shiftAt: (offset: number) => number): Run {
  const {length, start, end} = run
  if (start === undefined || end === undefined) return run
  const shift = shiftAt(start)
  return {length, start: start + shift, end: end + shift}
}

/** How far edits, which are in order and disjoint, move what stands at an offset after them. */
export function createShift(edits: readonly Edit[]): (offset: number) => number {
  const shifts = [0]
  for (const {before, after} of edits) shifts.push(shifts.at(-1)! + after.length - before.length)
  return (offset) => {
    let [low, high] = [0, edits.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (edits[middle]!.offset < offset) low = middle + 1
      else high = middle
    }
    return shifts[low]!
  }
}
