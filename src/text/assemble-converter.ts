import {type Boundary, findBoundary} from './boundary.ts'
import {type ContextReader, createContextReader} from './context-rule.ts'
import {type ConversionTable, isFromSimplified} from './conversion-table.ts'
import type {Converter, Entries} from './dictionary.ts'
import {type BoundaryInside, createFastConverter} from './fast-converter.ts'
import {type OwnKnowledge, openccAlone} from './knowledge.ts'
import type {ConversionName} from './opencc.ts'
import type {WordList} from './word-list.ts'

/** The converter of this name over its table. */
export function assembleConverter(
  name: ConversionName,
  table: ConversionTable,
  own: OwnKnowledge,
): Converter {
  const {phrases, ordinary, names, rules} = isFromSimplified(name) ? own : openccAlone
  const convert = createFastConverter(table, ordinary && createCut(ordinary, phrases))
  if (rules.length === 0) return convert
  const known = ordinary && names && {ordinary, names, words: table.words}
  return settleFirst(createContextReader(rules, known), convert)
}

/** Looks for an end of ordinary words inside a word of the tables. */
export type BoundaryFinder = (text: string, start: number, end: number) => Boundary | undefined

/** Looks for boundaries inside words of the tables, but not inside the phrases that settle. */
export function createBoundaryFinder(ordinary: WordList, phrases: Entries): BoundaryFinder {
  const settled = new Set(phrases.map(([phrase]) => phrase))
  return (text, start, end) => {
    const boundary = findBoundary(ordinary, text, start, end)
    return boundary && settled.has(text.slice(start, end)) ? undefined : boundary
  }
}

// A line of words has to be this much more probable than the one with the phrase; below that OpenCC
// knows better. Ten is a factor of e.
const leastGain = 1

/** Whether a boundary is strong enough to cut a word of the tables. */
export function isCut(boundary: Boundary | undefined): boundary is Boundary {
  return boundary !== undefined && boundary.gain >= leastGain
}

function createCut(ordinary: WordList, phrases: Entries): BoundaryInside {
  const boundaryOf = createBoundaryFinder(ordinary, phrases)
  return (text, start, end) => {
    const boundary = boundaryOf(text, start, end)
    return isCut(boundary) ? boundary.offset : end
  }
}

/** Converts what stands between the characters that the rules settle. */
function settleFirst(read: ContextReader, convert: Converter): Converter {
  return (text) => {
    let result = ''
    let at = 0
    for (const {offset, result: settled} of read(text)) {
      result += convert(text.slice(at, offset)) + settled
      at = offset + 1
    }
    return at === 0 ? convert(text) : result + convert(text.slice(at))
  }
}
