import {toDayOfText} from './chinese-date.ts'
import {isEventLine, isLocationPath, type LabelSubject} from './labels.ts'
import {type MetadataField, readMetadataLine, readValueLine} from './metadata-line.ts'

/** The lines of a document that are no text, and what they say. */
export interface Metadata {
  readonly title: string | undefined
  /** Index of the title's own line; undefined when a label gave the title. */
  readonly titleLine: number | undefined
  readonly found: readonly Found[]
}

/** One line, or a label with its value on the next, and the fields in it. */
export interface Found {
  /** Indexes of the lines, from 0. */
  readonly lines: readonly number[]
  /** None for a line that is only the path to the page. */
  readonly fields: readonly MetadataField[]
}

/**
 * Finds the title, the first line with text that is not metadata itself, and the metadata: lines
 * before the title, the unbroken run directly after it (empty lines aside), and the last lines of
 * the document. Nothing in between is metadata, whatever it looks like. A line that contradicts an
 * earlier one is text.
 */
export function findMetadata(lines: readonly string[]): Metadata {
  const before = readRun(lines, 0, [], mayPrecedeTitle)
  const titleLine = nextText(lines, endOf(before, 0))
  const titleText = lines[titleLine]?.trim()
  const labelled = firstOf(before, 'title')
  if (labelled === undefined && titleText === undefined) {
    return {title: undefined, titleLine: undefined, found: before}
  }
  const isTitle = labelled === undefined || titleText === labelled
  const start = isTitle ? titleLine + 1 : endOf(before, 0)
  const after = withoutEvents(lines, readRun(lines, start, before, mayFollowTitle))
  const head = [...before, ...after]
  return {
    title: labelled ?? titleText,
    titleLine: isTitle && titleLine < lines.length ? titleLine : undefined,
    found: [...head, ...readTail(lines, endOf(after, start), head)],
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

type Admission = (fields: readonly MetadataField[], isFirst: boolean) => boolean

const mayPrecedeTitle: Admission = (fields) =>
  fields.every(({hasColon}) => hasColon) || fields[0]?.subject === 'title'

// A date without a label is the page's own only in the first place.
const mayFollowTitle: Admission = (fields, isFirst) =>
  fields.every(({hasLabel, subject}) => (hasLabel || isFirst) && subject !== 'neighbour')

// A plain 时间：, or a date alone, at the end is an event's or a signature's.
const mayEnd: Admission = (fields) =>
  fields.every(({hasLabel, isPlainDate}) => hasLabel && (!isPlainDate || fields.length > 1)) &&
  fields.every(({subject}) => subject !== 'title')

/** More lines in a row than any page has of its own are a list. */
const runMax = 40

function readRun(
  lines: readonly string[],
  start: number,
  known: readonly Found[],
  admits: Admission,
): readonly Found[] {
  const run: Found[] = []
  for (let at = nextText(lines, start); run.length < runMax; at = nextText(lines, endOf(run, at))) {
    const found = readFound(lines, at, (run.at(-1)?.lines.length ?? 0) > 1)
    if (!found || !admits(found.fields, run.length === 0)) break
    if (contradicts([...known, ...run], found.fields)) break
    run.push(found)
  }
  return run
}

function readFound(lines: readonly string[], at: number, inTable: boolean): Found | undefined {
  const line = lines[at] ?? ''
  if (isLocationPath(line)) return {lines: [at], fields: []}
  const fields = readMetadataLine(line)
  const [label, ...others] = fields ?? []
  if (!fields || !label) return undefined
  if (others.length === 0 && label.value === '' && label.hasColon) {
    const value = readPair(lines, at, label, inTable)
    if (value) return {lines: [at, at + 1], fields: [value]}
  }
  return {lines: [at], fields}
}

const recognisable: readonly LabelSubject[] = [
  ...(['date', 'written', 'updated', 'views', 'indexNumber', 'documentNumber'] as const),
]

/**
 * The value that stands on the line after its label. Where any words would do, only inside a
 * table of such pairs: elsewhere the next line is the text after an empty 来源：.
 */
function readPair(
  lines: readonly string[],
  at: number,
  label: MetadataField,
  inTable: boolean,
): MetadataField | undefined {
  const next = lines[at + 1] ?? ''
  if (isBlank(next) || readMetadataLine(next)?.some(({hasLabel}) => hasLabel)) return undefined
  const continues = inTable || readMetadataLine(lines[at + 2] ?? '') !== undefined
  if (!continues && !recognisable.includes(label.subject)) return undefined
  return readValueLine(label, next)
}

/** A run without the 时间： that begins an event's list, and without what follows it. */
function withoutEvents(lines: readonly string[], run: readonly Found[]): readonly Found[] {
  const next = lines[nextText(lines, endOf(run, lines.length))] ?? ''
  if (!isEventLine(next)) return run
  const event = run.findIndex(({fields}) =>
    fields.some(({isPlainDate, hasLabel}) => isPlainDate && hasLabel),
  )
  return event === -1 ? run : run.slice(0, event)
}

function readTail(
  lines: readonly string[],
  start: number,
  known: readonly Found[],
): readonly Found[] {
  const tail: Found[] = []
  const release = readReleaseTime(lines, start)
  if (release && !contradicts(known, release.fields)) tail.unshift(release)
  while (tail.length < runMax) {
    const at = previousText(lines, tail[0]?.lines[0] ?? lines.length)
    const fields = at < start ? undefined : readMetadataLine(lines[at] ?? '')
    if (!fields || !mayEnd(fields, false)) break
    if (contradicts([...known, ...tail], fields)) break
    tail.unshift({lines: [at], fields})
  }
  return tail
}

/** The two last lines of a Hong Kong press release: `2025年11月26日（星期三）`, `香港時間15時58分`. */
function readReleaseTime(lines: readonly string[], start: number): Found | undefined {
  const timeLine = previousText(lines, lines.length)
  const dayLine = previousText(lines, timeLine)
  if (dayLine < start) return undefined
  const time = lines[timeLine]?.trim() ?? ''
  const value = lines[dayLine]?.trim() ?? ''
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

function nextText(lines: readonly string[], from: number): number {
  let at = from
  while (at < lines.length && isBlank(lines[at] ?? '')) at++
  return at
}

function previousText(lines: readonly string[], before: number): number {
  let at = before - 1
  while (at >= 0 && isBlank(lines[at] ?? '')) at--
  return at
}

/** The line after the last one found, or `otherwise` when there is none. */
function endOf(found: readonly Found[], otherwise: number): number {
  const last = found.at(-1)?.lines.at(-1)
  return last === undefined ? otherwise : last + 1
}
