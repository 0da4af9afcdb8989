import {type Diagnostic, report} from '../base/diagnostic.ts'
import {columnOf} from './column-path.ts'
import {decodeText} from './decode.ts'
import {visibleLength} from './html/page-lines.ts'
import {type LiftedText, readPlainText} from './plain-text.ts'
import {lineNotShown, longTitle, markdownActive} from './problems.ts'
import {withPublicationDay} from './publication-day.ts'
import type {Reader} from './reader.ts'

/** Reads a plain text: its title and metadata by where they stand, the rest as it is. */
export const plainTextReader: Reader = {
  reads: ({name}) => /\.txt$/i.test(name),
  read: (document) => {
    const {value: text, diagnostics} = decodeText(document)
    if (text === undefined) return {drafts: [], awaitsPages: false, diagnostics}
    const {title, fields: lifted, signed, lines, body, pictures, ...notes} = readPlainText(text)
    const file = document.name
    const {value: fields, diagnostics: doubts} = withPublicationDay(
      file,
      {column: columnOf(lines.map((line) => line.text)), ...lifted},
      signed,
    )
    const titleLine = lines.find((each) => title !== undefined && each.text.includes(title))
    const draft = {
      ...{title, fields, lines, body, pictures},
      titleLine: titleLine?.line ?? 0,
      kind: 'plain text',
      files: [],
      account: {
        total: visibleLength(text),
        body: visibleLength(body),
        fields: visibleLength(lines.map((line) => line.text).join('')),
        removed: [],
      },
      diagnostics: [
        ...doubts,
        ...reportTitle(file, titleLine),
        ...(title === undefined ? [] : reportLines(file, notes)),
      ],
    }
    return {drafts: [draft], awaitsPages: false, diagnostics}
  },
}

/** A longer line is a paragraph; damage makes titles up to three times as long as they were. */
const titleLineMax = 500

function reportTitle(
  file: string,
  title: LiftedText['lines'][number] | undefined,
): readonly Diagnostic[] {
  if (!title || title.text.length <= titleLineMax) return []
  const where = {file, place: {line: title.line, column: 1}, field: 'title'}
  return [report(longTitle, where, {length: title.text.length, limit: titleLineMax})]
}

/** The lines that a person should look at. */
function reportLines(
  file: string,
  {linesNotShown, markdownLines}: Pick<LiftedText, 'linesNotShown' | 'markdownLines'>,
): readonly Diagnostic[] {
  const kinds = [
    [lineNotShown, linesNotShown],
    [markdownActive, markdownLines],
  ] as const
  return kinds.flatMap(([problem, lines]) => {
    const [line] = lines
    return line === undefined ? [] : [report(problem, {file, place: {line, column: 1}}, {lines})]
  })
}
