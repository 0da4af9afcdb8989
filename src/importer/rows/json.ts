import type {Row} from './row.ts'

/**
 * The articles in JSON: a list of objects, an object with such a list in it, or one object a line.
 * Undefined when it is not JSON. Values that are lists or objects count by their JSON.
 */
export function parseJsonRows(text: string): readonly Row[] | undefined {
  const whole = parse(text)
  const items = whole === undefined ? parseLines(text) : listIn(whole)
  return items?.flatMap((item, index) => {
    if (!isObject(item)) return []
    const values = Object.entries(item).map(([name, value]) => [name, toText(value)] as const)
    const present = values.filter(([, value]) => value.trim() !== '')
    return present.length === 0 ? [] : [{part: String(index + 1), values: new Map(present)}]
  })
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

function parseLines(text: string): readonly unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const items = lines.map(parse)
  return items.length > 0 && items.every(isObject) ? items : undefined
}

/** The longest list of objects that is in a value, at most two levels down. */
function listIn(value: unknown, depth = 0): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value.some(isObject) ? value : undefined
  if (!isObject(value) || depth > 1) return undefined
  const lists = Object.values(value).flatMap((each) => {
    const list = listIn(each, depth + 1)
    return list ? [list] : []
  })
  const [longest] = lists.toSorted((left, right) => right.length - left.length)
  return longest ?? (depth === 0 ? [value] : undefined)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
