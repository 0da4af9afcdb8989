import {type Edit, type Edited, edited, type Notice, untouched} from '../edit.ts'
import {createCover, protectedSpans} from '../protect.ts'
import {hanAt, hasHan, isBlank, isInChinese, noticeAt} from './context.ts'
import {hasInterrogative, hasStrongInterrogative} from './interrogatives.ts'
import {endsSentence} from './sentence-end.ts'

const rule = 'stray-question-mark'

/**
 * Tells real question marks from those that stand for a character that an encoding lacked.
 *
 * Removed: a `?` alone on a line, a run of them that stands for an indent – at the start of a line,
 * or behind 。 where lines were joined –, and one at the end of a line behind a mark that has already
 * ended the sentence. Widened: behind a question; and where a
 * clause without a question word ends, with a notice. Never removed between two characters, where
 * it may stand for a lost one: 朱?明 stays as it is and is noticed.
 */
export function mendQuestionMarks(text: string): Edited {
  if (!text.includes('?')) return untouched(text)
  const chinese = hasHan(text)
  const isProtected = createCover(protectedSpans(text))
  const edits: Edit[] = []
  const notices: Notice[] = []
  for (const {0: marks, index: start} of text.matchAll(/\?(?:[ \u3000]*\?)*/g)) {
    if (isProtected(start)) continue
    const run = readRun(text, start, start + marks.length)
    // A paragraph that is nothing but lost characters has no Han to tell it by.
    const verdict = chinese || run.alone ? judge(text, run) : 'keep'
    if (verdict === 'remove') {
      const {blankStart, blankEnd} = run
      edits.push({rule, offset: blankStart, before: text.slice(blankStart, blankEnd), after: ''})
    }
    if (verdict === 'widen' || verdict === 'widen-in-doubt') edits.push(...widen(text, run))
    if (verdict === 'doubt' || verdict === 'widen-in-doubt') {
      notices.push(noticeAt(rule, text, run.start, run.end))
    }
  }
  return edited(text, edits, notices)
}

type Verdict = 'keep' | 'remove' | 'widen' | 'widen-in-doubt' | 'doubt'

/** Half-width question marks with nothing but blanks among them. */
interface Run {
  readonly start: number
  readonly end: number
  readonly count: number
  /** The run with the blanks around it. */
  readonly blankStart: number
  readonly blankEnd: number
  readonly startsLine: boolean
  readonly endsLine: boolean
  readonly alone: boolean
}

function readRun(text: string, start: number, end: number): Run {
  let blankStart = start
  while (isBlank(text[blankStart - 1])) blankStart--
  let blankEnd = end
  while (isBlank(text[blankEnd])) blankEnd++
  const startsLine = blankStart === 0 || text[blankStart - 1] === '\n'
  const endsLine = blankEnd === text.length || text[blankEnd] === '\n'
  const count = text.slice(start, end).replace(/[^?]/g, '').length
  return {
    start,
    end,
    count,
    blankStart,
    blankEnd,
    startsLine,
    endsLine,
    alone: startsLine && endsLine,
  }
}

function widen(text: string, {start, end}: Run): Edit[] {
  const edits: Edit[] = []
  for (let at = start; at < end; at++) {
    if (text[at] === '?') edits.push({rule, offset: at, before: '?', after: '？'})
  }
  return edits
}

function judge(text: string, run: Run): Verdict {
  if (run.alone) return 'remove'
  if (run.startsLine) return run.count > 1 ? 'remove' : 'doubt'
  if (run.endsLine) return judgeAtLineEnd(text, run)
  if (isIndent(text, run)) return 'remove'
  return endsClause(text, run) ? judgeAtClauseEnd(text, run) : judgeInside(text, run)
}

/** Whether a run stands for the indent of a paragraph that was joined to the one before. */
function isIndent(text: string, {count, blankStart, blankEnd}: Run): boolean {
  const last = blankStart - 1
  const isStop = '。.'.includes(text[last] ?? '\n') && endsSentence(text, last)
  return count > 2 && isStop && hanAt(text, blankEnd)
}

/** Brackets and quotation marks that close something. */
const closers = '”’）」』》〉】〕'
const laterMarks = `${closers})"'，。、；：？！…,.;:!`

function endsClause(text: string, {blankEnd}: Run): boolean {
  return laterMarks.includes(text[blankEnd]!)
}

function judgeAtLineEnd(text: string, run: Run): Verdict {
  const last = run.blankStart - 1
  let ender = last
  while (closers.includes(text[ender] ?? '\n')) ender--
  if (endsSentence(text, ender)) return 'remove'
  if (closers.includes(text[last]!) && !hasInterrogative(sentenceBefore(text, run))) {
    return 'remove'
  }
  return judgeAtClauseEnd(text, run)
}

function judgeAtClauseEnd(text: string, run: Run): Verdict {
  const last = run.blankStart - 1
  if (isPause(text, last) || endsSentence(text, last)) return 'doubt'
  if (!isInChinese(text, run.start, run.end)) return 'keep'
  if (hasInterrogative(sentenceBefore(text, run))) return 'widen'
  // 什么!? lost the width of both marks.
  if (text[last] === '!') return 'widen'
  // No question goes on with a mark like these; the byte before it is lost.
  const isLost = '，。、；：！？,;:'.includes(text[run.blankEnd] ?? '\n')
  return run.count > 1 || isLost ? 'doubt' : 'widen-in-doubt'
}

function judgeInside(text: string, run: Run): Verdict {
  const last = run.blankStart - 1
  if (!isInChinese(text, run.start, run.end)) return 'keep'
  if (isPause(text, last)) return 'doubt'
  return hasStrongInterrogative(clauseBefore(text, run)) ? 'widen' : 'doubt'
}

function isPause(text: string, offset: number): boolean {
  return ',，、:：'.includes(text[offset]!)
}

// Longer than any sentence that is one question.
const reach = 400

function sentenceBefore(text: string, {start: end}: Run): string {
  let start = end
  while (start > 0 && end - start < reach && !partsSentences(text, start - 1)) start--
  return text.slice(start, end)
}

function partsSentences(text: string, offset: number): boolean {
  return '。！？；…!?;\n'.includes(text[offset]!) || endsSentence(text, offset)
}

/** The sentence from its last comma or colon on. A comma that gives way to a 、 is none. */
function clauseBefore(text: string, run: Run): string {
  const sentence = sentenceBefore(text, run).replace(/[，,、 \u3000]*、/g, '、')
  return /[^，,：:“"]*$/.exec(sentence)?.[0] ?? ''
}
