import {type Boundary, findBoundary} from './boundary.ts'
import {createContextReader} from './context-rule.ts'
import {type ConversionTable, isFromSimplified} from './conversion-table.ts'
import type {Converter, Entries} from './dictionary.ts'
import {createFastConverter, type Judgement} from './fast-converter.ts'
import {type OwnKnowledge, openccAlone} from './knowledge.ts'
import type {ConversionName} from './opencc.ts'
import {textBetween, type Units} from './units.ts'
import type {WordList} from './word-list.ts'

/** The converter of this name over its table. */
export function assembleConverter(
  name: ConversionName,
  table: ConversionTable,
  own: OwnKnowledge,
): Converter {
  const {phrases, ordinary, names, rules} = isFromSimplified(name) ? own : openccAlone
  const known = ordinary && names && {ordinary, names, words: table.words}
  return createFastConverter(table, {
    settle: createContextReader(rules, known),
    boundaryInside: ordinary ? createCut(ordinary, phrases) : (_units, _start, end) => end,
  })
}

/** Looks for an end of ordinary words inside a word of the tables. */
export type BoundaryFinder = (units: Units, start: number, end: number) => Boundary | undefined

/** Looks for boundaries inside words of the tables, but not inside the phrases that settle. */
export function createBoundaryFinder(ordinary: WordList, phrases: Entries): BoundaryFinder {
  const settled = new Set(phrases.map(([phrase]) => phrase))
  return (units, start, end) => {
    const boundary = findBoundary(ordinary, units, start, end)
    return boundary && settled.has(textBetween(units, start, end)) ? undefined : boundary
  }
}

// A line of words has to be this much more probable than the one with the phrase; below that OpenCC
// knows better. Ten is a factor of e.
const leastGain = 1

/** Whether a boundary is strong enough to cut a word of the tables. */
export function isCut(boundary: Boundary | undefined): boundary is Boundary {
  return boundary !== undefined && boundary.gain >= leastGain
}

function createCut(ordinary: WordList, phrases: Entries): Judgement['boundaryInside'] {
  const boundaryOf = createBoundaryFinder(ordinary, phrases)
  return (units, start, end) => {
    const boundary = boundaryOf(units, start, end)
    return isCut(boundary) ? boundary.offset : end
  }
}
