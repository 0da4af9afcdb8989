import type {Root} from 'hast'
import type {Checked} from '../base/diagnostic.ts'
import type {EditionTag, SourceScript} from '../base/script.ts'
import type {FieldPlaces} from '../record/parse.ts'
import type {NewsRecord} from '../record/record.ts'
import {createEditionRule, type Glossary} from '../text/convert.ts'
import {applyEdits, type Edit, type TextRule} from '../text/edit.ts'
import {createExcerpt} from '../text/excerpt.ts'
import {removeInvisible} from '../text/invisible.ts'
import type {NormalisedDocument} from '../text/normalise.ts'
import type {AttachmentLink, FullArticle, FullEdition, Reference} from './article.ts'
import {type Byline, mapByline} from './byline.ts'
import {diagnosticsOf} from './diagnostics.ts'
import {runEditionSteps} from './own-step.ts'
import {stringifyTree} from './pipeline.ts'
import {plainTextOf, proseOf} from './plain.ts'
import {type RepairedRecord, repairRecord} from './repair.ts'
import {type EditionEdits, logRepairs} from './repair-log.ts'
import type {CompileSettings} from './settings.ts'
import {anchorHeadings, type HeadingAnchor} from './steps/headings.ts'
import {decodeAddress, referenceOf} from './steps/references.ts'
import {classesOf, idsOf, isElement, type Parent, textOf, visitElements} from './tree.ts'

/**
 * A record as an article: its body parsed once, its texts repaired once as one document, then
 * shown in each edition's script. The text of a withdrawn record goes no further than this.
 * `places` say where the record's fields stand in its file.
 */
export function processRecord(
  record: NewsRecord,
  settings: CompileSettings,
  places: FieldPlaces = {},
): Checked<FullArticle> {
  const repaired = repairRecord(record, settings.extensions)
  const {tree, document} = repaired
  const anchors = anchorHeadings(tree)
  const ids = idsOf(tree)
  const attachments = record.withdrawn ? [] : record.attachments
  const targets = attachments.map(({file}) => referenceOf(file, record.file))
  const edits = editionEdits(repaired, settings, record.conversion)
  const {column, source, tags: terms} = bylineIn(repaired, edits.get('zh-Hans')!)
  const editions = settings.editions.map((tag) =>
    editionOf(tag, repaired, edits.get(tag)!, anchors, targets, (tree) =>
      runEditionSteps(tree, {record, edition: tag}, settings.extensions?.steps ?? []),
    ),
  )
  const published = new Map(settings.editions.map((tag) => [tag, edits.get(tag)!]))
  return {
    value: {
      ...plainFieldsOf(record, document.script),
      evidence: record.withdrawn ? undefined : document.evidence,
      terms: {column, source, tags: terms},
      editions,
      repairs: countRepairs(document),
      log: record.withdrawn ? [] : logRepairs(repaired, record.body, published),
      references: referencesOf(record, repaired, ids, targets, places),
      anchors: [...ids],
      places,
    },
    diagnostics: diagnosticsOf(record, repaired),
  }
}

/** What the text and the attachments name inside the site, of its own places those it has not. */
function referencesOf(
  {bodyLine}: NewsRecord,
  {references}: RepairedRecord,
  ids: ReadonlySet<string>,
  targets: readonly string[],
  places: FieldPlaces,
): readonly Reference[] {
  const inText = references
    .filter(({target}) => {
      const id = target.slice(1)
      return !target.startsWith('#') || !(ids.has(id) || ids.has(decodeAddress(id)))
    })
    .map((reference) => {
      const {place} = reference
      return {...reference, place: place && {...place, line: bodyLine - 1 + place.line}}
    })
  const named = new Set(inText.map(({target}) => target))
  const attached = targets.map((target, index): Reference => {
    const place = places[`attachments.${index}`] ?? places['attachments']
    return {target, place, field: 'attachments'}
  })
  return [...inText, ...attached.filter(({target}) => !named.has(target))]
}

/** What makes each edition of the repaired texts; zh-Hans always, since listings group by it. */
function editionEdits(
  {document}: RepairedRecord,
  {editions, glossary, cornerQuotes}: CompileSettings,
  own: Glossary,
): EditionEdits {
  const entries = {...glossary, ...own}
  return new Map(
    [...new Set<EditionTag>(['zh-Hans', ...editions])].map((tag) => {
      const ruleOf = (script: SourceScript): TextRule =>
        createEditionRule(script, tag, entries, cornerQuotes.includes(tag))
      const rules = new Map(document.texts.map(({script}) => [script, ruleOf(script)]))
      return [tag, document.texts.map(({text, script}) => rules.get(script)!(text).edits)]
    }),
  )
}

function bylineIn({byline}: RepairedRecord, edits: readonly (readonly Edit[])[]): Byline<string> {
  let next = 0
  return mapByline(byline, ({text}) => applyEdits(text, edits[next++]!))
}

function editionOf(
  tag: EditionTag,
  repaired: RepairedRecord,
  edits: readonly (readonly Edit[])[],
  anchors: readonly HeadingAnchor[],
  targets: readonly string[],
  finish: (tree: Root) => Root,
): FullEdition {
  const {blocks} = repaired
  const {attachments: titles, ...byline} = bylineIn(repaired, edits)
  const bylineLength = edits.length - blocks.length
  for (const [index, block] of blocks.entries()) block.show(edits[bylineLength + index]!)
  const tree = finish(repaired.tree)
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
    lostPictures: pictureNames(tree),
  }
}

function plainFieldsOf(record: NewsRecord, script: SourceScript) {
  const {id, file, version, date, time, written, views, draft} = record
  const {withdrawn, aliases, provenance} = record
  const corrections = withdrawn ? [] : record.corrections.map((correction) => correction.date)
  const changed = [...corrections, ...(record.updated ? [record.updated] : [])].toSorted()
  return {
    ...{id, file, version, date, time, written, views, draft, aliases},
    ...{corrections, updated: changed.at(-1)},
    documentNumber: visible(record.documentNumber),
    indexNumber: visible(record.indexNumber),
    withdrawn: withdrawn !== undefined,
    withdrawnOn: withdrawn?.date,
    provenance: provenance && {
      ...provenance,
      from: visible(provenance.from),
      file: visible(provenance.file),
    },
    script,
  }
}

/** A text that is shown as it stands, without what nobody sees. */
function visible(text: string | undefined): string | undefined {
  return text === undefined ? undefined : removeInvisible(text).text
}

function headingTexts(parent: Parent, found = new Map<string, string>()): Map<string, string> {
  for (const child of parent.children) {
    if (!isElement(child)) continue
    if (/^h[1-6]$/.test(child.tagName)) found.set(String(child.properties['id']), textOf(child))
    else headingTexts(child, found)
  }
  return found
}

function pictureNames(tree: Parent): readonly string[] {
  const names: string[] = []
  visitElements(tree, (target) => {
    if (classesOf(target).includes('picture-name')) names.push(textOf(target))
  })
  return names
}

function countRepairs({stages}: NormalisedDocument): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const {rule, results} of stages) {
    const count = results.reduce((sum, {edits}) => sum + edits.length, 0)
    if (count > 0) counts[rule] = count
  }
  return counts
}
