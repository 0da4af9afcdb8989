import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
} from 'yaml'
import type {Point} from '../base/place.ts'

/** What YAML text says, and where. */
export interface ParsedSettings {
  /** Plain data; undefined when there are errors. */
  readonly value: unknown
  readonly errors: readonly {readonly place: Point}[]
  /** Where the value at this path is named; the start of the file where nothing is. */
  readonly placeOf: (path: readonly PropertyKey[]) => Point
}

/** Reads the YAML of the site's settings; version 1.2, in which `no` is a text and a day too. */
export function parseSettings(source: string): ParsedSettings {
  const lines = new LineCounter()
  const options = {
    lineCounter: lines,
    version: '1.2',
    stringKeys: true,
    prettyErrors: false,
  } as const
  const document = parseDocument(source, options)
  const pointAt = (offset: number): Point => {
    const {line, col} = lines.linePos(offset)
    return {line: Math.max(1, line), column: Math.max(1, col)}
  }
  const found = [...document.errors.map(({pos}) => pos[0]), ...findLooseAliases(document)]
  return {
    value: found.length === 0 ? document.toJS() : undefined,
    errors: found.map((offset) => ({place: pointAt(offset)})),
    placeOf: (path) => pointAt(offsetOf(document, path)),
  }
}

/** An alias (`*name`) without its anchor, at which the library would break off. */
function findLooseAliases(document: Document): readonly number[] {
  const found: number[] = []
  visit(document, (_, node) => {
    if (isAlias(node) && !node.resolve(document)) {
      found.push(node.range?.[0] ?? 0)
    }
  })
  return found
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({key}) => isScalar(key) && key.value === step)
      if (!pair) break
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if (isMap(node) || isScalar(node) || isSeq(node)) offset = node.range?.[0] ?? offset
    } else break
  }
  return offset
}
