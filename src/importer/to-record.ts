import type {ContentPath, Digest, RecordId} from '../base/brand.ts'
import {type IsoDate, yearOf} from '../base/day.ts'
import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {NewsRecord} from '../record/record.ts'
import {formatRecord, type RecordFields} from '../record/write.ts'
import {decodeText} from './decode.ts'
import type {ForeignDocument} from './document.ts'
import {type LiftedText, readPlainText} from './plain-text.ts'
import {lineNotShown, longTitle, markdownActive, noDate, noTitle} from './problems.ts'

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
 * The record that a plain text becomes. Its id is the day of publication and the first figures of
 * the digest of its bytes: the same file always gives the same record, and no later change of the
 * title moves it.
 *
 * Undefined, with an error, when the document cannot be decoded, lacks a title or a date, or has a
 * paragraph where its title should be.
 */
export function importDocument(document: ForeignDocument): Checked<ImportedRecord | undefined> {
  const decoded = decodeText(document)
  if (decoded.value === undefined) return {value: undefined, diagnostics: decoded.diagnostics}
  const lifted = readPlainText(decoded.value)
  const obstacles = reportObstacles(document.name, lifted)
  const diagnostics = [...decoded.diagnostics, ...obstacles, ...reportLines(document.name, lifted)]
  const {
    title,
    fields: {date},
  } = lifted
  if (title === undefined || date === undefined || obstacles.length > 0)
    return {value: undefined, diagnostics}
  return {value: toRecord(document, lifted, title, date), diagnostics}
}

const method = 'dibao import (plain text)'

function toRecord(
  document: ForeignDocument,
  lifted: LiftedText,
  title: string,
  date: IsoDate,
): ImportedRecord {
  const sha256 = digestOf(document.bytes)
  const id = `${date.replaceAll('-', '')}-${sha256.slice(0, 6)}` as RecordId
  const path = `${yearOf(date)}/${id}.md` as ContentPath
  const {name, retrieved} = document
  const fields: RecordFields = {
    ...lifted.fields,
    id,
    title,
    date,
    tags: [],
    draft: false,
    aliases: [],
    attachments: [],
    pictures: lifted.pictures,
    provenance: {file: name, retrieved, by: method, sha256, lines: lifted.lines},
    conversion: {},
  }
  const text = formatRecord(fields, lifted.body)
  const bodyLine = formatRecord(fields, '').split('\n').length
  return {
    path,
    record: {...fields, file: path, body: lifted.body, bodyLine},
    text,
    original: {sha256, path: `.originals/${sha256}${endingOf(name)}` as ContentPath},
  }
}

function endingOf(name: string): string {
  return /[^.](\.[a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** A longer line is a paragraph; damage makes titles up to three times as long as they were. */
const titleLineMax = 500

/** What forbids making a record. */
function reportObstacles(file: string, lifted: LiftedText): readonly Diagnostic[] {
  const {title, fields, lines} = lifted
  if (title === undefined) return [report(noTitle, {file}, {})]
  const {line, text} = lines.find((each) => each.text.includes(title)) ?? {line: 0, text: ''}
  const diagnostics: Diagnostic[] = []
  if (text.length > titleLineMax) {
    const details = {length: text.length, limit: titleLineMax}
    diagnostics.push(report(longTitle, {file, place: {line, column: 1}, field: 'title'}, details))
  }
  if (fields.date === undefined) {
    const place = {line: line + 1, column: 1}
    const details = {line: place.line, written: fields.written}
    diagnostics.push(report(noDate, {file, place, field: 'date'}, details))
  }
  return diagnostics
}

/** The lines that a person should look at. */
function reportLines(file: string, lifted: LiftedText): readonly Diagnostic[] {
  if (lifted.title === undefined) return []
  const kinds = [
    [lineNotShown, lifted.linesNotShown],
    [markdownActive, lifted.markdownLines],
  ] as const
  return kinds.flatMap(([problem, lines]) => {
    const [line] = lines
    return line === undefined ? [] : [report(problem, {file, place: {line, column: 1}}, {lines})]
  })
}
