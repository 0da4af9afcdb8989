import {type Checked, report} from '../base/diagnostic.ts'
import {
  fenceNotFirst,
  missingFrontMatter,
  unclosedFrontMatter,
  wrongFence,
} from './front-matter-problems.ts'

/** A record file cut in two at its fences. */
export interface CutFile {
  /** From the opening `---` to the closing one, both included and nothing after it. */
  readonly head: string
  /** Everything after the line of the closing `---`. */
  readonly body: string
  readonly fenceLine: number
  readonly bodyLine: number
}

const fence = /^---[ \t]*\r?$/
const dashes = '-－—–―─‐‑−﹣'
/** A line that was surely meant for a fence: dashes of any kind, with or without a word. */
const almostFence = new RegExp(
  `^\\s*(?:[${dashes}]{2,}\\s*[\\w/.-]{0,20}|\\+{3}|={3,}|;{3}|\\.{3})\\s*$`,
)
const almostFenceMax = 100

/**
 * Cuts a file at its fences: a first line and a later one that are `---` and nothing else but
 * spaces at the end. A byte order mark before them is left out.
 *
 * Stricter than gray-matter, which closes at any line that merely begins with `---`, and takes the
 * whole text for front matter when none does: here those are errors.
 */
export function cutAtFences(file: string, text: string): Checked<CutFile | undefined> {
  const start = /^\uFEFF*/.exec(text)![0].length
  const firstEnd = endOfLine(text, start)
  const first = text.slice(start, firstEnd)
  if (!fence.test(first)) return refuseOpening(file, text.slice(start))
  const close = text.indexOf('\n---', firstEnd)
  if (close === -1) return refuseUnclosed(file, text.slice(firstEnd))
  const closeEnd = endOfLine(text, close + 1)
  const found = text.slice(close + 1, closeEnd)
  const fenceLine = countLines(text, close) + 1
  if (!fence.test(found)) return refuseFence(file, fenceLine, found)
  return {
    value: {
      head: text.slice(start, close + '\n---'.length),
      body: text.slice(closeEnd + 1),
      fenceLine,
      bodyLine: fenceLine + 1,
    },
    diagnostics: [],
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

function countLines(text: string, end: number): number {
  let count = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++
  return count
}

function refuseOpening(file: string, text: string): Checked<undefined> {
  const blank = /^\s*\n(?=---[ \t]*\r?(?:\n|$))/.exec(text)
  const place = {line: 1, column: 1}
  if (blank) {
    const lines = countLines(blank[0], blank[0].length) - 1
    return {value: undefined, diagnostics: [report(fenceNotFirst, {file, place}, {lines})]}
  }
  const first = text.slice(0, endOfLine(text, 0))
  if (isAlmostFence(first)) return refuseFence(file, 1, first)
  return {
    value: undefined,
    diagnostics: [report(missingFrontMatter, {file, place}, {found: first.trim()})],
  }
}

function refuseUnclosed(file: string, rest: string): Checked<undefined> {
  const lines = rest.split('\n')
  const index = lines.findIndex(isAlmostFence)
  if (index !== -1) return refuseFence(file, index + 1, lines[index]!)
  const place = {line: 1, column: 1}
  return {value: undefined, diagnostics: [report(unclosedFrontMatter, {file, place}, {})]}
}

function isAlmostFence(line: string): boolean {
  return line.length <= almostFenceMax && almostFence.test(line)
}

function refuseFence(file: string, line: number, text: string): Checked<undefined> {
  const where = {file, place: {line, column: 1}}
  return {value: undefined, diagnostics: [report(wrongFence, where, {found: text.trimEnd()})]}
}
