import {report} from '../../base/diagnostic.ts'
import {type Account, countCommon, type Removal} from '../account.ts'
import type {Draft} from '../draft.ts'
import {type OldPage, settleAddresses, toOldAddress} from '../html/addresses.ts'
import {parsePage, textOf} from '../html/page.ts'
import {linesOf, visibleLength} from '../html/page-lines.ts'
import {toBody} from '../html/to-markdown.ts'
import {missingFiles} from '../problems.ts'
import type {Corpus} from '../reader.ts'
import {type ColumnRole, dayOfCell, roleOf} from './columns.ts'
import type {Row} from './row.ts'

/** A row as a draft, and whether it leads to pages whose records are not known yet. */
export interface DraftedRow {
  readonly draft: Draft
  readonly awaitsPages: boolean
}

/**
 * The announcement in a row of an article table. What its columns say that no field holds, and the
 * values of columns that are not known, go into the log.
 */
export function draftRow(
  {part, values}: Row,
  document: {readonly name: string; readonly kind: string; readonly old?: OldPage | undefined},
  {find}: Corpus,
): DraftedRow {
  const cells = readCells(values)
  const address = toOldAddress(cells.texts.get('address') ?? '', {address: '/', ...document.old})
  const page = {...document.old, address: address ?? '/'}
  const {body: tree} = parsePage(toMarkup(cells.texts.get('body') ?? ''))
  const lines = linesOf(tree)
  const settled = settleAddresses(tree, page, find)
  const expected = textOf(tree).replace(/\s/g, '')
  const {markdown: body, text} = toBody(tree)
  const bodyLength = lines.reduce((sum, {text}) => sum + visibleLength(text), 0)
  const lost = expected.length - countCommon(expected, text)
  const account = toAccount(cells, bodyLength, lost)
  const file = `${document.name}#${part}`
  const {missing} = settled
  const draft: Draft = {
    part,
    title: cells.texts.get('title')?.trim(),
    fields: fieldsOf(cells),
    body: body.trim() === '' ? '' : body,
    lines: [],
    pictures: settled.pictures,
    files: settled.files,
    addresses: address === undefined ? [] : [address],
    kind: document.kind,
    account,
    diagnostics: missing.length > 0 ? [report(missingFiles, {file}, {files: missing})] : [],
  }
  return {draft, awaitsPages: settled.awaitsPages}
}

interface Cells {
  /** The first value for each role. */
  readonly texts: ReadonlyMap<ColumnRole, string>
  readonly rest: readonly Removal[]
}

function readCells(values: Row['values']): Cells {
  const texts = new Map<ColumnRole, string>()
  const rest: Removal[] = []
  for (const [name, value] of values) {
    const role = roleOf(name)
    if (role && !texts.has(role) && isUsable(role, value)) texts.set(role, value)
    else rest.push({rule: 'column', name, text: value})
  }
  return {texts, rest}
}

/** Whether a value can be what its column says; others are kept in the log. */
function isUsable(role: ColumnRole, value: string): boolean {
  if (value.trim() === '') return false
  if (role === 'date' || role === 'written' || role === 'updated') {
    return dayOfCell(value) !== undefined
  }
  if (role === 'views') return /^\s*\d{1,15}\s*$/.test(value)
  return role !== 'column' || !/^\s*\d+\s*$/.test(value)
}

function fieldsOf({texts}: Cells): Draft['fields'] {
  const day = (role: ColumnRole) => {
    const text = texts.get(role)
    return text === undefined ? undefined : dayOfCell(text)
  }
  const views = texts.get('views')
  return {
    date: day('date'),
    written: day('written'),
    updated: day('updated'),
    views: views === undefined ? undefined : Number(views),
    source: texts.get('source')?.trim(),
    author: texts.get('author')?.trim(),
    editor: texts.get('editor')?.trim(),
    documentNumber: texts.get('documentNumber')?.trim(),
    indexNumber: texts.get('indexNumber')?.trim(),
    column: texts.get('column')?.trim(),
  }
}

function toAccount({texts, rest}: Cells, body: number, lost: number): Account {
  const fields = [...texts].reduce(
    (sum, [role, text]) => sum + (role === 'body' ? 0 : visibleLength(text)),
    0,
  )
  const logged = rest.reduce((sum, {text}) => sum + visibleLength(text), 0)
  return {total: fields + logged + body, fields, body: body - lost, removed: rest}
}

/** Plain text as markup: an empty line parts paragraphs, any other end of a line is one. */
function toMarkup(text: string): string {
  if (/<(?:p|div|br|table|li|h[1-6]|section|td)\b/i.test(text)) return text
  const plain = /<[a-z/!]/i.test(text)
    ? text
    : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const paragraphs = plain.split(/\r?\n[ \t]*\r?\n|\r?\n(?=[\u3000 ]{2})/)
  return paragraphs.map((each) => `<p>${each.replace(/\r?\n/g, '<br>')}</p>`).join('\n')
}
