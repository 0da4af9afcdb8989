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
