import {type Checked, type Diagnostic, report, type Where} from '../base/diagnostic.ts'
import {toPoint} from '../base/place.ts'
import {oldAddress} from '../record/fields.ts'
import {badRedirectLine} from './ledger-problems.ts'
import {redirectFile} from './site-files.ts'

/** A line of the list: an old address, and the address or the record that it leads to. */
export interface RedirectRow {
  readonly from: string
  readonly to: string
  readonly where: Where
}

/**
 * Reads `redirects.csv` (RFC 4180): `old,new` or `old,id` a line, with or without a line of headings,
 * which is a first one whose first field is no address. Full old addresses lose scheme and host.
 */
export function parseRedirects(text: string): Checked<readonly RedirectRow[]> {
  const rows: RedirectRow[] = []
  const diagnostics: Diagnostic[] = []
  for (const [index, {fields, offset}] of readCsv(text).entries()) {
    const [from = '', to = ''] = fields
    const isHeading = index === 0 && !/[/.?]/.test(from)
    if (isHeading || fields.every((field) => field === '')) continue
    const where = {file: redirectFile, place: toPoint(text, offset)}
    const address = oldAddress.safeParse(from)
    const isPair = fields.length === 2 && from !== '' && to !== '' && !/#/.test(from)
    if (address.success && isPair) rows.push({from: address.data, to, where})
    else diagnostics.push(report(badRedirectLine, where, {found: fields.join(',')}))
  }
  return {value: rows, diagnostics}
}

interface CsvRow {
  readonly fields: readonly string[]
  readonly offset: number
}

const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|\r|$)/y

function readCsv(text: string): readonly CsvRow[] {
  const rows: CsvRow[] = []
  let fields: string[] = []
  let rowStart = text.startsWith('\ufeff') ? 1 : 0
  field.lastIndex = rowStart
  while (field.lastIndex < text.length) {
    const match = field.exec(text)
    // A quote in the middle of a field: the line as it stands is one field, which is no pair.
    if (!match) {
      const lineEnd = text.indexOf('\n', rowStart)
      const end = lineEnd === -1 ? text.length : lineEnd
      rows.push({fields: [text.slice(rowStart, end).trim()], offset: rowStart})
      fields = []
      rowStart = end + 1
      field.lastIndex = rowStart
      continue
    }
    const [, quoted, plain = '', end] = match
    fields.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    if (end === ',' && field.lastIndex < text.length) continue
    if (end === ',') fields.push('')
    rows.push({fields, offset: rowStart})
    fields = []
    rowStart = field.lastIndex
  }
  return rows
}
