import type {TextRule} from './edit.ts'
import {removeInvisible} from './invisible.ts'
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
  {name: 'invisible', rule: removeInvisible},
  {name: 'width', rule: narrowLatin},
  {name: 'quotes', rule: curveQuotes},
  {name: 'parentheses', rule: widenParentheses},
  {name: 'stray-question-mark', rule: mendQuestionMarks},
  {name: 'marks', rule: widenMarks},
  {name: 'ellipsis', rule: makeEllipses},
  {name: 'repeated-marks', rule: reduceRepeatedMarks},
  {name: 'spaces', rule: removeBlanks},
  {name: 'middle-dot', rule: makeMiddleDots, isMainland: true},
  {name: 'dash', rule: makeDashes},
  {name: 'numeral-zero', rule: makeZeros, isMainland: true},
]
