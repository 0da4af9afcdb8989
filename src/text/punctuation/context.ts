import {type Edit, type Edited, edited, type Notice, type TextRule, untouched} from '../edit.ts'
import {isHan} from '../han.ts'
import {createCover, protectedSpans} from '../protect.ts'

/** Whether a Han character stands at `offset`, which may point to either half of a pair. */
export function hanAt(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  if (unit >= 0x4e00 && unit <= 0x9fff) return true
  // Script=Han begins at U+2E80; an offset outside the text gives NaN.
  if (!(unit >= 0x2e80)) return false
  const start = unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset
  const point = text.codePointAt(start)
  return point !== undefined && isHan(String.fromCodePoint(point))
}

/** Whether a text has any Han character. A text without one has no Chinese punctuation to mend. */
export function hasHan(text: string): boolean {
  return /[\u4E00-\u9FFF]/.test(text) || /\p{Script=Han}/u.test(text)
}

/** The marks that have a half-width and a full-width form, and the blanks that stand beside them. */
const halfMarks = ',;:!?.'
const fullMarks = '，。、；：！？'
const blanks = ' \u3000'
const between = `${blanks}${halfMarks}…`

/** Whether a character is a blank: a space or an ideographic space. */
export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\u3000'
}

// Marks in a longer row are no punctuation, and to look further for each would take too long.
const reach = 200

/**
 * Offset of what decides whether marks at `offset` are Chinese, seen to the left: a full-width
 * mark in the same run of marks and blanks, otherwise the character before the run. -1 at the
 * start of the text.
 *
 * A run counts as one, and both forms of a mark count alike, so that mending one of its marks never
 * changes what is right for the next.
 */
export function deciderBefore(text: string, offset: number): number {
  let at = offset - 1
  const first = offset - reach
  while (at >= 0 && at >= first && between.includes(text[at]!)) at--
  return at
}

/** The same to the right, from `offset` on; the length of the text at its end. */
export function deciderAfter(text: string, offset: number): number {
  let at = offset
  const end = Math.min(text.length, offset + reach)
  while (at < end && between.includes(text[at]!)) at++
  return at
}

/** Whether the character at `offset` makes marks behind it Chinese. */
export function isChineseBefore(text: string, offset: number): boolean {
  const character = text[offset]
  if (character === undefined) return false
  // The same sign is an apostrophe.
  if (character === '’') return hanAt(text, offset - 1)
  return decidingLeft.includes(character) || hanAt(text, offset)
}

/** Whether the character at `offset` makes marks before it Chinese. */
export function isChineseAfter(text: string, offset: number): boolean {
  const character = text[offset]
  if (character === undefined) return false
  return decidingRight.includes(character) || hanAt(text, offset)
}

/**
 * Whether the marks from `start` to `end` stand in Chinese: beside it, or, behind a number or a
 * Latin word, at the end of a line that has some: 增长12%;
 */
export function isInChinese(text: string, start: number, end: number): boolean {
  const before = deciderBefore(text, start)
  const after = deciderAfter(text, end)
  if (isChineseBefore(text, before) || isChineseAfter(text, after)) return true
  const endsLine = after === text.length || text[after] === '\n'
  if (!endsLine || !/[\w%‰℃]/.test(text[before] ?? '')) return false
  return hasHan(text.slice(text.lastIndexOf('\n', before) + 1, before))
}

const brackets = '（）「」『』《》〈〉【】〔〕'
const decidingLeft = `${fullMarks}${brackets}”`
const decidingRight = `${fullMarks}${brackets}“`

const noticeMargin = 4

/** A notice about the text from `start` to `end`, shown with up to four characters on each side. */
export function noticeAt(rule: string, text: string, start: number, end: number): Notice {
  let from = start
  while (from > 0 && start - from < noticeMargin && text[from - 1] !== '\n') from--
  let to = end
  while (to < text.length && to - end < noticeMargin && text[to] !== '\n') to++
  if (isLowSurrogate(text, from)) from--
  if (isLowSurrogate(text, to)) to++
  return {rule, offset: from, text: text.slice(from, to)}
}

function isLowSurrogate(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/**
 * A rule that replaces what `pattern` (global) matches by what `replace` answers, in texts with
 * Han only and never in a protected stretch. A match that it leaves to a person is a notice:
 * `replace` answers undefined.
 */
export function proseRule(
  rule: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): TextRule {
  return (text): Edited => {
    if (text.search(pattern) === -1 || !hasHan(text)) return untouched(text)
    const isProtected = createCover(protectedSpans(text))
    const edits: Edit[] = []
    const notices: Notice[] = []
    for (const match of text.matchAll(pattern)) {
      const {index, 0: before} = match
      if (isProtected(index)) continue
      const after = replace(match)
      if (after === undefined) notices.push(noticeAt(rule, text, index, index + before.length))
      else edits.push(narrowest({rule, offset: index, before, after}))
    }
    return edited(text, edits, notices)
  }
}

/** The edit without what its two sides begin and end with alike. */
function narrowest({rule, offset, before, after}: Edit): Edit {
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head++
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return {
    rule,
    offset: offset + head,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  }
}
