import type {ContentPath, Digest, RecordId} from '../base/brand.ts'
import {type StatedDate, yearOf} from '../base/day.ts'
import {type Checked, type Diagnostic, isError, report} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {NewsRecord} from '../record/record.ts'
import {formatRecord, type RecordFields} from '../record/write.ts'
import {accountedLength} from './account.ts'
import type {ForeignDocument} from './document.ts'
import type {Draft} from './draft.ts'
import {noDate, noTitle, unaccounted} from './problems.ts'

/** A record made from a document, and the files to keep. */
export interface ImportedRecord {
  /** Where the record goes: `2023/20230515-0a1b2c.md`. */
  readonly path: ContentPath
  readonly record: NewsRecord
  /** The record file. */
  readonly text: string
  readonly original: Original
}

/** Where the bytes as received are kept. */
export interface Original {
  readonly sha256: Digest
  /** `.originals/<sha256>` with the ending of the file's name in lower case. */
  readonly path: ContentPath
}

/**
 * The record that a draft becomes. Its id is the day of publication and the first figures of the
 * digest of the document's bytes, so that the same file always gives the same record, and no later
 * change of the title moves it.
 *
 * `nameOf` says where each file of the draft is kept, seen from the record; `id` is that of a record
 * which the document replaces. Undefined, with an
 * error, when the draft lacks a title or a date, or has an error of its own.
 */
export function toRecord(
  document: ForeignDocument,
  draft: Draft,
  nameOf: (path: string) => string = (path) => path,
  id = idOfDraft(document, draft),
): Checked<ImportedRecord | undefined> {
  const diagnostics = [
    ...draft.diagnostics,
    ...reportObstacles(nameOfDraft(document, draft), draft),
  ]
  const {title, fields} = draft
  const {date} = fields
  if (title === undefined || date === undefined || !id || diagnostics.some(isError)) {
    return {value: undefined, diagnostics}
  }
  return {value: makeRecord(document, draft, {id, title, date}, nameOf), diagnostics}
}

/** The id that a draft gives its record; undefined while it has no date. */
export function idOfDraft({bytes}: ForeignDocument, {part, fields}: Draft): RecordId | undefined {
  if (fields.date === undefined) return undefined
  const whole = digestOf(bytes)
  const digest = part === undefined ? whole : digestOf(`${whole} ${part}`)
  return `${fields.date.replaceAll('-', '')}-${digest.slice(0, part === undefined ? 6 : 10)}` as RecordId
}

/** A draft in messages: the file, and the row where there are several. */
function nameOfDraft({name}: ForeignDocument, {part}: Draft): string {
  return part === undefined ? name : `${name}#${part}`
}

function makeRecord(
  document: ForeignDocument,
  draft: Draft,
  {id, title, date}: {readonly id: RecordId; readonly title: string; readonly date: StatedDate},
  nameOf: (path: string) => string,
): ImportedRecord {
  const sha256 = digestOf(document.bytes)
  const path = `${yearOf(date)}/${id}.md` as ContentPath
  const {name, retrieved} = document
  const by = `dibao import (${draft.kind})`
  const fields: RecordFields = {
    ...draft.fields,
    id,
    title,
    date,
    tags: [],
    draft: false,
    aliases: draft.addresses ?? [],
    corrections: [],
    attachments: [],
    pictures: draft.pictures,
    provenance: {file: name, url: draft.url, retrieved, by, sha256, lines: draft.lines},
    conversion: {},
  }
  const body = draft.files.reduce(
    (text, {standIn, path: from}) => text.replaceAll(standIn, nameOf(from)),
    draft.body,
  )
  const text = formatRecord(fields, body)
  const bodyLine = formatRecord(fields, '').split('\n').length
  return {
    path,
    record: {...fields, file: path, body, bodyLine},
    text,
    original: {sha256, path: `.originals/${sha256}${endingOf(name)}` as ContentPath},
  }
}

/** The ending of a file's name in lower case, with its dot; empty where it has none. */
export function endingOf(name: string): string {
  return /[^./](\.[a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** What forbids making a record. */
function reportObstacles(file: string, draft: Draft): readonly Diagnostic[] {
  const {title, fields, titleLine = 0, account} = draft
  const lost = account.total - accountedLength(account)
  if (lost !== 0) return [report(unaccounted, {file}, {lost})]
  if (title === undefined) return [report(noTitle, {file}, {isPage: draft.kind === 'HTML'})]
  if (fields.date !== undefined) return []
  const place = {line: titleLine + 1, column: 1}
  const details = {line: place.line}
  return [report(noDate, {file, place, field: 'date'}, details)]
}
