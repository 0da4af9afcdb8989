import type {TextRule} from './edit.ts'
import {removeInvisible, unseen} from './invisible.ts'
import {widenMarks} from './punctuation/marks.ts'
import {widenParentheses} from './punctuation/parentheses.ts'
import {mendQuestionMarks} from './punctuation/question-marks.ts'
import {curveQuotes} from './punctuation/quotes.ts'
import {reduceRepeatedMarks} from './punctuation/repeated-marks.ts'
import {makeDashes, makeEllipses, makeMiddleDots, makeZeros} from './punctuation/signs.ts'
import {removeBlanks} from './punctuation/spaces.ts'
import {narrowLatin} from './punctuation/width.ts'

export {cornerQuotes} from './punctuation/corner-quotes.ts'

/** A repair with the name that its edits and notices carry. */
export interface NamedRule {
  readonly name: string
  readonly rule: TextRule
  /** A class of code units: what has none of them the rule leaves as it is, without a word. */
  readonly looksFor: RegExp
  /** It makes right what is wrong on the mainland only: Taiwan and Hong Kong print ‧ and 二○二三年. */
  readonly isMainland?: true
}

/**
 * The repairs of characters and punctuation, for one block of text: each sees what those before it
 * made. Text in either script that is already right passes without an edit, and so does what the
 * whole list has made. U+FFFC stands for what is no text, `\n` for a line break.
 *
 * Quotation marks and parentheses come first, since the marks beside them follow their width;
 * repeated marks are reduced and blanks removed when all marks are full-width.
 */
export const punctuationRules: readonly NamedRule[] = [
  {name: 'invisible', rule: removeInvisible, looksFor: unseen},
  {name: 'width', rule: narrowLatin, looksFor: /[０-９Ａ-Ｚａ-ｚ％＋． \u3000]/},
  {name: 'quotes', rule: curveQuotes, looksFor: /["']/},
  {name: 'parentheses', rule: widenParentheses, looksFor: /[()]/},
  {name: 'stray-question-mark', rule: mendQuestionMarks, looksFor: /\?/},
  {name: 'marks', rule: widenMarks, looksFor: /[,;:!.]/},
  {name: 'ellipsis', rule: makeEllipses, looksFor: /[.。]/},
  {name: 'repeated-marks', rule: reduceRepeatedMarks, looksFor: /[，、；：。]/},
  {name: 'spaces', rule: removeBlanks, looksFor: /[ \u3000]/},
  {name: 'middle-dot', rule: makeMiddleDots, looksFor: /[•‧∙⋅・]/, isMainland: true},
  {name: 'dash', rule: makeDashes, looksFor: /-/},
  {name: 'numeral-zero', rule: makeZeros, looksFor: /[○◯Oo0]/, isMainland: true},
]
