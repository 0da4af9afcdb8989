import type * as z from 'zod'
import {toClockTime, toStatedDate} from '../base/day.ts'
import {
  type Checked,
  compareDiagnostics,
  type Diagnostic,
  isError,
  report,
} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'
import type {FieldValue} from './field-value.ts'
import {fieldNotes, tellOf} from './fields.ts'
import {leavesSite, type PathFault} from './file-path.ts'
import {type FrontMatter, parseFrontMatter} from './front-matter.ts'
import {type FieldPath, nameOf, type PlainFields, toPlainFields, valueAt} from './plain-fields.ts'
import {badPath, badVersionDay, emptyField, type Kind, missingField, wrongKind} from './problems.ts'
import type {NewsRecord} from './record.ts'
import {idOfPath} from './record-id.ts'
import {groups, recordSchema} from './schema.ts'
import type {SourceFile} from './source-file.ts'
import {readVersionName} from './version-name.ts'

/**
 * Reads one record file and reports all its problems at once, in the order of its lines. The value
 * is undefined when one of them is an error.
 */
export function parseRecord(source: SourceFile): ParsedRecord {
  const file = `content/${source.path}`
  const {value: matter, diagnostics: matterProblems} = parseFrontMatter(file, source.text)
  if (!matter) {
    return {value: undefined, diagnostics: matterProblems.toSorted(compareDiagnostics), places: {}}
  }
  const plain = toPlainFields(file, matter.fields)
  const {data, error} = recordSchema.safeParse(plain.values)
  const fieldProblems = [
    ...plain.diagnostics,
    ...(error?.issues ?? []).map((issue) => explainIssue(issue, file, matter, plain)),
    ...findLeavingPaths(source, plain),
    ...findBadVersionDay(source),
  ]
  // Where a line could not be read, what it seems to say is not judged as well.
  const broken = new Set(matterProblems.filter(isError).map(({place}) => place?.line))
  const diagnostics = [
    ...matterProblems,
    ...fieldProblems.filter(({place}) => !broken.has(place?.line)),
  ].sort(compareDiagnostics)
  const places = placesOf(plain)
  if (!data || diagnostics.some(isError)) return {value: undefined, diagnostics, places}
  const {body, bodyLine} = matter
  const id = data.id ?? idOfPath(source.path)
  const date = valueAt(plain, ['date'])
  const time = date?.kind === 'text' ? toClockTime(date.text) : undefined
  const version = toStatedDate(readVersionName(source.path)?.day ?? '')
  return {
    value: {file: source.path, version, ...data, time, id, body, bodyLine},
    ...{diagnostics, places},
  }
}

/** An earlier version of which nobody can tell until when its text stood. */
function findBadVersionDay({path}: SourceFile): readonly Diagnostic[] {
  const name = readVersionName(path)
  if (!name || toStatedDate(name.day) !== undefined) return []
  const where = {file: `content/${path}`, place: {line: 1, column: 1}}
  return [report(badVersionDay, where, {found: name.day})]
}

/** Where a record's fields stand in its file, by their names: `column`, `aliases.0`. */
export type FieldPlaces = Readonly<Record<string, Point>>

/** What reading a record file gives. */
export interface ParsedRecord extends Checked<NewsRecord | undefined> {
  readonly places: FieldPlaces
}

/** What the importer writes there is told of by nobody, and may be long. */
const untold: ReadonlySet<PropertyKey> = new Set(['provenance', 'conversion'])

function placesOf({placed}: PlainFields): FieldPlaces {
  return Object.fromEntries(
    [...placed.values()]
      .filter(({path}) => !untold.has(path[0] ?? ''))
      .map(({path, value}) => [path.join('.'), value.place]),
  )
}

function explainIssue(
  issue: z.core.$ZodIssue,
  file: string,
  matter: FrontMatter,
  plain: PlainFields,
): Diagnostic {
  const {path} = issue
  const name = nameOf(path)
  const found = valueAt(plain, path)
  const fence = {line: matter.fenceLine, column: 1}
  const where = {file, place: nearestValue(plain, path)?.place ?? fence, field: name}
  const tell = tellOf(issue)
  if (tell) return tell(where)
  const example = exampleOf(path)
  if (found === undefined) return report(missingField, where, {name, example})
  if (found.kind === 'none' || issue.code !== 'invalid_type') {
    return report(emptyField, where, {name, example})
  }
  const expected = kindOfType(issue.expected)
  return report(wrongKind, where, {found: found.kind, expected, example})
}

/** The value at the path, or the group or list in which it is missing. */
function nearestValue(plain: PlainFields, path: FieldPath): FieldValue | undefined {
  if (path.length === 0) return undefined
  return valueAt(plain, path) ?? nearestValue(plain, path.slice(0, -1))
}

/** How the reference says to write the field, which is the list for one of its items. */
function exampleOf(path: FieldPath): string {
  const names = path.filter((part) => typeof part === 'string')
  const schema = groups[names.slice(0, -1).join('.')]?.shape[names.at(-1) ?? '']
  return (schema && fieldNotes.get(schema)?.example) ?? ''
}

function kindOfType(type: string): Kind {
  return type === 'array' ? 'list' : type === 'object' ? 'mapping' : 'text'
}

/** Paths of files whose `..` lead out of the site, which depends on the folder of the record. */
function findLeavingPaths({path: recordPath}: SourceFile, plain: PlainFields): Diagnostic[] {
  const depth = recordPath.split('/').length - 1
  return [...plain.placed.values()].flatMap(({path, value}) => {
    if (value.kind !== 'text' || !isFilePath(path) || !leavesSite(value.text, depth)) return []
    const where = {file: `content/${recordPath}`, place: value.place, field: nameOf(path)}
    return [report(badPath, where, leaving(value.text))]
  })
}

function isFilePath(path: FieldPath): boolean {
  const name = nameOf(path)
  return name === 'attachments' || name === 'attachments.file' || name === 'pictures.file'
}

function leaving(found: string): {readonly found: string; readonly fault: PathFault} {
  return {found, fault: 'leaves'}
}
