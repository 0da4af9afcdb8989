import {type Edit, type Edited, edited, type Notice, untouched} from '../edit.ts'
import {createCover, protectedSpans} from '../protect.ts'
import {
  deciderAfter,
  deciderBefore,
  hanAt,
  hasHan,
  isChineseAfter,
  isChineseBefore,
  noticeAt,
} from './context.ts'

const rule = 'parentheses'

/**
 * Parentheses become full-width in pairs, where Chinese stands inside or beside them: 部门（单位）,
 * 世贸组织（WTO）. Right behind a Latin letter or a digit without Chinese inside they stay: f(x),
 * GPT(v4). A pair with one full-width half becomes whole. One without its other half is noticed.
 */
export function widenParentheses(text: string): Edited {
  if (!/[()]/.test(text) || !hasHan(text)) return untouched(text)
  const {pairs, single} = pairUp(text)
  widen(text, pairs)
  const edits: Edit[] = []
  for (const {open, close, wide} of pairs) {
    if (!wide) continue
    edits.push({rule, offset: open, before: text[open]!, after: '（'})
    edits.push({rule, offset: close, before: text[close]!, after: '）'})
  }
  edits.sort((left, right) => left.offset - right.offset)
  const notices: Notice[] = single.map((offset) => noticeAt(rule, text, offset, offset + 1))
  return edited(text, edits, notices)
}

interface Pair {
  readonly open: number
  readonly close: number
  readonly hasHanInside: boolean
  /** Whether both halves are, or shall be, full-width. */
  wide: boolean
}

// 1) and 一) number a line; they have no other half.
const lineNumber = /(?:^|\n)[ \u3000]*(?:[\dA-Za-z]{1,3}|[一二三四五六七八九十]{1,3})$/

function pairUp(text: string): {pairs: readonly Pair[]; single: readonly number[]} {
  const isProtected = createCover(protectedSpans(text))
  const pairs: Pair[] = []
  const single: number[] = []
  const open: {offset: number; hanBefore: number}[] = []
  let hanCount = 0
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!
    if (!'()（）'.includes(character)) {
      if (hanAt(text, at)) hanCount++
      continue
    }
    if (isProtected(at)) continue
    if (character === '(' || character === '（') {
      open.push({offset: at, hanBefore: hanCount})
      continue
    }
    if (lineNumber.test(text.slice(Math.max(0, at - 8), at))) continue
    const partner = open.pop()
    if (!partner) single.push(at)
    else {
      const {offset, hanBefore} = partner
      const wide = text[offset] === '（' || character === '）'
      pairs.push({open: offset, close: at, hasHanInside: hanCount > hanBefore, wide})
    }
  }
  single.push(...open.map(({offset}) => offset))
  return {pairs, single: single.sort((left, right) => left - right)}
}

/**
 * Decides every pair. A pair that becomes full-width is Chinese for its neighbours, so the pairs
 * are gone through forwards and backwards until nothing changes.
 */
function widen(text: string, pairs: readonly Pair[]): void {
  const pairAt = new Map<number, Pair>()
  for (const pair of pairs) pairAt.set(pair.open, pair).set(pair.close, pair)
  const isWide = (offset: number): boolean => pairAt.get(offset)?.wide ?? false
  let order = pairs.toSorted((left, right) => left.open - right.open)
  for (let changed = true; changed; order = order.toReversed()) {
    changed = false
    for (const pair of order) {
      if (pair.wide || !isChinesePair(text, pair, isWide)) continue
      pair.wide = true
      changed = true
    }
  }
}

function isChinesePair(
  text: string,
  {open, close, hasHanInside}: Pair,
  isWide: (offset: number) => boolean,
): boolean {
  if (hasHanInside) return true
  const previous = text[open - 1] ?? ''
  if (/[\w\]]/.test(previous) || (previous === ')' && !isWide(open - 1))) return false
  const before = deciderBefore(text, open)
  const after = deciderAfter(text, close + 1)
  return (
    isWide(before) || isWide(after) || isChineseBefore(text, before) || isChineseAfter(text, after)
  )
}
