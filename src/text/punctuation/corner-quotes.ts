import {type Edit, type Edited, edited, untouched} from '../edit.ts'
import {createCover, protectedSpans} from '../protect.ts'
import {hanAt, hasHan, isChineseAfter, isChineseBefore} from './context.ts'

const rule = 'corner-quotes'
const corners: Readonly<Record<string, string>> = {'“': '「', '”': '」', '‘': '『', '’': '』'}

/**
 * Quotation marks as Taiwan and Hong Kong write them: “”→「」, ‘’→『』, where Chinese stands inside
 * or directly beside them. Quotations in Latin text and apostrophes stay.
 */
export function cornerQuotes(text: string): Edited {
  if (!/[“”‘’]/.test(text) || !hasHan(text)) return untouched(text)
  const isProtected = createCover(protectedSpans(text))
  const edits: Edit[] = []
  const turn = (offset: number): void => {
    const before = text[offset]!
    edits.push({rule, offset, before, after: corners[before]!})
  }
  const open: {offset: number; hanBefore: number}[] = []
  let hanCount = 0
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (hanAt(text, at)) hanCount++
    if (!(mark in corners) || isProtected(at) || isApostrophe(text, at)) continue
    if (mark === '“' || mark === '‘') {
      open.push({offset: at, hanBefore: hanCount})
      continue
    }
    const partner = open.at(-1)
    if (partner && corners[text[partner.offset]!] === openingOf[mark]) {
      open.pop()
      if (hanCount === partner.hanBefore && !isBesideChinese(text, partner.offset, at)) continue
      turn(partner.offset)
      turn(at)
    } else if (mark === '”' && isBesideChinese(text, at, at)) turn(at)
  }
  // A quotation of several paragraphs opens anew in each and closes in the last.
  for (const {offset} of open) {
    if (text[offset] === '“' && isBesideChinese(text, offset, offset)) turn(offset)
  }
  return edited(
    text,
    edits.sort((left, right) => left.offset - right.offset),
  )
}

const openingOf: Readonly<Record<string, string>> = {'”': '「', '’': '『'}

function isApostrophe(text: string, offset: number): boolean {
  return (
    text[offset] === '’' && /\w/.test(text[offset - 1] ?? '') && /\w/.test(text[offset + 1] ?? '')
  )
}

function isBesideChinese(text: string, open: number, close: number): boolean {
  return isChineseBefore(text, open - 1) || isChineseAfter(text, close + 1)
}
