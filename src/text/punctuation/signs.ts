import {type Edit, type Edited, edited, untouched} from '../edit.ts'
import {createCover, protectedSpans} from '../protect.ts'
import {hasHan, isInChinese, proseRule} from './context.ts'

/**
 * Three to six dots beside Chinese, and three or more 。 in a row, become the six dots of the
 * Chinese ellipsis (GB/T 15834—2011, 4.11). Longer rows of dots lead to a page number and stay.
 */
export function makeEllipses(text: string): Edited {
  if (!/\.{3}|。{3}/.test(text) || !hasHan(text)) return untouched(text)
  const isProtected = createCover(protectedSpans(text))
  const edits: Edit[] = []
  for (const {0: before, index} of text.matchAll(/\.{3,}|。{3,}/g)) {
    if (isProtected(index)) continue
    const {length} = before
    const isChinese = length <= 6 && isInChinese(text, index, index + length)
    if (before.startsWith('.') && !isChinese) continue
    edits.push({rule: 'ellipsis', offset: index, before, after: '……'})
  }
  return edited(text, edits)
}

/** Bullets between two Chinese characters are the dot inside a foreign name: 卡尔·马克思. */
export const makeMiddleDots = proseRule(
  'middle-dot',
  /[•‧∙⋅・](?<=\p{Script=Han}.)(?=\p{Script=Han})/gu,
  () => '·',
)

/** Two or more hyphens between Chinese are a dash. */
export const makeDashes = proseRule(
  'dash',
  /-(?<=[\p{Script=Han}”）》].)-{1,3}(?=[\p{Script=Han}“（《])/gu,
  () => '——',
)

const numeral = '[一二三四五六七八九〇○◯Oo0]'
const circle = '[○◯Oo0]'
const first = `(?<!${numeral})[一二]`
const afterYear = '[年〕]'

/** The circle, or a letter or digit in its place, in a year in Chinese numerals: 二〇一〇年. */
export const makeZeros = proseRule(
  'numeral-zero',
  // What is rare comes first, so that most texts are passed over fast.
  new RegExp(
    `${circle}(?:${[
      `(?<=${first}.)(?=${numeral}{2}${afterYear})`,
      `(?<=${first}${numeral}.)(?=${numeral}${afterYear})`,
      `(?<=${first}${numeral}{2}.)(?=${afterYear})`,
    ].join('|')})`,
    'g',
  ),
  () => '〇',
)
