import {isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap} from 'yaml'
import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'
import type {Field, Fields, FieldValue} from './field-value.ts'
import {frontMatterTooDeep, notFields} from './front-matter-problems.ts'
import {createSheet, type Sheet} from './sheet.ts'
import {explainRefusal, explainSyntax} from './yaml-errors.ts'
import {badFieldName, cutByComment, duplicateField, reservedName} from './yaml-problems.ts'
import {depthLimit, scanYaml} from './yaml-scan.ts'

/**
 * Reads the YAML between the fences; `block` begins in line 1, right after the opening `---`.
 *
 * YAML 1.2 with its failsafe schema: every scalar is a text as it is written, except a bare `true`,
 * `false` or `null`. No aliases, anchors, tags or merge keys. The value is undefined when the block
 * is not a mapping; names that are refused or doubled are left out of it.
 */
export function readBlock(file: string, block: string): Checked<Fields | undefined> {
  const sheet = createSheet(file, block)
  const refusals = scanYaml(block)
  const deep = refusals.find(({kind}) => kind === 'deep')
  if (deep) {
    const tooDeep = report(frontMatterTooDeep, sheet.at(deep.offset), {limit: depthLimit})
    return {value: undefined, diagnostics: [tooDeep]}
  }
  const {contents, errors} = parseDocument(block, {
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
  })
  const isBroken = refusals.some(({kind}) => kind === 'quote' || kind === 'bracket')
  const isBlank = contents === null || (isScalar(contents) && contents.source === '')
  if (errors.length > 0 || isBroken || !(isBlank || isMap(contents))) {
    const reasons = explainSyntax(sheet, refusals, errors)
    const scalar = contents?.range?.[0] ?? 0
    const found = sheet.lines[sheet.pointAt(scalar).line - 1]!.trim()
    const fallback = report(notFields, sheet.at(scalar), {found})
    return {value: undefined, diagnostics: reasons.length > 0 ? reasons : [fallback]}
  }
  const diagnostics = refusals.map((refusal) => explainRefusal(sheet, refusal))
  const value = isMap(contents) ? readMapping(contents, {sheet, diagnostics}) : new Map()
  return {value, diagnostics}
}

/** What reading the nodes needs: where they stand, and where to put what is noticed. */
interface Reading {
  readonly sheet: Sheet
  readonly diagnostics: Diagnostic[]
}

function readMapping(map: YAMLMap, reading: Reading): Fields {
  const fields = new Map<string, Field>()
  for (const pair of map.items) {
    const entry = readPair(pair, map, reading)
    if (!entry) continue
    const [name, field] = entry
    const first = fields.get(name)
    if (first) {
      const details = {name, first: name, line: first.place.line}
      reading.diagnostics.push(report(duplicateField, whereOf(field, reading), details))
    } else fields.set(name, field)
  }
  return fields
}

/** Names that no field may have, since every object of the language has something under them. */
export const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

function readPair(
  {key, value}: Pair,
  map: YAMLMap,
  reading: Reading,
): readonly [string, Field] | undefined {
  const {sheet, diagnostics} = reading
  const start = offsetOf(key) ?? offsetOf(value) ?? offsetOf(map) ?? 0
  const place = sheet.pointAt(start)
  if (!isScalar(key) || typeof key.value !== 'string' || key.value === '') {
    diagnostics.push(report(badFieldName, sheet.at(start), {}))
    return undefined
  }
  if (reservedNames.has(key.value)) {
    diagnostics.push(report(reservedName, sheet.at(start), {name: key.value}))
    return undefined
  }
  const field = {place, value: readValue(value, place, reading)}
  if (field.value.kind === 'none') diagnostics.push(...findCut(sheet, key.range?.[1] ?? start))
  return [key.value, field]
}

/** The rest of a line after a value, where it is a comment that was hardly meant to be one. */
function findCut(sheet: Sheet, end: number): readonly Diagnostic[] {
  const {line, column} = sheet.pointAt(end)
  const rest = (sheet.lines[line - 1] ?? '').slice(column - 1)
  const match = /^:?[ \t]+(#[^\s#].*)$/.exec(rest)
  if (!match) return []
  const found = match[1]!
  return [report(cutByComment, sheet.at(end + rest.length - found.length), {found})]
}

function readValue(node: unknown, fallback: Point, reading: Reading): FieldValue {
  const offset = offsetOf(node)
  const place = offset === undefined ? fallback : reading.sheet.pointAt(offset)
  if (isMap(node)) return {kind: 'mapping', fields: readMapping(node, reading), place}
  if (isSeq(node)) {
    const items = node.items.map((item) => readValue(item, place, reading))
    return {kind: 'list', items, place}
  }
  if (!isScalar(node) || typeof node.value !== 'string') return {kind: 'none', place: fallback}
  const text = node.value
  if (node.type !== 'PLAIN') return {kind: 'text', text, place}
  const value = valueOfWord(text, place, fallback)
  if (value.kind === 'text') {
    reading.diagnostics.push(...findCut(reading.sheet, node.range?.[1] ?? 0))
  }
  return value
}

/**
 * What a scalar without quotes is, by the spellings of YAML 1.2's core schema. One that only says
 * that there is nothing has the place `fallback`.
 */
export function valueOfWord(text: string, place: Point, fallback: Point): FieldValue {
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return {kind: 'none', place: fallback}
  if (/^(?:true|True|TRUE)$/.test(text)) return {kind: 'flag', flag: true, place}
  if (/^(?:false|False|FALSE)$/.test(text)) return {kind: 'flag', flag: false, place}
  return {kind: 'text', text, place}
}

function offsetOf(node: unknown): number | undefined {
  if (!isMap(node) && !isSeq(node) && !isScalar(node) && !isAlias(node)) return undefined
  return node.range?.[0]
}

function whereOf(
  {place}: Field,
  {sheet}: Reading,
): {readonly file?: string; readonly place: Point} {
  return {...sheet.atLine(place.line), place}
}
