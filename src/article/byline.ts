import type {SourceScript} from '../base/script.ts'
import type {NewsRecord} from '../record/record.ts'

/** The texts of a record outside its body, or what was made of each. */
export interface Byline<T> {
  readonly title: T
  readonly subtitle: T | undefined
  readonly withdrawnReason: T | undefined
  readonly corrections: readonly T[]
  /** A title for each attachment; its file name where it has none. */
  readonly attachments: readonly T[]
  readonly column: T | undefined
  readonly source: T | undefined
  readonly author: T | undefined
  readonly editor: T | undefined
  readonly tags: readonly T[]
}

/** A text as it was received. A label is a name that the editor may have given later. */
export interface BylineText {
  readonly field: string
  readonly text: string
  readonly isLabel: boolean
}

/** A repaired text, with the script that it came in. */
export interface RepairedText {
  readonly text: string
  readonly script: SourceScript
}

/** The byline of a record as it was received. */
export function bylineOf(record: NewsRecord): Byline<BylineText> {
  const prose = (field: string, text: string): BylineText => ({field, text, isLabel: false})
  const label = (field: string, text: string): BylineText => ({field, text, isLabel: true})
  const optional = (
    field: string,
    text: string | undefined,
    kind: typeof prose,
  ): BylineText | undefined => (text === undefined ? undefined : kind(field, text))
  return {
    title: prose('title', record.title),
    subtitle: optional('subtitle', record.subtitle, prose),
    withdrawnReason: optional('withdrawn.reason', record.withdrawn?.reason, prose),
    // What is withdrawn is not told again by what was wrong with it.
    corrections: (record.withdrawn ? [] : record.corrections).map(({text}) =>
      label('corrections.text', text),
    ),
    attachments: record.attachments.map(({title, file}) =>
      prose('attachments.title', title ?? baseName(file)),
    ),
    column: optional('column', record.column, label),
    source: optional('source', record.source, label),
    author: optional('author', record.author, label),
    editor: optional('editor', record.editor, label),
    tags: record.tags.map((tag) => label('tags', tag)),
  }
}

/** A byline with `change` made of each text, always asked in the same order. */
export function mapByline<T, R>(byline: Byline<T>, change: (value: T) => R): Byline<R> {
  const optional = (value: T | undefined): R | undefined =>
    value === undefined ? undefined : change(value)
  return {
    title: change(byline.title),
    subtitle: optional(byline.subtitle),
    withdrawnReason: optional(byline.withdrawnReason),
    corrections: byline.corrections.map(change),
    attachments: byline.attachments.map(change),
    column: optional(byline.column),
    source: optional(byline.source),
    author: optional(byline.author),
    editor: optional(byline.editor),
    tags: byline.tags.map(change),
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
