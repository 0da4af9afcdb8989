import {type Edit, type Edited, edited, untouched} from '../edit.ts'

const rule = 'width'

/**
 * Full-width digits and letters become half-width, and so do ％ and ＋ beside them and the point
 * between digits. Typed indents go: blanks at the start and end of every line.
 */
export function narrowLatin(text: string): Edited {
  if (!wide.test(text)) return untouched(text)
  const edits: Edit[] = []
  for (const {0: before, index} of text.matchAll(parts)) {
    edits.push({rule, offset: index, before, after: isIndent.test(before) ? '' : narrow(before)})
  }
  return edited(text, edits)
}

const wide = /[０-９Ａ-Ｚａ-ｚ％＋．]|[ \u3000](?:(?<=^.)|$)/m
const latin = '[\\w０-９Ａ-Ｚａ-ｚ]'
const parts = new RegExp(
  [
    '^[ \\u3000]+',
    '(?<![ \\u3000])[ \\u3000]+$',
    '[０-９Ａ-Ｚａ-ｚ]+',
    '(?<=[\\d０-９])．(?=[\\d０-９])',
    `(?<=${latin}[+%％＋]?)[％＋]`,
    `[％＋](?=${latin})`,
  ].join('|'),
  'gm',
)
const isIndent = /^[ \u3000]/

/** The full-width forms U+FF01 to U+FF5E stand 0xFEE0 above their half-width twins (ASCII). */
function narrow(text: string): string {
  let result = ''
  for (let at = 0; at < text.length; at++) {
    result += String.fromCharCode(text.charCodeAt(at) - 0xfee0)
  }
  return result
}
