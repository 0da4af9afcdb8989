/** A stretch of a body without an empty line, and how many characters in it Markdown gives a meaning. */
export interface MarkedStretch {
  readonly offset: number
  readonly marks: number
}

/** The stretch of a body with the most marks of Markdown. */
export function findMostMarked(body: string): MarkedStretch {
  let most: MarkedStretch = {offset: 0, marks: 0}
  let offset = 0
  for (const part of body.split(emptyLine)) {
    // HTML that stands by itself is taken as it is.
    const found = part.match(part.startsWith('<') ? lineEnd : mark)
    if ((found?.length ?? 0) > most.marks) most = {offset, marks: found?.length ?? 0}
    offset += part.length
  }
  return most
}

// Kept with what stands before it, so that offsets add up.
const emptyLine = /(?<=\n[ \t]*\n)/

const lineEnd = /\n/g
const mark = /[\n\\[\]*_<&`!~]/g

/** How many quotations and lists may begin, one inside the other, on one line. */
const nestingMax = 100

/**
 * Where a line begins with more quotations and lists than any text has, for which the parser's time
 * grows with the cube of their number; undefined where none does.
 */
export function findDeepLine(body: string): number | undefined {
  for (const {0: prefix, index} of body.matchAll(deepPrefix)) {
    const line = body.slice(index, body.indexOf('\n', index) >>> 0)
    if ((prefix.match(container)?.length ?? 0) > nestingMax && !rule.test(line)) return index
  }
  return undefined
}

// CommonMark 0.31.2, sections 5.1 and 5.2.
const container = />|[-+*]|\d{1,9}[.)]/g
const deepPrefix = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/gm
/** A thematic break, section 4.1: a line that is drawn with hyphens or asterisks. */
const rule = /^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/
