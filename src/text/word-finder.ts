import {createBoundaryFinder, isCut} from './assemble-converter.ts'
import type {Boundary} from './boundary.ts'
import {ownKnowledge} from './knowledge.ts'
import {tableOf} from './profile.ts'
import {unitsOf} from './units.ts'
import {findWord, isWord} from './word-table.ts'

/** A word of the tables in a text, with the end of an ordinary word inside it, if there is one. */
export interface FoundWord {
  readonly start: number
  readonly end: number
  readonly boundary: Boundary | undefined
}

/**
 * Finds the words that a converter from simplified text with all our knowledge meets in a text.
 * What comes after one that is cut begins at the cut.
 */
export function createWordFinder(): (text: string) => readonly FoundWord[] {
  const {phrases, ordinary} = ownKnowledge()
  const {words} = tableOf('s2t')
  const boundaryOf = ordinary ? createBoundaryFinder(ordinary, phrases) : () => undefined
  return (text) => {
    const units = unitsOf(text)
    const found: FoundWord[] = []
    for (let at = 0; at < text.length; ) {
      const record = findWord(words, units, at)
      if (!isWord(words, record)) {
        at++
        continue
      }
      const end = at + words.records[record]!
      const boundary = boundaryOf(units, at, end)
      found.push({start: at, end, boundary})
      at = isCut(boundary) ? boundary.offset : end
    }
    return found
  }
}
