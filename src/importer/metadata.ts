import type {IsoDate} from '../base/day.ts'
import {toDayOfText} from './chinese-date.ts'
import {isEventLine, isLocationPath, type LabelSubject, readLoneLabel} from './labels.ts'
import {isFirm, type MetadataField, readMetadataLine, readValueLine} from './metadata-line.ts'

/** The lines of a document that are no text, and what they say. */
export interface Metadata {
  readonly title: string | undefined
  /** Index of the title's own line; undefined when a label gave the title. */
  readonly titleLine: number | undefined
  readonly found: readonly Found[]
  /** The day under the signature at the end of the text. */
  readonly signed: IsoDate | undefined
}

interface Lines {
  readonly texts: readonly string[]
  readonly layout: Layout
}

/** One line, or a label with its value on the next, and the fields in it. */
export interface Found {
  /** Indexes of the lines, from 0. */
  readonly lines: readonly number[]
  /** None for a line that is only the path to the page. */
  readonly fields: readonly MetadataField[]
}

/** What a page tells of its lines besides their texts. */
export interface Layout {
  /** Whether a line stands outside the text, so that it is no part of it whatever it says. */
  readonly isOutside: (index: number) => boolean
  /** The row of a table that a line is in: a label has its value in the same. */
  readonly rowOf: (index: number) => unknown
}

const noLayout: Layout = {isOutside: () => false, rowOf: () => undefined}

/**
 * Finds the title, the first line with text that is not metadata itself, and the metadata: lines
 * before the title, the run after it, and the last lines of the document. A few short lines between
 * lines that only pages have may be something else, such as a second title, and stay. Nothing
 * between head and end is metadata, whatever it looks like. A line that contradicts an earlier one
 * is text.
 */
export function findMetadata(texts: readonly string[], layout = noLayout): Metadata {
  const lines: Lines = {texts, layout}
  const before = readRun(lines, 0, [], mayPrecedeTitle)
  const titleLine = nextText(lines, endOf(before, 0))
  const titleText = texts[titleLine]?.trim()
  const labelled = firstOf(before, 'title')
  if (labelled === undefined && titleText === undefined) {
    return {title: undefined, titleLine: undefined, found: before, signed: undefined}
  }
  const isTitle = labelled === undefined || titleText === labelled
  const start = isTitle ? titleLine + 1 : endOf(before, 0)
  const second = readSubtitle(lines, start)
  const above = [...before, ...second]
  const run = readRun(lines, endOf(second, start), above, mayFollowTitle)
  const after = [...second, ...withoutEvents(lines, run)]
  const head = [...before, ...after]
  const textStart = endOf(after, start)
  const tail = readTail(lines, textStart, head)
  return {
    title: labelled ?? titleText,
    titleLine: isTitle && titleLine < texts.length ? titleLine : undefined,
    found: [...head, ...tail],
    signed: findSignature(lines, textStart, tail[0]?.lines[0] ?? texts.length),
  }
}

/** The first value that lines give for a subject. */
export function firstOf(found: readonly Found[], subject: LabelSubject): string | undefined {
  return firstField(found, subject)?.value
}

/** The first field of a subject that has a value. */
export function firstField(
  found: readonly Found[],
  subject: LabelSubject,
): MetadataField | undefined {
  for (const {fields} of found) {
    const field = fields.find((each) => each.subject === subject && each.value !== '')
    if (field) return field
  }
  return undefined
}

/** Whether a line has nothing that can be seen. */
export function isBlank(line: string): boolean {
  return /^[\s\u200b]*$/.test(line)
}

/** `——记某某会议`: the second line of a title, by the dash before it. */
function readSubtitle(lines: Lines, start: number): readonly Found[] {
  let at = nextText(lines, start)
  // Lines that a page has over its title are told with those under it.
  while (lines.layout.isOutside(at) && !/^\s*[—―─-]{2}/.test(lines.texts[at] ?? '')) at++
  const text = lines.texts[at] ?? ''
  const value = /^\s*[—―─-]{2,}\s*(.*\S)/s.exec(text)?.[1]
  if (value === undefined || !isStranger(text) || /^[—―─-]*$/.test(value)) return []
  const field = {...toLone('subtitle'), value}
  return [{lines: [at], fields: [field]}]
}

type Admission = (fields: readonly MetadataField[], isFirst: boolean) => boolean

const mayPrecedeTitle: Admission = (fields) =>
  fields.every(({hasColon}) => hasColon) ||
  fields[0]?.subject === 'title' ||
  (fields.length > 2 && fields.every(({hasLabel}) => hasLabel))

