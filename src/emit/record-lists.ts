import type {Article} from '../article/article.ts'
import type {LoggedText, RepairLog} from '../article/repair-log.ts'
import type {NewsRecord} from '../record/record.ts'
import {encodePath} from '../render/links.ts'
import {articlePath, permalinkOf} from '../site/permalink.ts'
import type {Site} from '../site/site.ts'
import {csvMark, csvRow} from './csv.ts'

/** A record as it lies in `content/`, with what became of it. */
export interface ListedRecord {
  readonly record: NewsRecord
  readonly article: Article
  readonly log: RepairLog
  /** Its earlier versions that were kept, the oldest first. */
  readonly versions: readonly NewsRecord[]
}

/**
 * Every record a line of JSON: its fields and its body as received, its address, the script it came
 * in, everything that was done to its text, as in `repairs.json` beside its page, and its earlier
 * versions as they were kept.
 */
export function* recordsAsJsonLines(
  records: Iterable<ListedRecord>,
  site: Site,
): Generator<string> {
  for (const {record, article, log, versions} of records) {
    const {file, fields} = asReceived(record)
    const line = {
      file,
      address: addressOf(article, site),
      ...fields,
      script: record.script ?? article.script,
      dictionary: site.dictionary,
      repairs: log,
      versions: versions.map((version) => {
        const kept = asReceived(version)
        return {file: kept.file, ...kept.fields}
      }),
    }
    yield `${JSON.stringify(line)}\n`
  }
}

function asReceived({file, bodyLine: _, ...fields}: NewsRecord) {
  return {file: `content/${file}`, fields}
}

const recordColumns = [
  ...['id', 'file', 'address', 'date', 'written', 'updated', 'title', 'subtitle', 'column', 'tags'],
  ...['source', 'author', 'editor', 'views', 'documentNumber', 'indexNumber', 'script', 'draft'],
  ...['withdrawn', 'withdrawnReason', 'aliases', 'attachments', 'from', 'url', 'originalFile'],
  ...['retrieved', 'sha256', 'repairs', 'versions', 'body'],
]

/** Every record a row of a table, texts as received; lists in a cell are parted by `|`. */
export function* recordsAsCsv(records: Iterable<ListedRecord>, site: Site): Generator<string> {
  yield csvMark + csvRow(recordColumns)
  for (const listed of records)
    yield csvRow(cellsOf(listed, site).map((cell) => String(cell ?? '')))
}

function cellsOf({record, article, log, versions}: ListedRecord, site: Site) {
  const {withdrawn, provenance} = record
  const repairs = log.reduce((sum, text) => sum + text.repairs.length, 0)
  return [
    ...[record.id, `content/${record.file}`, addressOf(article, site)],
    ...[record.date, record.written, record.updated, record.title, record.subtitle],
    ...[record.column, record.tags.join('|'), record.source, record.author, record.editor],
    ...[record.views, record.documentNumber, record.indexNumber, record.script ?? article.script],
    ...[record.draft, withdrawn && (withdrawn.date ?? true), withdrawn?.reason],
    ...[record.aliases.join('|'), record.attachments.map(({file}) => file).join('|')],
    ...[provenance?.from, provenance?.url, provenance?.file, provenance?.retrieved],
    ...[provenance?.sha256, repairs, versions.map(({version}) => version).join('|'), record.body],
  ]
}

const repairColumns = ['id', 'field', 'offset', 'line', 'before', 'after', 'rule', 'certainty']

/**
 * Every repair of every text a row of a table, as it stands in the text as received: `offset` counts
 * UTF-16 units from the beginning of the field, `line` the lines of the body from 1.
 */
export function* repairsAsCsv(records: Iterable<ListedRecord>): Generator<string> {
  yield csvMark + csvRow(repairColumns)
  for (const {article, log} of records) {
    for (const text of log) yield* repairRows(article.id, text)
  }
}

function* repairRows(id: string, {field, place, received, repairs}: LoggedText): Generator<string> {
  let line = 1
  let from = 0
  for (const {offset, before, after, rule, certainty} of repairs) {
    line += received.slice(from, offset).split('\n').length - 1
    from = offset
    const at = field === 'body' ? line : (place?.line ?? '')
    yield csvRow([id, field, String(offset), String(at), before, after, rule, certainty])
  }
}

function addressOf({date, id}: Article, {config}: Site): string {
  const path = permalinkOf(articlePath(date, id), config.editions[0]!, config.editions)
  return (config.url ?? '/') + encodePath(path).slice(1)
}
