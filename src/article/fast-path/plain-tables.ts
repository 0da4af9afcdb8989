import type {Element} from 'hast'
import {type BodyPoint, below, endOf, onLines, placedElement} from './placed.ts'
import {readPlainInline} from './plain-inline.ts'

/**
 * A table of GFM whose lines all begin and end with a bar and have the same number of cells, each
 * with plain content. Undefined for other tables, and for what is none.
 */
export function readPlainTable(text: string, start: BodyPoint): Element | undefined {
  if (!text.startsWith('|')) return undefined
  const [head = '', rule = '', ...lines] = text.split('\n')
  const columns = columnsOf(rule)
  if (!columns || lines.length === 0) return undefined
  const headRow = readRow('th', columns, head, start)
  const bodyStart = below(rule, below(head, start))
  const rows: Element[] = []
  let point = bodyStart
  for (const line of lines) {
    const row = readRow('td', columns, line, point)
    if (!row) return undefined
    rows.push(row)
    point = below(line, point)
  }
  if (!headRow) return undefined
  const tableHead = placedElement('thead', {}, onLines([headRow]), head, start)
  const tableBody = placedElement('tbody', {}, onLines(rows), lines.join('\n'), bodyStart)
  return placedElement('table', {}, onLines([tableHead, tableBody]), text, start)
}

/** The class that the cells of a column have. */
type Column = 'align-left' | 'align-center' | 'align-right' | undefined

/** The columns that the second line of a table sets up. */
function columnsOf(rule: string): readonly Column[] | undefined {
  const isRule = /^\|(?: *:?-+:? *\|)+$/.test(rule)
  return isRule ? cellsOf(rule).map((cell) => columnOf(cell.trim())) : undefined
}

function columnOf(cell: string): Column {
  if (cell.endsWith(':')) return cell.startsWith(':') ? 'align-center' : 'align-right'
  return cell.startsWith(':') ? 'align-left' : undefined
}

function readRow(
  tagName: 'th' | 'td',
  columns: readonly Column[],
  line: string,
  start: BodyPoint,
): Element | undefined {
  const cells = /^\|[^\t]*\|$/.test(line) ? cellsOf(line) : []
  if (cells.length !== columns.length) return undefined
  const read: Element[] = []
  let point = start
  for (const [index, cell] of cells.entries()) {
    const indent = /^ */.exec(cell)?.[0] ?? ''
    const text = cell.slice(indent.length).replace(/(?<! ) +$/, '')
    const content = readPlainInline(text, endOf(`|${indent}`, point))
    if (!content) return undefined
    const column = columns[index]
    const properties = column === undefined ? {} : {className: [column]}
    // The last bar of a line belongs to its last cell.
    const source = index === cells.length - 1 ? `|${cell}|` : `|${cell}`
    read.push(placedElement(tagName, properties, content, source, point))
    point = endOf(source, point)
  }
  return placedElement('tr', {}, onLines(read), line, start)
}

function cellsOf(line: string): readonly string[] {
  return line.slice(1, -1).split('|')
}
