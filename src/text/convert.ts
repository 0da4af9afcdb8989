import type {EditionTag, SourceScript} from '../base/script.ts'
import type {Converter} from './converter.ts'
import {type Edit, type Edited, edited, untouched} from './edit.ts'
import {editionConverter} from './profile.ts'
import {protectedSpans} from './protect.ts'

/** For a text as it stands, how each edition writes it; one that is not named keeps it. */
export type Glossary = Readonly<Record<string, Readonly<Partial<Record<EditionTag, string>>>>>

/**
 * What turns a document's standard text into one edition. URLs, file names and the like stay;
 * the glossary is asked first, its longest entries before the shorter ones.
 */
export function createEditionConverter(
  source: SourceScript,
  edition: EditionTag,
  glossary: Glossary,
): Converter {
  const convert = editionConverter(source, edition)
  const entries = Object.keys(glossary).filter((text) => text !== '')
  if (!convert && entries.length === 0) return (text) => text
  const outside = (text: string): string => (convert ? convertUnprotected(text, convert) : text)
  if (entries.length === 0) return outside
  const longestFirst = entries.toSorted((left, right) => right.length - left.length)
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'gu')
  return (text) => {
    let result = ''
    let at = 0
    for (const {0: entry, index} of text.matchAll(pattern)) {
      result += outside(text.slice(at, index)) + (glossary[entry]?.[edition] ?? entry)
      at = index + entry.length
    }
    return result + outside(text.slice(at))
  }
}

/** A conversion as a repair of one text, with an edit for each run of characters it changed. */
export function convertAsRule(rule: string, text: string, convert: Converter): Edited {
  const edits: Edit[] = []
  for (const {offset, piece} of unprotectedPieces(text)) {
    edits.push(...compare(rule, piece, convert(piece), offset))
  }
  return edits.length === 0 ? untouched(text) : edited(text, edits)
}

function convertUnprotected(text: string, convert: Converter): string {
  let result = ''
  let at = 0
  for (const {offset, piece} of unprotectedPieces(text)) {
    result += text.slice(at, offset) + convert(piece)
    at = offset + piece.length
  }
  return result + text.slice(at)
}

function unprotectedPieces(text: string): readonly {offset: number; piece: string}[] {
  const pieces: {offset: number; piece: string}[] = []
  let at = 0
  for (const {start, end} of protectedSpans(text)) {
    if (at < start) pieces.push({offset: at, piece: text.slice(at, start)})
    at = end
  }
  if (at < text.length) pieces.push({offset: at, piece: text.slice(at)})
  return pieces
}

/** The edits between two texts: runs that differ where both are of one length, else one edit. */
function compare(rule: string, before: string, after: string, offset: number): readonly Edit[] {
  if (before === after) return []
  if (before.length !== after.length) return [{rule, offset, before, after}]
  const edits: Edit[] = []
  for (let at = 0; at < before.length; at++) {
    if (before[at] === after[at]) continue
    const start = at
    while (at < before.length && before[at] !== after[at]) at++
    edits.push({
      rule,
      offset: offset + start,
      before: before.slice(start, at),
      after: after.slice(start, at),
    })
  }
  return edits
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
