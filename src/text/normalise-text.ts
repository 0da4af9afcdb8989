import type {EditionTag, SourceScript} from '../base/script.ts'
import {type LoggedEdit, withCertainty} from './certainty.ts'
import {createEditionRule, type Glossary} from './convert.ts'
import type {Notice} from './edit.ts'
import {normaliseDocument, trackRepairs} from './normalise.ts'
import {changeTracked, editsOfTracked, type TrackedText, trackText} from './tracked.ts'

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
  const received = parts.filter((_, index) => index % 2 === 0)
  const documents = options.lines ? received.map((line) => [line]) : [received]
  const made = documents.map((document) => makeEdition(document, options))
  const lines = made.flatMap((each) => each.lines)
  let edits: readonly LoggedEdit[] | undefined
  return {
    text: parts.map((part, index) => (index % 2 === 0 ? lines[index / 2]!.text : part)).join(''),
    scripts: made.map(({script}) => script),
    notices: made.flatMap(({notices}) => notices),
    // The log takes longer than the work itself, and not everybody reads it.
    get edits() {
      edits ??= logEdits(parts, lines)
      return edits
    },
  }
}

interface MadeLine {
  readonly text: string
  /** Works out what has become of the received line. */
  readonly track: () => TrackedText
}

function makeEdition(lines: readonly string[], {edition, script, glossary = {}}: TextOptions) {
  const texts = lines.map((text) => ({text, isLabel: false}))
  const document = normaliseDocument(texts, script)
  const convert = createEditionRule(document.script, edition, glossary)
  return {
    script: document.script,
    notices: document.stages.flatMap(({results}) => results.flatMap(({notices}) => notices)),
    lines: lines.map((received, index): MadeLine => {
      const {text, edits} = convert(document.texts[index]!.text)
      const repaired = (): TrackedText => trackRepairs(received, document.stages, index)
      return {text, track: () => changeTracked(repaired(), edits)}
    }),
  }
}

/** `parts` are the lines as received, with their ends between them. */
function logEdits(parts: readonly string[], lines: readonly MadeLine[]): readonly LoggedEdit[] {
  const pieces = parts.flatMap((part, index) =>
    index % 2 === 0 ? lines[index / 2]!.track() : trackText(part),
  )
  return editsOfTracked(pieces).map(withCertainty)
}
