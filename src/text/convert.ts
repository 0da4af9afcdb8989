import type {EditionTag, SourceScript} from '../base/script.ts'
import type {Converter} from './dictionary.ts'
import {type Edit, type Edited, edited, untouched} from './edit.ts'
import {manualConversion, resolveManual} from './manual.ts'
import {editionConverter} from './profile.ts'
import {protectedSpans} from './protect.ts'

/** For a text as it stands, how each edition writes it; one that is not named keeps it. */
export type Glossary = Readonly<Record<string, Readonly<Partial<Record<EditionTag, string>>>>>

/**
 * What turns a document's standard text into one edition. What is settled by hand in the text comes
 * first, then the glossary, its longest entries before the shorter ones, then the tables. URLs, file
 * names and the like stay.
 */
export function createEditionConverter(
  source: SourceScript,
  edition: EditionTag,
  glossary: Glossary,
): Converter {
  const convert = editionConverter(source, edition)
  const outside = (text: string): string => (convert ? convertUnprotected(text, convert) : text)
  const entries = Object.keys(glossary).filter((text) => text !== '')
  const longestFirst = entries.toSorted((left, right) => right.length - left.length)
  const settled = new RegExp(
    [manualConversion.source, ...longestFirst.map(escapePattern)].join('|'),
    'gu',
  )
  return (text) => {
    if (entries.length === 0 && !text.includes('-{')) return outside(text)
    const kept = protectedSpans(text)
    let result = ''
    let at = 0
    for (const {0: entry, 1: manual, index} of text.matchAll(settled)) {
      const end = index + entry.length
      // An address stays an address, whatever words it is made of.
      if (manual === undefined && kept.some((span) => span.start < end && index < span.end))
        continue
      const form =
        manual === undefined
          ? (glossary[entry]?.[edition] ?? entry)
          : resolveManual(manual, edition)
      result += outside(text.slice(at, index)) + form
      at = end
    }
    return result + outside(text.slice(at))
  }
}

/** A conversion as a repair of one text, with an edit for each run of characters it changed. */
export function convertAsRule(rule: string, text: string, convert: Converter): Edited {
  const edits: Edit[] = []
  for (const {offset, piece} of unprotectedPieces(text)) {
    edits.push(...editsBetween(rule, piece, convert(piece), offset))
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

// Alone on its line the name of a picture is what stands in the picture's place, and is read.
const pictureName = /^\s*[^\s/\\]+\.(?:png|jpe?g|gif|bmp|webp|tiff?|svg)\s*$/i

function unprotectedPieces(text: string): readonly {offset: number; piece: string}[] {
  if (pictureName.test(text)) return [{offset: 0, piece: text}]
  const pieces: {offset: number; piece: string}[] = []
  let at = 0
  for (const {start, end} of protectedSpans(text)) {
    if (at < start) pieces.push({offset: at, piece: text.slice(at, start)})
    at = end
  }
  if (at < text.length) pieces.push({offset: at, piece: text.slice(at)})
  return pieces
}

/**
 * The edits between two texts that begin at `offset`: every run that differs where both are of one
 * length; otherwise one edit, without what both have in common at their ends.
 */
export function editsBetween(
  rule: string,
  before: string,
  after: string,
  offset: number,
): readonly Edit[] {
  if (before === after) return []
  if (before.length !== after.length) return [trimmedEdit(rule, before, after, offset)]
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

function trimmedEdit(rule: string, before: string, after: string, offset: number): Edit {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  return {
    rule,
    offset: offset + start,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  }
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
