import type {Checked} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'
import type {Field, Fields, FieldValue} from './field-value.ts'
import {reservedNames, valueOfWord} from './yaml-block.ts'

/** Reads the front matter of a file, given with both its fences as `cutAtFences` cuts it. */
export type ReadHead = (file: string, head: string) => Checked<Fields | undefined>

/**
 * A reader that answers as `read` does, sooner. What front matter nearly always is – a name and a
 * value to a line, and such lists and groups as the importer writes – it reads itself; a head with
 * a line of any other kind is given to `read` whole.
 */
export function readPlainHeads(read: ReadHead): ReadHead {
  return (file, head) => {
    const lines = new Lines(head)
    const value = readGroup(lines, 1)
    return lines.areRead ? {value, diagnostics: []} : read(file, head)
  }
}

// Values have no control characters, tabs among them. One without quotes begins with no sign of
// YAML's, and ends where a colon has a blank behind it or a number sign one before it.
const start = '[^\\0- !"#%&\'*,\\-:>?@[\\]`{|}]'
const plain = `${start}(?:[^\\0- :]|:(?=[^\\0- ])| +(?=[^\\0- #]))*`
const quoted = `"[^\\0-\\x1f"\\\\]*"|'[^\\0-\\x1f']*'`
const word = `${start}[^\\0- "#,:[\\]{}]*`
const bracketed = `\\[(?:${word}(?:, *${word})*)?\\]`
const name = '[A-Za-z\\u3400-\\u9fff][\\w\\u3400-\\u9fff-]{0,99}'
// With so little indent nothing is too deep.
const shape = new RegExp(
  `^( {0,6})(- )?(?:(${name}):(?= |\\r?$))?( *)(${plain}|${quoted}|${bracketed})? *\\r?$`,
)
const words = new RegExp(word, 'g')

/** A line of front matter without its indent. */
interface Line {
  /** Whether a list's dash is the first of it. */
  readonly isItem: boolean
  /** Of its first character, from 1. */
  readonly column: number
  readonly name: string | undefined
  readonly namePlace: Point
  /** As it is written. */
  readonly value: string | undefined
  readonly valuePlace: Point
}

/** The lines of a head, to be taken one after another. */
class Lines {
  readonly #texts: readonly string[]
  #index = 0
  /** The first that is not taken; undefined when all are, or when it is not plain. */
  next: Line | undefined

  constructor(head: string) {
    this.#texts = head.split('\n').slice(0, -1)
    this.take()
  }

  get areRead(): boolean {
    return this.#index === this.#texts.length
  }

  take(): void {
    const text = this.#texts[++this.#index]
    const found = text === undefined ? null : shape.exec(text)
    this.next = found ? lineOf(found, this.#index + 1) : undefined
  }

  /** Takes the dash alone; what stands behind it is a line of its own, which comes next. */
  takeDash(line: Line): Line {
    const rest = {...line, isItem: false, column: line.namePlace.column}
    this.next = rest
    return rest
  }
}

function lineOf(found: RegExpExecArray, line: number): Line {
  const [, indent = '', dash = '', name, gap = '', value] = found
  const column = indent.length + 1
  const namePlace = {line, column: column + dash.length}
  const named = name === undefined ? 0 : name.length + 1
  const valuePlace = {line, column: namePlace.column + named + gap.length}
  return {isItem: dash !== '', column, name, namePlace, value, valuePlace}
}

/** The fields at a column. What cannot be read is left, and so is all that follows. */
function readGroup(lines: Lines, column: number): Fields {
  const fields = new Map<string, Field>()
  for (let line = lines.next; line?.column === column && !line.isItem; line = lines.next) {
    const {name, namePlace: place} = line
    if (name === undefined || fields.has(name) || reservedNames.has(name)) break
    lines.take()
    fields.set(name, {place, value: readValue(line, place) ?? readBelow(lines, line)})
  }
  return fields
}

/** The list or group under a name. */
function readBelow(lines: Lines, {column, namePlace}: Line): FieldValue {
  const {next} = lines
  if (next?.isItem && next.column >= column) return readList(lines, next)
  if (next && !next.isItem && next.column > column) return groupAt(lines, next)
  return {kind: 'none', place: namePlace}
}

function groupAt(lines: Lines, {column, namePlace: place}: Line): FieldValue {
  return {kind: 'mapping', fields: readGroup(lines, column), place}
}

function readList(lines: Lines, {column, namePlace}: Line): FieldValue {
  const place = {...namePlace, column}
  const items: FieldValue[] = []
  for (let line = lines.next; line?.column === column && line.isItem; line = lines.next) {
    const item = readItem(lines, line, place)
    if (!item) break
    items.push(item)
  }
  return {kind: 'list', items, place}
}

function readItem(lines: Lines, line: Line, list: Point): FieldValue | undefined {
  if (line.name !== undefined) return groupAt(lines, lines.takeDash(line))
  const value = readValue(line, list)
  if (value) lines.take()
  return value
}

/** The value on a line; `fallback` is the place of one that only says that there is none. */
function readValue({value, valuePlace: place}: Line, fallback: Point): FieldValue | undefined {
  if (value === undefined) return undefined
  if (/^["']/.test(value)) return {kind: 'text', text: value.slice(1, -1), place}
  if (!value.startsWith('[')) return valueOfWord(value, place, fallback)
  const items = Array.from(value.matchAll(words), ({0: item, index}) =>
    valueOfWord(item, {...place, column: place.column + index}, place),
  )
  return {kind: 'list', items, place}
}
