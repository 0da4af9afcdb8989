import type {Article} from '../article/article.ts'
import {linesOfHtml} from '../article/text-of-html.ts'
import {dayText} from '../base/day.ts'
import type {EditionTag} from '../base/script.ts'
import {type ComparedBlock, comparePieces, compareTexts, type Piece} from '../text/compare-texts.ts'
import {type Entry, editionOf, textOf} from './entry.ts'
import type {Site} from './site.ts'

/** The fields of an announcement that are compared, in the order in which pages show them. */
export const comparedFields = [
  ...(['title', 'subtitle', 'date', 'written', 'documentNumber', 'indexNumber'] as const),
  ...(['source', 'author', 'editor', 'attachments'] as const),
]
export type ComparedField = (typeof comparedFields)[number]

/** What an earlier version says beside what the announcement says now, in one edition. */
export interface VersionComparison {
  /** The fields that differ. */
  readonly fields: readonly {readonly field: ComparedField; readonly pieces: readonly Piece[]}[]
  readonly blocks: readonly ComparedBlock[]
  /** How many fields and blocks differ. */
  readonly changes: number
}

/** Compares the texts that readers of an edition see: the body by its blocks, the fields beside it. */
export function compareWithVersion(
  entry: Entry,
  version: Entry,
  edition: EditionTag,
  site: Pick<Site, 'textsOf'>,
): VersionComparison {
  const old = fieldsOf(version, edition)
  const now = fieldsOf(entry, edition)
  const fields = comparedFields
    .filter((field) => old[field] !== now[field])
    .map((field) => ({field, pieces: comparePieces(old[field] ?? '', now[field] ?? '')}))
  const blocks = compareTexts(
    linesOfHtml(textOf(version, edition, site).html),
    linesOfHtml(textOf(entry, edition, site).html),
  )
  const changed = blocks.filter(({kind}) => kind !== 'same').length
  return {fields, blocks, changes: fields.length + changed}
}

type Fields = Readonly<Record<ComparedField, string | undefined>>

function fieldsOf(entry: Entry, edition: EditionTag): Fields {
  const {date, written, documentNumber, indexNumber}: Article = entry.article
  const {title, subtitle, source, author, editor, attachments} = editionOf(entry, edition)
  return {
    ...{title, subtitle, source, author, editor, documentNumber, indexNumber},
    date: dayText(date),
    written: written && dayText(written),
    attachments: attachments.map((attachment) => attachment.title).join('、'),
  }
}
