import {type Checked, type Diagnostic, report, type Where} from '../base/diagnostic.ts'
import type {EditionTag, SourceScript} from '../base/script.ts'
import type {NewsRecord} from '../record/record.ts'
import {createEditionConverter} from '../text/convert.ts'
import {createExcerpt} from '../text/excerpt.ts'
import type {NormalisedDocument} from '../text/normalise.ts'
import type {Article, AttachmentLink, Edition} from './article.ts'
import {type Byline, mapByline} from './byline.ts'
import type {CompileSettings} from './compile.ts'
import {stringifyTree} from './pipeline.ts'
import {plainTextOf, proseOf} from './plain.ts'
import {doubtfulText, remotePicture, removedHtml} from './problems.ts'
import {type RepairedRecord, repairRecord} from './repair.ts'
import {anchorHeadings, type HeadingAnchor} from './steps/headings.ts'
import {referenceOf} from './steps/references.ts'
import {isElement, type Parent, textOf} from './tree.ts'

/**
 * A record as an article: its body parsed once, its texts repaired once as one document, then
 * shown in each edition's script. The text of a withdrawn record goes no further than this.
 */
export function processRecord(
  record: NewsRecord,
  {editions: tags, glossary}: CompileSettings,
): Checked<Article> {
  const entries = {...glossary, ...record.conversion}
  const repaired = repairRecord(record)
  const {tree, byline, document} = repaired
  const anchors = anchorHeadings(tree)
  const attachments = record.withdrawn ? [] : record.attachments
  const targets = attachments.map(({file}) => referenceOf(file, record.file))
  const converterTo = (tag: EditionTag, script: SourceScript) =>
    createEditionConverter(script, tag, entries)
  const bylineIn = (tag: EditionTag): Byline<string> =>
    mapByline(byline, ({text, script}) => converterTo(tag, script)(text))
  const {column, source, tags: terms} = bylineIn('zh-Hans')
  const editions = tags.map((tag) => {
    const convert = converterTo(tag, document.script)
    return editionOf(tag, repaired, bylineIn(tag), anchors, targets, convert)
  })
  return {
    value: {
      ...plainFieldsOf(record, document.script),
      terms: {column, source, tags: terms},
      editions,
      repairs: countRepairs(document),
      references: [...new Set([...repaired.references, ...targets])],
    },
    diagnostics: diagnosticsOf(record, repaired),
  }
}

function editionOf(
  tag: EditionTag,
  {tree, blocks}: RepairedRecord,
  {attachments: titles, ...byline}: Byline<string>,
  anchors: readonly HeadingAnchor[],
  targets: readonly string[],
  convert: (text: string) => string,
): Edition {
  for (const block of blocks) block.show(convert)
  const plain = plainTextOf(tree)
  const texts = headingTexts(tree)
  const attachments: AttachmentLink[] = targets.map((target, index) => ({
    title: titles[index] ?? '',
    target,
  }))
  return {
    tag,
    ...byline,
    html: stringifyTree(tree),
    plain,
    excerpt: createExcerpt(proseOf(tree)),
    headings: anchors.map(({depth, id}) => ({depth, id, text: texts.get(id) ?? ''})),
    attachments,
  }
}

function plainFieldsOf(record: NewsRecord, script: SourceScript) {
  const {id, file, date, written, updated, views, documentNumber, indexNumber} = record
  const {draft, withdrawn, aliases, provenance} = record
  return {
    ...{id, file, date, written, updated, views, documentNumber, indexNumber, draft, aliases},
    withdrawn: withdrawn !== undefined,
    withdrawnOn: withdrawn?.date,
    provenance,
    script,
  }
}

function headingTexts(parent: Parent, found = new Map<string, string>()): Map<string, string> {
  for (const child of parent.children) {
    if (!isElement(child)) continue
    if (/^h[1-6]$/.test(child.tagName)) found.set(String(child.properties['id']), textOf(child))
    else headingTexts(child, found)
  }
  return found
}

function countRepairs({stages}: NormalisedDocument): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const {rule, results} of stages) {
    const count = results.reduce((sum, {edits}) => sum + edits.length, 0)
    if (count > 0) counts[rule] = count
  }
  return counts
}

function diagnosticsOf(
  record: NewsRecord,
  {blocks, document, received, removed, remotePictures}: RepairedRecord,
): readonly Diagnostic[] {
  const at = (line = 1, column = 1): Where => ({
    file: `content/${record.file}`,
    place: {line: record.bodyLine - 1 + line, column},
  })
  const bylineLength = received.length - blocks.length
  const doubts = document.stages.flatMap(({results}) =>
    results.flatMap(({notices}, index) =>
      notices.map((notice) => {
        const start = blocks[index - bylineLength]?.start
        const where = start ? at(start.line, start.column) : {file: `content/${record.file}`}
        return report(doubtfulText, where, {
          rule: notice.rule,
          text: notice.text.replaceAll('\uFFFC', '…'),
        })
      }),
    ),
  )
  return [
    ...removed.map(({line, column, ...what}) => report(removedHtml, at(line, column), what)),
    ...remotePictures.map(({address, line, column}) =>
      report(remotePicture, at(line, column), {address}),
    ),
    ...doubts,
  ]
}
