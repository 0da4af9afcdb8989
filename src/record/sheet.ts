import type {Where} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'

/** A block of text with its lines counted once, for asking many places of it. */
export interface Sheet {
  readonly text: string
  /** The lines without their ends; line 1 of the file is the first. */
  readonly lines: readonly string[]
  readonly pointAt: (offset: number) => Point
  readonly at: (offset: number) => Where
  /** The start of a line, counted from 1. */
  readonly atLine: (line: number) => Where
}

/** The sheet of a text that begins in line 1 of `file`. */
export function createSheet(file: string, text: string): Sheet {
  const lines = text.split('\n')
  const starts: number[] = []
  let start = 0
  for (const line of lines) {
    starts.push(start)
    start += line.length + 1
  }
  const pointAt = (offset: number) => {
    const index = lastAtMost(starts, offset)
    return {line: index + 1, column: offset - starts[index]! + 1}
  }
  return {
    text,
    lines: lines.map((line) => line.replace(/\r$/, '')),
    pointAt,
    at: (offset) => ({file, place: pointAt(offset)}),
    atLine: (line) => ({file, place: {line, column: 1}}),
  }
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