// A date without a label is the page's own only in the first place.
const mayFollowTitle: Admission = (fields, isFirst) =>
  fields.every(
    ({hasLabel, subject}) =>
      (hasLabel ||
        isFirst ||
        subject === 'documentNumber' ||
        fields.some((each) => each.hasLabel)) &&
      subject !== 'neighbour',
  )

// A plain 时间：, or a date alone, at the end is an event's or a signature's.
const mayEnd: Admission = (fields) =>
  fields.every(({hasLabel, isPlainDate}) => hasLabel && (!isPlainDate || fields.length > 1)) &&
  fields.every(({subject}) => subject !== 'title')

/** More lines in a row than any page has of its own are a list. */
const runMax = 40
/** So many lines that are nothing known may stand between two that are. */
const strangersMax = 2
const strangerLengthMax = 60

function readRun(
  lines: Lines,
  start: number,
  known: readonly Found[],
  admits: Admission,
): readonly Found[] {
  const run: Found[] = []
  const readAt = (at: number): Found | undefined => {
    const found = readFound(lines, at, (run.at(-1)?.lines.length ?? 0) > 1)
    const isOne = found && admits(found.fields, run.length === 0)
    return isOne && !contradicts([...known, ...run], found.fields) ? found : undefined
  }
  let at = nextText(lines, start)
  while (run.length < runMax) {
    const found =
      readAt(at) ?? (admits === mayFollowTitle ? readBeyond(lines, at, readAt) : undefined)
    if (!found) break
    run.push(found)
    at = nextText(lines, endOf(run, at))
  }
  return run
}

/**
 * What follows lines that are nothing known: any number of them where the page sets them apart from
 * the text, a few short ones elsewhere, before a line that only pages have.
 */
function readBeyond(
  lines: Lines,
  start: number,
  readAt: (at: number) => Found | undefined,
): Found | undefined {
  let strangers = 0
  for (let at = start; at < lines.texts.length; at = nextText(lines, at + 1)) {
    const isOutside = lines.layout.isOutside(at)
    const found = readAt(at)
    if (found && (isOutside || isFirm(found.fields))) return found
    if (isOutside) continue
    strangers++
    if (strangers > strangersMax || !isStranger(lines.texts[at] ?? '')) return undefined
  }
  return undefined
}

/** Whether a line is short and no sentence. */
function isStranger(line: string): boolean {
  return line.length <= strangerLengthMax && !/[。；！？]/.test(line) && !isEventLine(line)
}

function readFound(lines: Lines, at: number, inTable: boolean): Found | undefined {
  const line = lines.texts[at] ?? ''
  if (isLocationPath(line)) return {lines: [at], fields: []}
  const lone = readLoneLabel(line)
  const fields = readMetadataLine(line) ?? (lone && [toLone(lone)])
  const [label, ...others] = fields ?? []
  if (!fields || !label) return undefined
  if (others.length === 0 && label.value === '' && (label.hasColon || lone)) {
    const value = readPair(lines, at, label, inTable)
    if (value) return {lines: [at, at + 1], fields: [value]}
  }
  return label.hasColon || label.value !== '' || !lone ? {lines: [at], fields} : undefined
}

function toLone(subject: LabelSubject): MetadataField {
  return {subject, value: '', isPlainDate: false, hasLabel: true, hasColon: false}
}

const recognisable: readonly LabelSubject[] = [
  ...(['date', 'written', 'updated', 'views', 'indexNumber', 'documentNumber'] as const),
]

/**
 * The value that stands on the line after its label. Where any words would do, only inside a
 * table of such pairs: elsewhere the next line is the text after an empty 来源：.
 */
function readPair(
  {texts, layout}: Lines,
  at: number,
  label: MetadataField,
  inTable: boolean,
): MetadataField | undefined {
  const next = texts[at + 1] ?? ''
  const row = layout.rowOf(at)
  if (row !== layout.rowOf(at + 1) || isBlank(next) || readLoneLabel(next)) return undefined
  if (readMetadataLine(next)?.some(({hasLabel}) => hasLabel)) return undefined
  const after = texts[at + 2] ?? ''
  const continues =
    inTable || row !== undefined || readMetadataLine(after) !== undefined || readLoneLabel(after)
  if (!continues && !recognisable.includes(label.subject)) return undefined
  return readValueLine(label, texts[at] ?? '', next)
}

/** A run without the 时间： that begins an event's list, and without what follows it. */
function withoutEvents(lines: Lines, run: readonly Found[]): readonly Found[] {
  const next = lines.texts[nextText(lines, endOf(run, lines.texts.length))] ?? ''
  if (!isEventLine(next)) return run
  const event = run.findIndex(({fields}) =>
    fields.some(({isPlainDate, hasLabel}) => isPlainDate && hasLabel),
  )
  return event === -1 ? run : run.slice(0, event)
}

