import {hanAt, isInChinese} from './context.ts'

/**
 * Whether the mark at `offset` ends a Chinese sentence. A half-width one counts where it is to
 * become full-width: the answer is the same before and after. A half-width `!` does not count, as
 * !? may be one mark of exclamation and question.
 */
export function endsSentence(text: string, offset: number): boolean {
  const mark = text[offset]
  if (mark === undefined) return false
  if ('。！？；…'.includes(mark)) return true
  if (mark === ';') return isInChinese(text, offset, offset + 1)
  return mark === '.' && (isFullStop(text, offset) || isEllipsis(text, offset))
}

const closers = '”）」』》〉】〕'

/** Whether a dot stands right behind Chinese, alone. What comes after it is for the caller to see. */
export function isFullStop(text: string, offset: number): boolean {
  return (
    text[offset] === '.' &&
    text[offset + 1] !== '.' &&
    (hanAt(text, offset - 1) || closers.includes(text[offset - 1] ?? '\n'))
  )
}

/** Whether the dot at `offset` is the last of three to six behind Chinese. */
function isEllipsis(text: string, offset: number): boolean {
  let first = offset
  while (text[first - 1] === '.' && offset - first < 6) first--
  const count = offset - first + 1
  return count >= 3 && count <= 6 && isInChinese(text, first, offset + 1)
}
