import type {EditionTag, SourceScript} from '../base/script.ts'
import {type LoggedEdit, withCertainty} from './certainty.ts'
import {createEditionRule, type Glossary} from './convert.ts'
import type {Notice} from './edit.ts'
import {normaliseDocument, trackRepairs} from './normalise.ts'
import {changeTracked, editsOfTracked, type Piece, trackText} from './tracked.ts'

/** How a text is made into one edition. */
export interface TextOptions {
  readonly edition: EditionTag
  /** The script it was received in; detected where it is not given. */
  readonly script?: SourceScript | undefined
  readonly glossary?: Glossary | undefined
  /** Whether every line is a document of its own, judged by its own evidence. */
  readonly lines?: boolean | undefined
}

/** A text in one edition, and everything that was done to it. */
export interface NormalisedText {
  readonly text: string
  /** The script of each document: of the whole text, or of each line. */
  readonly scripts: readonly SourceScript[]
  /** In order and disjoint; undoing them gives the received text again, unit for unit. */
  readonly edits: readonly LoggedEdit[]
  /** Places left to a person; offsets count in the text of the rule that gave them. */
  readonly notices: readonly Notice[]
}

/**
 * Repairs a text and writes it as one edition. Line ends stay as they are, and there are as many
 * lines after as before.
 */
export function normaliseText(text: string, options: TextOptions): NormalisedText {
  const parts = text.split(/(\r?\n)/)
  const lines = parts.filter((_, index) => index % 2 === 0)
  const documents = options.lines ? lines.map((line) => [line]) : [lines]
  const made = documents.map((document) => makeEdition(document, options))
  const pieces = made.flatMap((each) => each.lines)
  const whole = parts.flatMap((part, index) =>
    index % 2 === 0 ? (pieces[index / 2] ?? []) : trackText(part),
  )
  return {
    text: whole.map(({after}) => after).join(''),
    scripts: made.map(({script}) => script),
    edits: editsOfTracked(whole).map(withCertainty),
    notices: made.flatMap(({notices}) => notices),
  }
}

function makeEdition(lines: readonly string[], {edition, script, glossary = {}}: TextOptions) {
  const texts = lines.map((text) => ({text, isLabel: false}))
  const document = normaliseDocument(texts, script)
  const convert = createEditionRule(document.script, edition, glossary)
  return {
    script: document.script,
    notices: document.stages.flatMap(({results}) => results.flatMap(({notices}) => notices)),
    lines: lines.map((line, index): readonly Piece[] => {
      const standard = document.texts[index]?.text ?? ''
      return changeTracked(trackRepairs(line, document.stages, index), convert(standard).edits)
    }),
  }
}
