import type {EditionTag, SourceScript} from '../base/script.ts'
import type {Converter} from './dictionary.ts'
import {type Edit, type Edited, edited, type TextRule, untouched} from './edit.ts'
import {manualConversion, resolveManual} from './manual.ts'
import {editionConverter, standardScript} from './profile.ts'
import {protectedSpans} from './protect.ts'
import {cornerQuotes} from './punctuation/corner-quotes.ts'
import {changeTracked, editsOfTracked, trackText} from './tracked.ts'

/**
 * For a text as it stands, how each edition writes it. Of the two traditional editions, one that is
 * not named follows the other where the text is simplified; otherwise it keeps the text.
 */
export type Glossary = Readonly<Record<string, Readonly<Partial<Record<EditionTag, string>>>>>

/**
 * What turns a document's standard text into one edition. What is settled by hand in the text comes
 * first, then the glossary, its longest entries before the shorter ones, then the tables; last, where
 * asked for, quotation marks become 「」. URLs, file names and the like stay.
 */
export function createEditionRule(
  source: SourceScript,
  edition: EditionTag,
  glossary: Glossary,
  hasCornerQuotes = false,
): TextRule {
  const settled = Object.entries(glossary).map(
    ([text, forms]) => [text, formIn(forms, source, edition) ?? text] as const,
  )
  const convert = createSettledRule(edition, new Map(settled), editionConverter(source, edition))
  if (!hasCornerQuotes) return convert
  return (text) => {
    const converted = convert(text)
    const quoted = cornerQuotes(converted.text)
    if (quoted.edits.length === 0) return converted
    const changed = changeTracked(changeTracked(trackText(text), converted.edits), quoted.edits)
    return edited(text, editsOfTracked(changed))
  }
}

/** The same where nobody asks what was changed. */
export function createEditionConverter(
  source: SourceScript,
  edition: EditionTag,
  glossary: Glossary,
  hasCornerQuotes = false,
): Converter {
  const rule = createEditionRule(source, edition, glossary, hasCornerQuotes)
  return (text) => rule(text).text
}

function formIn(
  forms: Glossary[string],
  source: SourceScript,
  edition: EditionTag,
): string | undefined {
  const isMade = standardScript(source) === 'hans' && edition !== 'zh-Hans'
  return forms[edition] ?? (isMade ? (forms['zh-Hant'] ?? forms['zh-HK']) : undefined)
}

function createSettledRule(
  edition: EditionTag,
  glossary: ReadonlyMap<string, string>,
  convert: Converter | undefined,
): TextRule {
  const outside: TextRule = convert
    ? (text) => convertAsRule('edition', text, convert)
    : (text) => untouched(text)
  const entries = [...glossary.keys()].filter((text) => text !== '')
  const settled = entries.length === 0 ? manualConversion : settledPattern(entries)
  return (text) => {
    if (entries.length === 0 && !text.includes('-{')) return outside(text)
    const kept = protectedSpans(text)
    const edits: Edit[] = []
    let at = 0
    const convertUntil = (end: number): void => {
      for (const edit of outside(text.slice(at, end)).edits) {
        edits.push({...edit, offset: edit.offset + at})
      }
    }
    for (const {0: before, 1: manual, index: offset} of text.matchAll(settled)) {
      const end = offset + before.length
      // An address stays an address, whatever words it is made of.
      if (manual === undefined && kept.some((span) => span.start < end && offset < span.end))
        continue
      convertUntil(offset)
      edits.push(
        manual === undefined
          ? {rule: 'glossary', offset, before, after: glossary.get(before) ?? before}
          : {rule: 'manual', offset, before, after: resolveManual(manual, edition)},
      )
      at = end
    }
    convertUntil(text.length)
    return edited(text, edits)
  }
}

/** What is settled by hand, then the entries of a glossary, the longest first. */
function settledPattern(entries: readonly string[]): RegExp {
  const longestFirst = entries.toSorted((left, right) => right.length - left.length)
  const sources = [manualConversion.source, ...longestFirst.map(escapePattern)]
  return new RegExp(sources.join('|'), 'gu')
}

/** A conversion as a repair of one text, with an edit for each run of characters it changed. */
export function convertAsRule(rule: string, text: string, convert: Converter): Edited {
  const edits: Edit[] = []
  let result = ''
  let at = 0
  for (const {offset, piece} of unprotectedPieces(text)) {
    const converted = convert(piece)
    edits.push(...editsBetween(rule, piece, converted, offset))
    result += text.slice(at, offset) + converted
    at = offset + piece.length
  }
  if (edits.length === 0) return untouched(text)
  return {text: result + text.slice(at), edits, notices: []}
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
    if (isSame(before, after, at)) continue
    const start = at
    while (at < before.length && !isSame(before, after, at)) at++
    edits.push({
      rule,
      offset: offset + start,
      before: before.slice(start, at),
      after: after.slice(start, at),
    })
  }
  return edits
}

function isSame(before: string, after: string, offset: number): boolean {
  return before.charCodeAt(offset) === after.charCodeAt(offset)
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
