import {type Diagnostic, report, type Where} from '../base/diagnostic.ts'
import {toPoint} from '../base/place.ts'
import type {NewsRecord} from '../record/record.ts'
import {trackRepairs} from '../text/normalise.ts'
import {receivedOffset} from '../text/tracked.ts'
import {slicePlaces} from './places.ts'
import {doubtfulText, remotePicture, removedHtml, unclosedManual} from './problems.ts'
import type {RepairedRecord} from './repair.ts'

/** What an editor should know about a repaired record: what was left out, and what is in doubt. */
export function diagnosticsOf(record: NewsRecord, repaired: RepairedRecord): readonly Diagnostic[] {
  const file = `content/${record.file}`
  const at = (line: number, column: number): Where => ({
    file,
    place: {line: record.bodyLine - 1 + line, column},
  })
  return [
    ...repaired.reported,
    ...repaired.removed.map(({line, column, ...what}) =>
      report(removedHtml, at(line, column), what),
    ),
    ...repaired.remotePictures.map(({address, line, column}) =>
      report(remotePicture, at(line, column), {address}),
    ),
    ...doubtsOf(repaired).map(({index, offset, rule, text: found}) => {
      const where = placeOfText(record, repaired, index, offset)
      const text = found.replaceAll('\uFFFC', '…')
      return rule === 'manual'
        ? report(unclosedManual, where, {text})
        : report(doubtfulText, where, {rule, text})
    }),
  ]
}

/** A place that a rule left to a person: the number of its text, and the offset as received. */
interface Doubt {
  readonly index: number
  readonly offset: number
  readonly rule: string
  readonly text: string
}

function doubtsOf({document: {stages}, received}: RepairedRecord): readonly Doubt[] {
  const doubts: Doubt[] = []
  for (const [stage, {results}] of stages.entries()) {
    for (const [index, {notices}] of results.entries()) {
      // Of a thousand results hardly one has any.
      if (notices.length === 0) continue
      const pieces = trackRepairs(received[index]!.text, stages.slice(0, stage), index)
      for (const {rule, text, offset} of notices) {
        doubts.push({index, offset: receivedOffset(pieces, offset), rule, text})
      }
    }
  }
  return doubts
}

/** Where an editor finds a place of a text as received: in the body its line, elsewhere the field. */
export function placeOfText(
  record: NewsRecord,
  {received, places}: RepairedRecord,
  index: number,
  offset: number,
): Where {
  const file = `content/${record.file}`
  const {field, place} = received[index]!
  const inBlocks = index - (received.length - places.length)
  if (inBlocks < 0) return {file, field}
  const start = slicePlaces(places[inBlocks]!, offset, offset + 1)[0]?.start
  const point = start === undefined ? place : toPoint(record.body, start)
  if (!point) return {file}
  return {file, place: {line: record.bodyLine - 1 + point.line, column: point.column}}
}
