import {type Diagnostic, report} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'
import type {Fields, FieldValue} from './field-value.ts'
import {fieldNotes} from './fields.ts'
import {findNearestName} from './near.ts'
import {extraField, foreignSwitch, unknownField} from './problems.ts'
import {canonicalName, groups} from './schema.ts'
import {duplicateField} from './yaml-problems.ts'

/** The way to a value: names of fields as the schema has them, and positions in lists. */
export type FieldPath = readonly PropertyKey[]

/** A value where the schema looks for it. */
export interface PlacedValue {
  readonly path: FieldPath
  readonly value: FieldValue
}

/** Front matter as plain values under the schema's names, and where each of them stands. */
export interface PlainFields {
  readonly values: Readonly<Record<string, unknown>>
  /** Every value, the empty ones too, which `values` leaves out. */
  readonly placed: ReadonlyMap<string, PlacedValue>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Puts fields under the names that the schema has for them: `Document-Number` is `documentNumber`.
 * Names that are unknown, and those that are the same but for their spelling, are left out and
 * reported.
 */
export function toPlainFields(file: string, fields: Fields): PlainFields {
  const placed = new Map<string, PlacedValue>()
  const diagnostics: Diagnostic[] = []
  const values = readGroup({file, placed, diagnostics}, fields, [])
  return {values, placed, diagnostics}
}

/** The value at a path of the schema, or undefined; one alone may stand for a list of one. */
export function valueAt({placed}: PlainFields, path: FieldPath): FieldValue | undefined {
  const found = placed.get(keyOf(path)) ?? placed.get(keyOf(path.filter((part) => part !== 0)))
  return found?.value
}

/** The names on a path, without positions in lists: `provenance.lines.text`. */
export function nameOf(path: FieldPath): string {
  return path.filter((part) => typeof part === 'string').join('.')
}

interface Reading {
  readonly file: string
  readonly placed: Map<string, PlacedValue>
  readonly diagnostics: Diagnostic[]
}

function readGroup(reading: Reading, fields: Fields, path: FieldPath): Record<string, unknown> {
  const known = knownNames.get(nameOf(path))
  const entries: [string, unknown][] = []
  const seen = new Map<string, readonly [string, Point]>()
  for (const [written, field] of fields) {
    const {file, diagnostics} = reading
    // Names in `conversion` are texts of the record, not names of ours.
    const name = known ? known.get(canonicalName(written)) : written
    if (name === undefined) {
      const where = {file, place: field.place, field: nameOf([...path, written])}
      diagnostics.push(reportUnknown(where, written, known ?? new Map()))
      continue
    }
    const first = seen.get(name)
    if (first) {
      const where = {file, place: field.place, field: nameOf([...path, name])}
      const details = {name: written, first: first[0], line: first[1].line}
      diagnostics.push(report(duplicateField, where, details))
      continue
    }
    seen.set(name, [written, field.place])
    const value = readValue(reading, field.value, [...path, name])
    if (value !== undefined) entries.push([name, value])
  }
  return Object.fromEntries(entries)
}

/** The plain value, or undefined for an empty one, which counts as not given. */
function readValue(reading: Reading, value: FieldValue, path: FieldPath): unknown {
  reading.placed.set(keyOf(path), {path, value})
  switch (value.kind) {
    case 'text':
      return value.text
    case 'flag':
      return value.flag
    case 'none':
      return undefined
    case 'mapping':
      return readGroup(reading, value.fields, path)
    case 'list': {
      const given = value.items.filter(({kind}) => kind !== 'none')
      return given.map((item, index) => readValue(reading, item, [...path, index]))
    }
  }
}

/** The names of each group in their compared form, with the names as the schema has them. */
const knownNames: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(groups).map(([path, {shape}]) => [
    path,
    new Map(Object.keys(shape).map((name) => [canonicalName(name), name])),
  ]),
)

const chineseNames: readonly (readonly [string, string])[] = Object.entries(groups['']!.shape).map(
  ([name, schema]) => [fieldNotes.get(schema)?.label ?? name, name],
)

function reportUnknown(
  where: {readonly file: string; readonly place: Point; readonly field: string},
  name: string,
  known: ReadonlyMap<string, string>,
): Diagnostic {
  const near = known.get(findNearestName(canonicalName(name), known.keys()) ?? '')
  const nearest =
    near ?? chineseNames.find(([label]) => name.length > 1 && label.includes(name))?.[1]
  if (nearest === undefined && switches.has(canonicalName(name))) {
    return report(foreignSwitch, where, {name})
  }
  return nearest === undefined
    ? report(extraField, where, {name})
    : report(unknownField, where, {name, nearest})
}

// Jekyll's, Hugo's and Hexo's fields that hide a post, keep it back or let it expire.
const switches = new Set(
  ['published', 'private', 'hidden', 'publishDate', 'expiryDate', 'unlisted'].map(canonicalName),
)

function keyOf(path: FieldPath): string {
  return JSON.stringify(path)
}
