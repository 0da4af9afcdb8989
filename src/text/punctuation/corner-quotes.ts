import {type Edited, edited, untouched} from '../edit.ts'
import {createCover, protectedSpans} from '../protect.ts'
import {hanAt, hasHan} from './context.ts'

const rule = 'corner-quotes'
const corners: Readonly<Record<string, string>> = {'“': '「', '”': '」', '‘': '『', '’': '』'}
const openingOf: Readonly<Record<string, string>> = {'”': '“', '’': '‘'}

/**
 * Quotation marks as Taiwan and Hong Kong write them: “”→「」, ‘’→『』, where Chinese stands inside
 * or directly beside them. Quotations in Latin text and apostrophes stay.
 */
export function cornerQuotes(text: string): Edited {
  if (!/[“”‘’]/.test(text) || !hasHan(text)) return untouched(text)
  const edits = findQuotations(text)
    .filter((quotation) => isChineseQuotation(text, quotation))
    .flatMap(({open, close}) => [open, close].filter((offset) => offset !== undefined))
    .sort((left, right) => left - right)
    .map((offset) => {
      const before = text[offset]!
      return {rule, offset, before, after: corners[before]!}
    })
  return edited(text, edits)
}

/**
 * One half may be in another paragraph: a long quotation opens anew in each and closes in the
 * last.
 */
interface Quotation {
  readonly open: number | undefined
  readonly close: number | undefined
  readonly hasHanInside: boolean
}

function findQuotations(text: string): readonly Quotation[] {
  const isProtected = createCover(protectedSpans(text))
  const found: Quotation[] = []
  const waiting: Readonly<Record<string, {open: number; hanBefore: number}[]>> = {'“': [], '‘': []}
  let hanCount = 0
  for (let at = 0; at < text.length; at++) {
    if (hanAt(text, at)) hanCount++
    const mark = text[at]!
    if (!'“”‘’'.includes(mark) || isProtected(at) || isApostrophe(text, at)) continue
    const opening = openingOf[mark]
    if (opening === undefined) {
      waiting[mark]!.push({open: at, hanBefore: hanCount})
      continue
    }
    const partner = waiting[opening]!.pop()
    if (partner) {
      found.push({open: partner.open, close: at, hasHanInside: hanCount > partner.hanBefore})
    } else if (mark === '”') found.push({open: undefined, close: at, hasHanInside: false})
  }
  for (const {open} of waiting['“']!) {
    found.push({open, close: undefined, hasHanInside: false})
  }
  return found
}

function isApostrophe(text: string, offset: number): boolean {
  return (
    text[offset] === '’' && /\w/.test(text[offset - 1] ?? '') && /\w/.test(text[offset + 1] ?? '')
  )
}

function isChineseQuotation(text: string, {open, close, hasHanInside}: Quotation): boolean {
  if (hasHanInside) return true
  const before = (open ?? close)! - 1
  const after = (close ?? open)! + 1
  return isChinese(text, before) || isChinese(text, after)
}

/** Quotation marks say nothing here: they are what is being decided. */
function isChinese(text: string, offset: number): boolean {
  return hanAt(text, offset) || '，。、；：？！（）《》〈〉【】〔〕'.includes(text[offset] ?? '\n')
}
