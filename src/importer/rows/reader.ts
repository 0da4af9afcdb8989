import {report} from '../../base/diagnostic.ts'
import {decodeText} from '../decode.ts'
import {entities, noArticles} from '../problems.ts'
import type {Reader} from '../reader.ts'
import {declaresEntities} from '../xml-entities.ts'
import {holdsArticles} from './columns.ts'
import {parseCsv} from './csv.ts'
import {draftRow} from './draft-row.ts'
import {parseJsonRows} from './json.ts'
import {type Row, rowsOf} from './row.ts'
import {parseSqlRows} from './sql.ts'
import {parseWxrRows} from './wxr.ts'

/** Reads tables of articles, one row each. */
function tableReader(
  kind: string,
  ending: RegExp,
  parse: (text: string) => readonly Row[] | undefined,
): Reader {
  return {
    reads: ({name}) => ending.test(name),
    read: (document, corpus) => {
      const {value: text, diagnostics} = decodeText(document)
      if (text === undefined) return {drafts: [], awaitsPages: false, diagnostics}
      if (kind === 'WXR' && declaresEntities(text)) {
        const fault = report(entities, {file: document.name}, {})
        return {drafts: [], awaitsPages: false, diagnostics: [...diagnostics, fault]}
      }
      const rows = parse(text) ?? []
      if (!holdsArticles(rows)) {
        const columns = [...(rows[0]?.values.keys() ?? [])]
        const fault = report(noArticles, {file: document.name}, {kind, columns})
        return {drafts: [], awaitsPages: false, diagnostics: [...diagnostics, fault]}
      }
      const drafted = rows.map((row) => draftRow(row, {...document, kind}, corpus))
      return {
        drafts: drafted.map(({draft}) => draft),
        awaitsPages: drafted.some(({awaitsPages}) => awaitsPages),
        diagnostics,
      }
    },
  }
}

/** Tables as spreadsheets save them. */
export const csvReader = tableReader('CSV', /\.(?:csv|tsv)$/i, (text) => rowsOf(parseCsv(text)))

/** Exports of programs. */
export const jsonReader = tableReader('JSON', /\.(?:json|jsonl|ndjson)$/i, parseJsonRows)

/** Dumps of a content system's database. */
export const sqlReader = tableReader('SQL', /\.sql$/i, parseSqlRows)

/** Exports of WordPress. */
export const wxrReader = tableReader('WXR', /\.xml$/i, parseWxrRows)
