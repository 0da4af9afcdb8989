import type {StatedDate} from '../base/day.ts'
import type {LiftedLine, Picture} from '../record/record.ts'
import {splitLines} from './lines.ts'
import {isMarkdownActive} from './markdown-active.ts'
import {type Found, findMetadata, firstField, firstOf} from './metadata.ts'
import type {MetadataField} from './metadata-line.ts'

/** What a plain text is made of. */
export interface LiftedText {
  /** The title as it stands, damage and all, without the spaces around it. */
  readonly title: string | undefined
  readonly fields: LiftedFields
  /** The day under the signature, which is in the body as well. */
  readonly signed: StatedDate | undefined
  /** The lines that became the title and the fields, each with its line end. */
  readonly lines: readonly LiftedLine[]
  /** Every other line as it stands, with its line end; with `lines` it is the text again. */
  readonly body: string
  /** The pictures that lines of the body name; the pictures themselves are not there. */
  readonly pictures: readonly Picture[]
  /** Numbers of lifted lines that say something no field holds. */
  readonly linesNotShown: readonly number[]
  /** Numbers of lines of the body that Markdown would take for formatting. */
  readonly markdownLines: readonly number[]
}

/** What the metadata lines say; values as they stand. */
export interface LiftedFields {
  readonly subtitle?: string | undefined
  readonly date?: StatedDate | undefined
  readonly written?: StatedDate | undefined
  readonly updated?: StatedDate | undefined
  readonly views?: number | undefined
  readonly source?: string | undefined
  readonly author?: string | undefined
  readonly editor?: string | undefined
  readonly documentNumber?: string | undefined
  readonly indexNumber?: string | undefined
}

/**
 * Takes a plain text apart into title, fields and body, and changes no character of it. Which
 * lines are metadata is decided by where they stand and by a closed list of labels.
 */
export function readPlainText(text: string): LiftedText {
  const lines = splitLines(text)
  const {title, titleLine, found, signed} = findMetadata(lines)
  const lifted = new Set(found.flatMap((each) => each.lines))
  if (titleLine !== undefined) lifted.add(titleLine)
  const numbered = lines.map((line, index) => ({line: index + 1, text: line}))
  const rest = numbered.filter(({line}) => !lifted.has(line - 1))
  const fields = toFields(found)
  return {
    title,
    fields,
    signed,
    lines: numbered.filter(({line}) => lifted.has(line - 1)),
    body: rest.map((line) => line.text).join(''),
    pictures: findPictures(rest),
    linesNotShown: unshownLines(found, title).map((each) => (each.lines[0] ?? 0) + 1),
    markdownLines: rest.filter((line) => isMarkdownActive(line.text)).map(({line}) => line),
  }
}

/** The fields that metadata lines say; of several lines for one field, the first that has a value. */
export function toFields(found: readonly Found[]): LiftedFields {
  return {
    subtitle: firstOf(found, 'subtitle'),
    date: firstField(found, 'date')?.day,
    written: firstField(found, 'written')?.day,
    updated: firstField(found, 'updated')?.day,
    views: firstField(found, 'views')?.count,
    source: firstOf(found, 'source') ?? firstOf(found, 'issuer'),
    author: firstOf(found, 'author') ?? firstOf(found, 'contributor'),
    editor: firstOf(found, 'editor'),
    documentNumber: firstOf(found, 'documentNumber'),
    indexNumber: firstOf(found, 'indexNumber'),
  }
}

/** The metadata lines that say something no field holds. */
export function unshownLines(found: readonly Found[], title: string | undefined): readonly Found[] {
  const fields = toFields(found)
  return found.filter((each) => !isShown(each, title, fields))
}

function isShown(found: Found, title: string | undefined, fields: LiftedFields): boolean {
  const holds = (field: MetadataField): boolean => {
    const {subject, value, day, count} = field
    switch (subject) {
      case 'date':
      case 'written':
      case 'updated':
        return fields[subject] === day
      case 'views':
        return fields.views === count
      case 'title':
        return title === value
      case 'source':
      case 'issuer':
        return fields.source === value
      case 'author':
      case 'contributor':
        return fields.author === value
      case 'subtitle':
      case 'editor':
      case 'documentNumber':
      case 'indexNumber':
        return fields[subject] === value
      default:
        return false
    }
  }
  const {length} = found.fields
  return length > 0 && found.fields.every((field) => isEmptyFact(field) || holds(field))
}

function isEmptyFact({subject, value}: MetadataField): boolean {
  return value === '' && subject !== 'control'
}

const pictureName =
  /^[^\s<>|:*?"/\\，。；：！？][^<>|:*?"/\\，。；：！？]{0,99}\.(?:png|jpe?g|gif|bmp|webp|tiff?)$/iu

/** The pictures named by lines that are nothing else, each name once. */
function findPictures(lines: readonly LiftedLine[]): readonly Picture[] {
  const names = lines.map(({text}) => text.trim()).filter((text) => pictureName.test(text))
  return [...new Set(names)].map((name) => ({name, missing: true}))
}
