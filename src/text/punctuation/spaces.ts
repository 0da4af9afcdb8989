import {type Edit, type Edited, edited, type Notice, untouched} from '../edit.ts'
import {createCover, protectedSpans} from '../protect.ts'
import {hasHan, noticeAt} from './context.ts'

const rule = 'spaces'

/**
 * Blanks beside full-width marks go, on the sides where the mark has its own space. A blank between
 * two characters may part names and stays, as do blanks between Latin words; none is ever added,
 * the theme sets the gap between Chinese and Latin. The first blank that leaves a character alone,
 * 中 国, is noticed.
 */
export function removeBlanks(text: string): Edited {
  if (!/[ \u3000]/.test(text) || !hasHan(text)) return untouched(text)
  const edits: Edit[] = []
  if (beside.test(text)) {
    const isProtected = createCover(protectedSpans(text))
    for (const {0: before, index} of text.matchAll(blanks)) {
      if (!isProtected(index)) edits.push({rule, offset: index, before, after: ''})
    }
  }
  return edited(text, edits, findLonely(text))
}

const closing = '，。、；：？！）」』》〉】〕”'
const opening = '，。、；：？！（「『《〈【〔“'
const beside = new RegExp(`[ \\u3000][${closing}（]|[${opening}][ \\u3000]`)
const blanks = new RegExp(
  `(?<=[${opening}])[ \\u3000]+|(?<![ \\u3000])[ \\u3000]+(?=[${closing}（])`,
  'g',
)

const lonely =
  /(?<!\p{Script=Han})\p{Script=Han} \p{Script=Han}|\p{Script=Han} \p{Script=Han}(?!\p{Script=Han})/u

function findLonely(text: string): readonly Notice[] {
  const match = lonely.exec(text)
  return match ? [noticeAt(rule, text, match.index, match.index + match[0].length)] : []
}