function readTail(lines: Lines, start: number, known: readonly Found[]): readonly Found[] {
  const tail: Found[] = []
  const release = readReleaseTime(lines, start)
  if (release && !contradicts(known, release.fields)) tail.unshift(release)
  const readAt = (at: number): Found | undefined => {
    const fields = at < start ? undefined : readMetadataLine(lines.texts[at] ?? '')
    if (!fields || !mayEnd(fields, false) || contradicts([...known, ...tail], fields))
      return undefined
    return {lines: [at], fields}
  }
  while (tail.length < runMax) {
    const at = previousText(lines, tail[0]?.lines[0] ?? lines.texts.length)
    const found = readAt(at) ?? readBefore(lines, at, start, readAt)
    if (!found) break
    tail.unshift(found)
  }
  return tail
}

/** What stands before lines at the end that are nothing known, as `readBeyond` does at the head. */
function readBefore(
  lines: Lines,
  end: number,
  start: number,
  readAt: (at: number) => Found | undefined,
): Found | undefined {
  let strangers = 0
  for (let at = end; at >= start; at = previousText(lines, at)) {
    const isOutside = lines.layout.isOutside(at)
    const found = readAt(at)
    if (found && (isOutside || found.fields.some(isFurniture))) return found
    if (isOutside) continue
    strangers++
    if (strangers > strangersMax || !isStranger(lines.texts[at] ?? '')) return undefined
  }
  return undefined
}

function isFurniture({subject, hasColon}: MetadataField): boolean {
  return subject === 'control' || subject === 'neighbour' || (subject === 'editor' && hasColon)
}

/** How many lines may follow the day of a signature: a seal, a note, the list of what is attached. */
const afterSignatureMax = 4

/**
 * The day that stands alone near the end of a text, as under a signature, or in parentheses under
 * its title: `（2023年5月15日某某会议通过）`.
 */
function findSignature(lines: Lines, start: number, end: number): IsoDate | undefined {
  let at = previousText(lines, end)
  for (let count = 0; at >= start && count <= afterSignatureMax; count++) {
    const day = toDayOfText(lines.texts[at] ?? '')
    if (day !== undefined) return day
    at = previousText(lines, at)
  }
  const [, note = ''] = passed.exec(lines.texts[nextText(lines, start)] ?? '') ?? []
  return toDayOfText(note)
}

const passed =
  /^\s*[（(]\s*([\d〇○一二三四五六七八九十]+年[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日).*[）)]\s*$/

/** The two last lines of a Hong Kong press release: `2025年11月26日（星期三）`, `香港時間15時58分`. */
function readReleaseTime(lines: Lines, start: number): Found | undefined {
  const {texts} = lines
  const timeLine = previousText(lines, texts.length)
  const dayLine = previousText(lines, timeLine)
  if (dayLine < start) return undefined
  const time = texts[timeLine]?.trim() ?? ''
  const value = texts[dayLine]?.trim() ?? ''
  const day = toDayOfText(value)
  if (day === undefined || !/^香港[时時][间間]\s*\d{1,2}[时時](?:\d{1,2}分)?$/.test(time)) {
    return undefined
  }
  const field = {isPlainDate: false, hasLabel: true, hasColon: false}
  return {
    lines: [dayLine, timeLine],
    fields: [
      {...field, subject: 'date', value, day},
      {...field, subject: 'aside', value: time},
    ],
  }
}

/** Whether fields give another value for something that other lines have said already. */
function contradicts(known: readonly Found[], fields: readonly MetadataField[]): boolean {
  return fields.some((field) => {
    if (field.value === '' || unlimited.includes(field.subject)) return false
    const first = firstField(known, field.subject)
    if (first === undefined) return false
    return field.day === undefined ? first.value !== field.value : first.day !== field.day
  })
}

const unlimited: readonly LabelSubject[] = ['title', 'aside', 'neighbour', 'type-size', 'control']

function nextText({texts}: Lines, from: number): number {
  let at = from
  while (at < texts.length && isBlank(texts[at] ?? '')) at++
  return at
}

function previousText({texts}: Lines, before: number): number {
  let at = before - 1
  while (at >= 0 && isBlank(texts[at] ?? '')) at--
  return at
}

/** The line after the last one found, or `otherwise` when there is none. */
function endOf(found: readonly Found[], otherwise: number): number {
  const last = found.at(-1)?.lines.at(-1)
  return last === undefined ? otherwise : last + 1
}
