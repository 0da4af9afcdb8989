import {holdsArticles, roleOf} from './columns.ts'
import type {Row} from './row.ts'

/**
 * The articles in a dump of a MySQL database: rows of its INSERT statements. Where a content system
 * keeps the text apart from the title, as DedeCMS (addonarticle) and EmpireCMS (…_data_1) do, or
 * the names of columns (arctype, enewsclass), they are brought together by their numbers.
 */
export function parseSqlRows(text: string): readonly Row[] {
  const tables = readTables(text)
  const isMain = (table: Table): boolean => table.columns.some((name) => roleOf(name) === 'title')
  const main = tables.filter((table) => isMain(table) && table.columns.some(isNumber))
  const columnNames = namesByNumber(tables)
  const rows = main.flatMap((table) => {
    const parts = tables.filter((other) => other !== table && isPartOf(other, table))
    const byNumber = parts.map((part) => new Map(part.rows.map((row) => [numberOf(row), row])))
    return table.rows.map((row) => {
      const more = byNumber.flatMap((found) => [...(found.get(numberOf(row)) ?? [])])
      const kind = row.get('typeid') ?? row.get('classid') ?? ''
      const column = columnNames.get(kind)
      const named = column === undefined ? [] : [['classname', column] as const]
      return new Map([...more, ...named, ...row])
    })
  })
  const articles = rows.map((values, index) => ({part: String(index + 1), values: present(values)}))
  return holdsArticles(articles) ? articles : []
}

interface Table {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: Map<string, string>[]
}

function present(values: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...values].filter(([, value]) => value.trim() !== ''))
}

function isNumber(name: string): boolean {
  return /^a?id$/i.test(name)
}

function numberOf(row: ReadonlyMap<string, string>): string {
  return row.get('id') ?? row.get('aid') ?? row.get('ID') ?? ''
}

/** A table with texts but no titles, whose rows have the numbers of the other's. */
function isPartOf(part: Table, main: Table): boolean {
  const hasText = part.columns.some((name) => roleOf(name) === 'body')
  const isTitled = part.columns.some((name) => roleOf(name) === 'title')
  const stem = main.name.replace(/archives$/, 'addon')
  return hasText && !isTitled && part.columns.some(isNumber) && part.name.startsWith(stem)
}

function namesByNumber(tables: readonly Table[]): ReadonlyMap<string, string> {
  const lists = tables.filter(({columns}) => {
    return columns.includes('typename') || columns.includes('classname')
  })
  return new Map(
    lists.flatMap(({rows}) =>
      rows.map((row) => {
        const number = row.get('classid') ?? row.get('id') ?? ''
        return [number, row.get('typename') ?? row.get('classname') ?? ''] as const
      }),
    ),
  )
}

const statement =
  /create\s+table\s+(?:if\s+not\s+exists\s+)?[`"]?([\w$]+)[`"]?\s*\(|insert\s+(?:ignore\s+)?into\s+[`"]?([\w$]+)[`"]?\s*(?:\(([^)]*)\)\s*)?values\s*/giy

function readTables(text: string): readonly Table[] {
  const columns = new Map<string, readonly string[]>()
  const tables = new Map<string, Table>()
  for (let at = nextStatement(text, 0); at !== -1; at = nextStatement(text, at)) {
    statement.lastIndex = at
    const match = statement.exec(text)
    if (!match) {
      at++
      continue
    }
    const [whole, created, inserted = '', listed] = match
    at += whole.length
    if (created !== undefined) {
      columns.set(created, columnsOfTable(text, at))
      continue
    }
    const names = listed?.split(',').map(unquote) ?? columns.get(inserted) ?? []
    const table = tables.get(inserted) ?? {name: inserted, columns: names, rows: []}
    tables.set(inserted, table)
    at = readTuples(text, at, (cells) => {
      table.rows.push(new Map(cells.map((cell, index) => [names[index] ?? `#${index + 1}`, cell])))
    })
  }
  return [...tables.values()]
}

/** Where the next statement may begin: at the start of a line or behind a semicolon. */
function nextStatement(text: string, from: number): number {
  const start = /(?:^|[\n;])[ \t]*(?=create\s+table|insert\s)/gi
  // The very first place counts only at the start, or a broken statement there would be found for ever.
  start.lastIndex = from === 0 ? 0 : Math.max(1, from - 1)
  const match = start.exec(text)
  return match ? match.index + match[0].length : -1
}

function unquote(name: string): string {
  return name.trim().replace(/^[`"]|[`"]$/g, '')
}

/** The names of the columns, each at the start of its line, up to the end of the table. */
function columnsOfTable(text: string, start: number): readonly string[] {
  const end = text.slice(start).search(/\n\s*\)|\)\s*(?:engine|type|;)/i)
  const body = end === -1 ? text.slice(start, start + 10_000) : text.slice(start, start + end)
  return [...body.matchAll(/(?:^|,)\s*`([^`]+)`\s/g)].map(([, name = '']) => name)
}

/** Reads `(…),(…)` and answers where they end. */
function readTuples(text: string, start: number, add: (cells: readonly string[]) => void): number {
  let at = start
  while (text[at] === '(') {
    const cells: string[] = []
    at++
    while (at < text.length && text[at] !== ')') {
      const cell = readCell(text, at)
      cells.push(cell.value)
      at = skip(text, cell.end, /[\s,]*/y)
    }
    add(cells)
    at = skip(text, at + 1, /[\s,]*/y)
  }
  return at
}

function skip(text: string, from: number, what: RegExp): number {
  what.lastIndex = from
  return from + (what.exec(text)?.[0].length ?? 0)
}

interface Cell {
  readonly value: string
  readonly end: number
}

function readCell(text: string, start: number): Cell {
  const at = skip(text, start, /(?:\s|_binary|_utf8\w*)*/iy)
  const quote = text[at]
  if (quote === "'" || quote === '"') return readString(text, at + 1, quote)
  const end = Math.max(at + 1, skip(text, at, /[^,)]*/y))
  const value = text.slice(at, end).trim()
  return {value: /^null$/i.test(value) ? '' : textOfHex(value), end}
}

/** The text whose bytes `mysqldump --hex-blob` writes as `0xE5908D`, in its table's encoding. */
function textOfHex(value: string): string {
  if (!/^0x(?:[\da-f]{2})+$/i.test(value)) return value
  const bytes = Buffer.from(value.slice(2), 'hex')
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, {fatal: true}).decode(bytes)
    } catch {
      // Bytes of the other, or of no text at all.
    }
  }
  return value
}

const escapes: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', '0': '', Z: '', b: ''}

function readString(text: string, start: number, quote: string): Cell {
  const plain = quote === "'" ? /[^'\\]*/y : /[^"\\]*/y
  let value = ''
  let at = start
  while (at < text.length) {
    const end = skip(text, at, plain)
    value += text.slice(at, end)
    at = end + 2
    const next = text[end + 1] ?? ''
    if (text[end] === '\\') value += escapes[next] ?? next
    else if (next === quote) value += quote
    else return {value, end: end + 1}
  }
  return {value, end: text.length}
}
