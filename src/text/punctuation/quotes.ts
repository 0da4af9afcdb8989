import {type Edit, type Edited, edited, type Notice, untouched} from '../edit.ts'
import {createCover, protectedSpans} from '../protect.ts'
import {hasHan, noticeAt} from './context.ts'

const rule = 'quotes'

/**
 * Straight quotation marks become “ ” where all of the block's quotation marks pair up, curved
 * ones counted in; otherwise they stay and one notice says so. Single straight ones become ‘ ’
 * only where they enclose Chinese on both sides.
 */
export function curveQuotes(text: string): Edited {
  const hasDouble = text.includes('"')
  if (!(hasDouble || text.includes("'")) || !hasHan(text)) return untouched(text)
  const spans = protectedSpans(text)
  const edits = curveSingle(text, createCover(spans))
  const notices: Notice[] = []
  const {edits: double, doubt} = pairDouble(text, createCover(spans))
  if (doubt === undefined) edits.push(...double)
  else if (hasDouble) notices.push(noticeAt(rule, text, doubt, doubt + 1))
  edits.sort((left, right) => left.offset - right.offset)
  return edited(text, edits, notices)
}

/** `doubt` is the first mark that does not fit, or undefined when all of them pair up. */
function pairDouble(
  text: string,
  isProtected: (offset: number) => boolean,
): {readonly edits: readonly Edit[]; readonly doubt: number | undefined} {
  const edits: Edit[] = []
  let open: number | undefined
  for (const {0: mark, index} of text.matchAll(/["“”]/g)) {
    if (isProtected(index)) continue
    const straight = mark === '"'
    const opens = straight ? open === undefined : mark === '“'
    if (opens !== (open === undefined)) return {edits, doubt: index}
    if (opens && straight && !canOpen(text, index)) return {edits, doubt: index}
    open = opens ? index : undefined
    if (straight) edits.push({rule, offset: index, before: mark, after: opens ? '“' : '”'})
  }
  return {edits, doubt: open}
}

const notBeforeQuotation = /\d['’]?$/
const notAfterOpening = /^(?:[,;:!?，。、；：？！)）]|\.(?!\.\.))/

/** 21" is a measure, and no quotation begins with a mark that ends something. */
function canOpen(text: string, offset: number): boolean {
  return (
    !notBeforeQuotation.test(text.slice(Math.max(0, offset - 2), offset)) &&
    !notAfterOpening.test(text.slice(offset + 1, offset + 4))
  )
}

const singleQuotation = /(?<![\w'])'(?=\p{Script=Han})[^'"“”\n]*'(?!['\w])/gu
const endsChinese = /\p{Script=Han}[ \u3000,;:.!?，。、；：！？…]*'$/u

function curveSingle(text: string, isProtected: (offset: number) => boolean): Edit[] {
  const edits: Edit[] = []
  for (const {0: quotation, index} of text.matchAll(singleQuotation)) {
    const close = index + quotation.length - 1
    if (!endsChinese.test(quotation.slice(-8)) || isProtected(index) || isProtected(close)) continue
    edits.push({rule, offset: index, before: "'", after: '‘'})
    edits.push({rule, offset: close, before: "'", after: '’'})
  }
  return edits
}
