import {applyEdits, type Edit} from './edit.ts'

/** A stretch of a text: what it was when the text was received, and what it is now. */
export interface Piece {
  readonly before: string
  readonly after: string
  /** The rules that changed it, in their order; none where it is as received. */
  readonly rules: readonly string[]
}

/** A received text as pieces: their `before` joined is the text as received, `after` the text now. */
export type TrackedText = readonly Piece[]

/** A text as it was received. */
export function trackText(text: string): TrackedText {
  return text === '' ? [] : [{before: text, after: text, rules: []}]
}

/** The text after one rule's edits, which are in order, disjoint, and relative to the text now. */
export function changeTracked(pieces: TrackedText, whole: readonly Edit[]): TrackedText {
  if (whole.length === 0) return pieces
  const edits = splitAtPieces(whole, pieces)
  const changed: Piece[] = []
  const waiting = splitAtEdits(pieces, edits)
  let position = 0
  let next = 0
  const insertHere = (): void => {
    for (
      let edit = edits[next];
      edit?.before === '' && edit.offset === position;
      edit = edits[next]
    ) {
      changed.push({before: '', after: edit.after, rules: [edit.rule]})
      next++
    }
  }
  for (let index = 0; index < waiting.length; index++) {
    insertHere()
    const group = [waiting[index]!]
    const first = next
    let end = position + lengthOf(group[0])
    // An edit and a piece that overlap belong together, and so does all that overlaps these.
    for (let edit = edits[next]; edit && edit.offset < end; edit = edits[next]) {
      next++
      while (end < edit.offset + edit.before.length) {
        const piece = waiting[++index]!
        group.push(piece)
        end += lengthOf(piece)
      }
    }
    changed.push(mergePieces(group, edits.slice(first, next), position))
    position = end
  }
  insertHere()
  return changed
}

/** What has become of the text, as edits of the text as it was received: in order and disjoint. */
export function editsOfTracked(pieces: TrackedText): readonly Edit[] {
  const edits: Edit[] = []
  let offset = 0
  for (const {before, after, rules} of pieces) {
    if (before !== after) edits.push({rule: rules.join('+'), offset, before, after})
    offset += before.length
  }
  return edits
}

/** Where what stands at an offset of the text now stood when the text was received. */
export function receivedOffset(pieces: TrackedText, offset: number): number {
  let received = 0
  let now = 0
  for (const {before, after, rules} of pieces) {
    const inside = offset - now
    if (inside < after.length) return received + (rules.length === 0 ? inside : 0)
    received += before.length
    now += after.length
  }
  return received
}

function lengthOf(piece: Piece | undefined): number {
  return piece?.after.length ?? 0
}

function mergePieces(group: readonly Piece[], edits: readonly Edit[], position: number): Piece {
  const [only] = group
  if (edits.length === 0 && only) return only
  const local = edits.map((edit) => ({...edit, offset: edit.offset - position}))
  const rules = [...group.flatMap((piece) => piece.rules), ...edits.map(({rule}) => rule)]
  return {
    before: group.map(({before}) => before).join(''),
    after: applyEdits(group.map(({after}) => after).join(''), local),
    rules: [...new Set(rules)],
  }
}

/** Cuts edits that keep the length where pieces meet, so that each change stays a change of its own. */
function splitAtPieces(edits: readonly Edit[], pieces: TrackedText): readonly Edit[] {
  const split: Edit[] = []
  let piece = 0
  let end = lengthOf(pieces[0])
  for (const {rule, offset, before, after} of edits) {
    let start = 0
    const cut = (until: number): void => {
      if (until <= start) return
      const [from, to] = [before.slice(start, until), after.slice(start, until)]
      split.push({rule, offset: offset + start, before: from, after: to})
      start = until
    }
    while (piece < pieces.length && end < offset + before.length) {
      if (before.length === after.length) cut(end - offset)
      end += lengthOf(pieces[++piece])
    }
    if (start === 0) split.push({rule, offset, before, after})
    else cut(before.length)
  }
  return split
}

/** Cuts what is as received at the ends of every edit, so that an edit takes no more than it must. */
function splitAtEdits(pieces: TrackedText, edits: readonly Edit[]): readonly Piece[] {
  const cuts = edits.flatMap(({offset, before}) => [offset, offset + before.length])
  const split: Piece[] = []
  let position = 0
  let next = 0
  for (const piece of pieces) {
    const end = position + piece.after.length
    while ((cuts[next] ?? end) <= position && next < cuts.length) next++
    if (piece.rules.length > 0) split.push(piece)
    else {
      let start = position
      for (let at = cuts[next]; at !== undefined && at < end; at = cuts[++next]) {
        if (at > start) split.push(plain(piece, start - position, at - position))
        start = Math.max(start, at)
      }
      split.push(plain(piece, start - position, end - position))
    }
    position = end
  }
  return split
}

function plain({after}: Piece, start: number, end: number): Piece {
  const text = after.slice(start, end)
  return {before: text, after: text, rules: []}
}
