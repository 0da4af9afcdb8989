/** A place in a text file as an editor program shows it: both count from 1. */
export interface Point {
  readonly line: number
  readonly column: number
}

/** Line and column of `offset` (UTF-16 code units, clamped to the text). */
export function toPoint(text: string, offset: number): Point {
  const end = Math.max(0, Math.min(offset, text.length))
  let line = 1
  let lineStart = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line++
    lineStart = at + 1
  }
  return {line, column: end - lineStart + 1}
}
