import {type Edit, type Edited, edited, type Notice, untouched} from './edit.ts'
import {noticeAt} from './punctuation/context.ts'

const rule = 'invisible'

/**
 * Removes what no reader sees: zero-width characters, soft hyphens, byte order marks, control
 * characters. No-break and other fixed spaces and tabs become a space, line separators a line
 * break. Joiners stay inside emoji and inside words of scripts other than Han, direction marks in
 * texts with letters that run from right to left.
 *
 * Private-use and replacement characters are noticed and stay: they stand for something lost.
 */
export function removeInvisible(text: string): Edited {
  if (!unseen.test(text)) return untouched(text)
  const edits: Edit[] = []
  const notices: Notice[] = []
  const runsLeft = rightToLeft.test(text)
  for (const {0: before, index, groups} of text.matchAll(parts)) {
    const edit = (after: string) => edits.push({rule, offset: index, before, after})
    if (groups?.['lost']) notices.push(noticeAt(rule, text, index, index + before.length))
    else if (groups?.['space']) edit(' '.repeat(before.length))
    else if (groups?.['line']) edit('\n'.repeat(before.length))
    else if (groups?.['joiner'] && joins(text, index)) continue
    else if (!(groups?.['direction'] && runsLeft)) edit('')
  }
  return edited(text, edits, notices)
}

// The last four are letters of nothing, with which Korean keyboards fill a place.
const dropped = String.raw`\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u180E\u200B\u2060-\u2064\uFEFF\uFFFE\uFFFF\u115F\u1160\u3164\uFFA0`
// Tags spell the names of regions after a black flag (Unicode Technical Standard 51, ED-14a) and
// hide words anywhere else. One selector chooses the form of a character; more carry bytes.
const tags = String.raw`(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]+`
const selector = String.raw`[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`
const joiners = String.raw`\u200C\u200D`
const directions = String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`
const spaces = String.raw`\t\u00A0\u2000-\u200A\u202F\u205F`
const lines = String.raw`\u2028\u2029`
const lost = String.raw`\uE000-\uF8FF\uFFFD`

/** The code units that what is removed, replaced or noticed begins with. */
export const unseen = new RegExp(
  `[${dropped}${joiners}${directions}${spaces}${lines}${lost}\\uDB40\\uDB80-\\uDBFF\\uFE00-\\uFE0F]`,
)
const parts = new RegExp(
  [
    `[${dropped}]+`,
    tags,
    `(?<=${selector})${selector}+`,
    `(?<joiner>[${joiners}])`,
    `(?<direction>[${directions}]+)`,
    `(?<space>[${spaces}]+)`,
    `(?<line>[${lines}]+)`,
    `(?<lost>[${lost}\\u{F0000}-\\u{10FFFF}]+)`,
  ].join('|'),
  'gu',
)
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

const skipped = `[${dropped}${joiners}]`
const joinable = String.raw`(?!\p{Script=Han})[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]`
const joinedBefore = new RegExp(`${joinable}${skipped}*$`, 'u')
const joinedAfter = new RegExp(`^${skipped}*${joinable}`, 'u')

// A joiner is looked at with this many code units around it; more invisible characters than that
// in one place join nothing.
const reach = 16

function joins(text: string, offset: number): boolean {
  return (
    joinedBefore.test(text.slice(Math.max(0, offset - reach), offset)) &&
    joinedAfter.test(text.slice(offset + 1, offset + 1 + reach))
  )
}
