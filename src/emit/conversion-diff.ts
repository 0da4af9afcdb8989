import {z} from 'zod'
import type {LoggedText, RepairLog} from '../article/repair-log.ts'
import {compareText} from '../base/diagnostic.ts'
import {type EditionTag, editionTags} from '../base/script.ts'
import type {Entry} from '../site/entry.ts'
import type {Site} from '../site/site.ts'
import {editsBetween} from '../text/convert.ts'
import {applyEdits} from '../text/edit.ts'
import {formatLogFile} from './repair-logs.ts'

const editSchema = z.object({
  rule: z.string(),
  offset: z.int().min(0),
  before: z.string(),
  after: z.string(),
  certainty: z.enum(['exact', 'firm', 'likely']),
})

const conversionSchema = z
  .tuple([z.int().min(0), z.string(), z.string()], z.string())
  .transform(([offset, before, after, rule = 'edition']) => ({rule, offset, before, after}))

const logSchema = z.object({
  record: z.string(),
  dictionary: z.string(),
  texts: z.array(
    z.object({
      field: z.string(),
      place: z.object({line: z.number(), column: z.number()}).optional(),
      received: z.string(),
      repairs: z.array(editSchema),
      conversions: z.partialRecord(z.enum(editionTags), z.array(conversionSchema)),
    }),
  ),
})

/** What a published site says of one announcement's text. */
export interface PublishedLog {
  readonly record: string
  readonly dictionary: string
  readonly texts: RepairLog
}

/** The log in a file that `emitRepairLogs` made; undefined for anything else. */
export function parseRepairLog(json: string): PublishedLog | undefined {
  try {
    return logSchema.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

/** The log of an entry as this build publishes it. */
export function logOf(entry: Entry, site: Site): RepairLog {
  return parseRepairLog(new TextDecoder().decode(formatLogFile(entry, site)))?.texts ?? []
}

/** A stretch of an edition's text that is published otherwise than before. */
export interface ConversionChange {
  readonly edition: EditionTag
  /** The stretch with the characters around it. */
  readonly before: string
  readonly after: string
}

/** What became of a published text. */
export interface LogComparison {
  readonly changes: readonly ConversionChange[]
  /** Fields whose received text is another now, so that nothing can be said of their conversion. */
  readonly edited: readonly string[]
}

/**
 * Compares what was published of a record with what is made of it now. A text that one of the two
 * does not list is as it was received there.
 */
export function compareLogs(
  was: RepairLog,
  now: RepairLog,
  editions: readonly EditionTag[],
): LogComparison {
  const before = byField(was)
  const after = byField(now)
  const changes: ConversionChange[] = []
  const edited: string[] = []
  for (const key of [...new Set([...before.keys(), ...after.keys()])].toSorted(compareText)) {
    const [old, made] = [before.get(key), after.get(key)]
    const {received, field} = (made ?? old)!
    if (old && made && old.received !== received) edited.push(field)
    else changes.push(...editions.flatMap((tag) => changesBetween(tag, received, old, made)))
  }
  return {changes, edited}
}

/** The texts of a log by their fields; of those with one field, such as tags, each by itself. */
function byField(log: RepairLog): ReadonlyMap<string, LoggedText> {
  const isMany = (field: string): boolean =>
    ['tags', 'attachments.title', 'corrections.text', 'inside'].includes(field)
  return new Map(
    log.map((text) => [isMany(text.field) ? `${text.field}:${text.received}` : text.field, text]),
  )
}

const contextLength = 3

function changesBetween(
  edition: EditionTag,
  received: string,
  was: LoggedText | undefined,
  now: LoggedText | undefined,
): readonly ConversionChange[] {
  const before = textOf(edition, received, was)
  const after = textOf(edition, received, now)
  return editsBetween('review', before, after, 0).map((edit) => {
    const end = edit.offset + edit.before.length
    const head = before.slice(Math.max(0, edit.offset - contextLength), edit.offset)
    const tail = before.slice(end, end + contextLength)
    return {edition, before: head + edit.before + tail, after: head + edit.after + tail}
  })
}

function textOf(edition: EditionTag, received: string, log: LoggedText | undefined): string {
  if (!log) return received
  return applyEdits(applyEdits(received, log.repairs), log.conversions[edition] ?? [])
}
