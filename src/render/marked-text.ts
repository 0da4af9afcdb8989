import type {LoggedText} from '../article/repair-log.ts'
import {escapeMarkup} from '../base/markup.ts'
import {Html} from './html.ts'

/**
 * A received text with its repairs: what was taken out in `del`, what was put there in `ins`. Empty
 * lines around it are not shown.
 */
export function markEdits({received, repairs}: Pick<LoggedText, 'received' | 'repairs'>): Html {
  let markup = ''
  let at = 0
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') markup += `<del>${quote(removed)}</del>`
    if (added !== '') markup += `<ins>${quote(added)}</ins>`
    removed = ''
    added = ''
  }
  for (const {offset, before, after} of repairs) {
    // Changes side by side are shown as one.
    if (offset > at) {
      flush()
      markup += quote(received.slice(at, offset))
    }
    removed += before
    added += after
    at = offset + before.length
  }
  flush()
  markup += quote(received.slice(at))
  return new Html(markup.replace(/^\n+|\n+$/g, ''))
}

/** Damage that is only quoted is written so that no search of the published files takes it for text. */
function quote(text: string): string {
  return escapeMarkup(text.replace(directionMarks, nameOf)).replaceAll('(', '&#40;')
}

// Left as they are, they would turn the order of what stands beside them on our page.
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

function nameOf(sign: string): string {
  return `<U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`
}
