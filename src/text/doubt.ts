import type {EditionTag, SourceScript} from '../base/script.ts'
import {isCut} from './assemble-converter.ts'
import type {Boundary} from './boundary.ts'
import {type ContextReader, createContextReader, type SettledCharacter} from './context-rule.ts'
import type {Glossary} from './convert.ts'
import type {Converter} from './dictionary.ts'
import {ownKnowledge} from './knowledge.ts'
import {manualConversion} from './manual.ts'
import {converterOf, standardScript, tableOf} from './profile.ts'
import {protectedSpans, type Span} from './protect.ts'
import {aloneDoubts, openDoubts} from './tables/context-rules.ts'
import {unitsOf} from './units.ts'
import {createWordFinder, type FoundWord} from './word-finder.ts'
import {costBetween, longestWord} from './word-list.ts'

/** A place of a text that an edition could write in another way, and that our tables do not settle. */
export interface Doubt {
  /** In UTF-16 code units of the standard text. */
  readonly offset: number
  readonly length: number
  readonly text: string
  /** How the edition writes it, and how else it could be meant. */
  readonly chosen: string
  readonly others: readonly string[]
  /** The text around it, up to ten units on either side. */
  readonly context: string
}

/**
 * The doubts of a repaired text in one edition, from left to right: a phrase that may as well be
 * two words, and a character alone where a name, a number or nothing tells which it is. None in an
 * edition that is not made from simplified text; what the glossary or `-{…}-` settles, and what is
 * never converted, is in no doubt.
 */
export function findDoubts(
  text: string,
  source: SourceScript,
  edition: EditionTag,
  glossary: Glossary = {},
): readonly Doubt[] {
  if (standardScript(source) !== 'hans' || edition === 'zh-Hans') return []
  const convert = converterOf(edition === 'zh-HK' ? 's2hk' : 's2tw')
  finders ??= createFinders()
  const settled = finders.settled(text)
  const words = wordsBetween(text, settled, finders.words)
  const all = [
    ...words.flatMap((word) => doubtOfWord(text, word, convert)),
    ...doubtfulCharacters(text, words, finders, convert),
  ]
  const decided = settled.map(({offset}) => ({start: offset, end: offset + 1}))
  const closed = [...closedSpans(text, glossary), ...decided]
  return all
    .filter(({offset, length}) =>
      closed.every(({start, end}) => end <= offset || start >= offset + length),
    )
    .sort((left, right) => left.offset - right.offset)
}

interface Finders {
  readonly words: (text: string) => readonly FoundWord[]
  readonly settled: ContextReader
  readonly alone: ContextReader
  readonly open: ContextReader
}

let finders: Finders | undefined

function createFinders(): Finders {
  const {rules, ordinary, names} = ownKnowledge()
  return {
    words: createWordFinder(),
    settled: createContextReader(
      rules,
      ordinary && names && {ordinary, names, words: tableOf('s2t').words},
    ),
    alone: createContextReader(aloneDoubts),
    open: createContextReader(openDoubts),
  }
}

/** The words of what stands between the characters that the rules settle, as conversion takes it. */
function wordsBetween(
  text: string,
  settled: readonly SettledCharacter[],
  wordsOf: Finders['words'],
): readonly FoundWord[] {
  const found: FoundWord[] = []
  let at = 0
  for (const end of [...settled.map(({offset}) => offset), text.length]) {
    for (const {start, end: wordEnd, boundary} of wordsOf(text.slice(at, end))) {
      const shifted = boundary && {...boundary, offset: boundary.offset + at}
      found.push({start: start + at, end: wordEnd + at, boundary: shifted})
    }
    at = end + 1
  }
  return found
}

function closedSpans(text: string, glossary: Glossary): readonly Span[] {
  const spans = [...protectedSpans(text)]
  for (const {0: manual, index} of text.matchAll(manualConversion)) {
    spans.push({start: index, end: index + manual.length})
  }
  for (const entry of Object.keys(glossary).filter((key) => key !== '')) {
    for (let at = text.indexOf(entry); at !== -1; at = text.indexOf(entry, at + entry.length)) {
      spans.push({start: at, end: at + entry.length})
    }
  }
  return spans
}

// Up to here a cut that was made is worth a look, as is every one that was not.
const closeGain = 20

/** A word of the tables that may as well be cut, where that makes a difference. */
function doubtOfWord(text: string, word: FoundWord, convert: Converter): readonly Doubt[] {
  const {start, end, boundary} = word
  if (!boundary || boundary.gain > closeGain) return []
  const whole = convert(text.slice(start, end))
  const cut = convertCut(text, word, boundary, convert)
  if (whole === cut) return []
  return [
    isCut(boundary)
      ? makeDoubt(text, start, end - start, cut, whole)
      : makeDoubt(text, start, end - start, whole, cut),
  ]
}

/** A word as it comes out cut in two, its second part with what follows it. */
function convertCut(
  text: string,
  {start, end}: FoundWord,
  {offset}: Boundary,
  convert: Converter,
): string {
  const behind = convert(text.slice(offset, end + longestWord))
  return convert(text.slice(start, offset)) + behind.slice(0, end - offset)
}

/** Characters in a doubtful place that neither a word around them nor a rule settles. */
function doubtfulCharacters(
  text: string,
  words: readonly FoundWord[],
  {alone, open}: Finders,
  convert: Converter,
): readonly Doubt[] {
  // What a word of the tables covers, it decides.
  const wordAt = (at: number): Span | undefined =>
    words
      .map(({start, end, boundary}) => ({start, end: isCut(boundary) ? boundary.offset : end}))
      .find(({start, end}) => start <= at && at < end)
  const lonely = alone(text).filter(
    ({offset}) => !wordAt(offset) && !isInOrdinaryWord(text, offset),
  )
  return [...lonely, ...open(text)].flatMap(({offset, result}) => {
    const {start, end} = wordAt(offset) ?? {start: offset, end: offset + 1}
    const chosen = convert(text.slice(start, end))[offset - start] ?? ''
    return chosen === result ? [] : [makeDoubt(text, offset, 1, chosen, result)]
  })
}

function isInOrdinaryWord(text: string, offset: number): boolean {
  const {ordinary} = ownKnowledge()
  if (!ordinary) return false
  const units = unitsOf(text)
  for (let start = Math.max(0, offset - longestWord + 1); start <= offset; start++) {
    const last = Math.min(text.length, start + longestWord)
    for (let end = Math.max(offset + 1, start + 2); end <= last; end++) {
      if (costBetween(ordinary, units, start, end) !== 0) return true
    }
  }
  return false
}

const contextUnits = 10

function makeDoubt(
  text: string,
  offset: number,
  length: number,
  chosen: string,
  other: string,
): Doubt {
  return {
    offset,
    length,
    text: text.slice(offset, offset + length),
    chosen,
    others: [other],
    context: text.slice(Math.max(0, offset - contextUnits), offset + length + contextUnits),
  }
}
