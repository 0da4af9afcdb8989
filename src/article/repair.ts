import type {Root} from 'hast'
import type {Diagnostic} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'
import type {NewsRecord} from '../record/record.ts'
import {type DocumentText, type NormalisedDocument, normaliseDocument} from '../text/normalise.ts'
import type {Reference} from './article.ts'
import {type Block, blocksOf} from './blocks.ts'
import {type Byline, bylineOf, mapByline, type RepairedText} from './byline.ts'
import {runSourceSteps} from './own-step.ts'
import {parseBody} from './pipeline.ts'
import type {Places} from './places.ts'
import type {RemovedElement} from './removed.ts'
import type {CompileExtensions} from './settings.ts'
import {markSignature, wrapTables} from './steps/layout.ts'
import {mendLines} from './steps/lines.ts'
import {isRemotePicture, makeFigures} from './steps/pictures.ts'
import {markReferences} from './steps/references.ts'
import {visitElements} from './tree.ts'

/** A record parsed and repaired: what all its editions are made from. */
export interface RepairedRecord {
  readonly tree: Root
  /** The blocks of the tree, which already shows their repaired text. */
  readonly blocks: readonly Block[]
  readonly byline: Byline<RepairedText>
  /** The repair of byline and blocks, in this order, as one document. */
  readonly document: NormalisedDocument
  readonly received: readonly ReceivedText[]
  /** Where the text of each block stands in the body. */
  readonly places: readonly Places[]
  /** With their places in the body. */
  readonly references: readonly Reference[]
  readonly removed: readonly RemovedElement[]
  readonly remotePictures: readonly RemotePicture[]
  /** What the steps of extensions told. */
  readonly reported: readonly Diagnostic[]
}

/** A text as it was received, and where: a field of the front matter, or a place in the body. */
export interface ReceivedText extends DocumentText {
  readonly field: string
  readonly place: Point | undefined
}

/** A picture on another server, with its place in the body. */
export interface RemotePicture {
  readonly address: string
  readonly line: number
  readonly column: number
}

/**
 * Parses a record's body and repairs its texts. Byline and body are one document, since damage is
 * judged by all of it. The text of a withdrawn record goes no further than this.
 */
export function repairRecord(
  record: NewsRecord,
  {textRules = [], steps = []}: Partial<CompileExtensions> = {},
): RepairedRecord {
  const {tree, removed} = parseBody(record.withdrawn ? '' : record.body)
  const remotePictures = findRemotePictures(tree)
  mendLines(tree)
  makeFigures(tree, record.pictures)
  wrapTables(tree)
  markSignature(tree)
  const reported = record.withdrawn ? [] : runSourceSteps(tree, record, steps)
  const references = markReferences(tree, record.file)
  const blocks = blocksOf(tree)
  const byline = bylineOf(record)
  const received: ReceivedText[] = []
  mapByline(byline, (text) => received.push({...text, place: undefined}))
  const bylineLength = received.length
  const places = blocks.map((block) => block.places)
  for (const {text, start} of blocks) {
    received.push({field: 'inside', text, isLabel: false, place: start})
  }
  const document = normaliseDocument(received, record.script, textRules)
  for (const {results} of document.stages) {
    for (const [index, block] of blocks.entries()) {
      const edits = results[bylineLength + index]?.edits ?? []
      if (edits.length > 0) block.repair(edits)
    }
  }
  let next = 0
  const repaired = mapByline(byline, () => document.texts[next++]!)
  const found = {references, removed, remotePictures, reported}
  return {tree, blocks, byline: repaired, document, received, places, ...found}
}

function findRemotePictures(tree: Root): readonly RemotePicture[] {
  const found: RemotePicture[] = []
  visitElements(tree, (image) => {
    if (!isRemotePicture(image)) return
    const {line = 1, column = 1} = image.position?.start ?? {}
    found.push({address: String(image.properties['src']), line, column})
  })
  return found
}
