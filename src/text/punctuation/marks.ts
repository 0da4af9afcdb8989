import {type Edit, type Edited, edited, type Notice, untouched} from '../edit.ts'
import {createCover, protectedSpans} from '../protect.ts'
import {hanAt, hasHan, isBlank, isInChinese, noticeAt} from './context.ts'
import {isFullStop} from './sentence-end.ts'

const rule = 'marks'

/**
 * The marks , ; : ! become full-width beside Chinese, and a dot that ends a Chinese sentence
 * becomes 。. Marks that stand together are decided together.
 *
 * Never between digits: 1,2,3 may be a list or a number and is noticed. A dot between two
 * characters, 卡尔.马克思 or 市.委, is noticed too.
 */
export function widenMarks(text: string): Edited {
  if (!/[,;:!.]/.test(text) || !hasHan(text)) return untouched(text)
  const spans = protectedSpans(text)
  const isProtected = createCover(spans)
  const edits: Edit[] = []
  const notices: Notice[] = findNumberLists(text, createCover(spans))
  for (const {0: run, index} of text.matchAll(runs)) {
    const chinese = fullMark.test(run) || isInChinese(text, index, index + run.length)
    for (const {0: before, index: inRun} of run.matchAll(/[,;:!.]/g)) {
      const offset = index + inRun
      if (isProtected(offset)) continue
      const after = wideFormOf(text, offset, chinese)
      if (after !== undefined) edits.push({rule, offset, before, after})
      else if (before === '.' && isInsideName(text, offset))
        notices.push(noticeAt(rule, text, offset, offset + 1))
    }
  }
  return edited(text, edits, notices)
}

// All marks and blanks in a row of which one at least is half-width; not tried again inside a row.
const runs =
  /(?<![ \u3000,;:!?.，。、；：？！…])[ \u3000?，。、；：？！…]*[,;:!.][ \u3000,;:!?.，。、；：？！…]*/g
const fullMark = /[，。、；：？！]/
const widths: Readonly<Record<string, string>> = {',': '，', ';': '；', ':': '：', '!': '！'}

function wideFormOf(text: string, offset: number, chinese: boolean): string | undefined {
  const mark = text[offset]!
  if (mark === '.') return stopFor(text, offset)
  return chinese ? widths[mark] : undefined
}

/** 。 for a dot that ends a sentence; a number of the outline, 一., ends none. */
function stopFor(text: string, offset: number): string | undefined {
  if (!isFullStop(text, offset) || isOutlineNumber(text, offset)) return undefined
  let next = offset + 1
  while (isBlank(text[next])) next++
  return next === text.length || '\n”’）」』》】'.includes(text[next]!) ? '。' : undefined
}

function isOutlineNumber(text: string, offset: number): boolean {
  return /(?:^|\n)[（]?[一二三四五六七八九十]{1,3}[）]?$/.test(
    text.slice(Math.max(0, offset - 6), offset),
  )
}

/** A dot, with or without a blank behind it, between two characters. */
function isInsideName(text: string, offset: number): boolean {
  if (!hanAt(text, offset - 1) || isOutlineNumber(text, offset)) return false
  let next = offset + 1
  while (isBlank(text[next])) next++
  return hanAt(text, next)
}

function findNumberLists(text: string, isProtected: (offset: number) => boolean): Notice[] {
  const notices: Notice[] = []
  for (const {0: list, index} of text.matchAll(/(?<!\d)\d+(?:,\d+)+/g)) {
    if (!isProtected(index)) notices.push(noticeAt(rule, text, index, index + list.length))
  }
  return notices
}
