import type {EditionTag} from '../base/script.ts'
import {type Edited, edited, untouched} from './edit.ts'

/** Text that an editor settled by hand: `-{涂先生}-`, `-{zh-hans:计算机; zh-hant:電腦}-`. */
export const manualConversion = /-\{([^{}]*)\}-/gu

// As MediaWiki's language converter falls back between variants.
const fallbacks: Readonly<Record<EditionTag, readonly string[]>> = {
  'zh-Hans': ['zh-hans', 'zh-cn'],
  'zh-Hant': ['zh-hant', 'zh-tw', 'zh-hk'],
  'zh-HK': ['zh-hk', 'zh-hant', 'zh-tw'],
}

/**
 * What stands between `-{` and `}-` as an edition writes it: the text as it is, or where editions
 * are named, the one for this edition or the nearest; the first of them where none is near.
 */
export function resolveManual(inside: string, edition: EditionTag): string {
  if (!/^\s*zh(?:-[a-z]+)?\s*[:：]/i.test(inside)) return inside
  const forms = new Map<string, string>()
  for (const part of inside.split(/[;；]/)) {
    const [, name, form] = /^\s*(zh(?:-[a-z]+)?)\s*[:：]\s*(.*?)\s*$/is.exec(part) ?? []
    if (name !== undefined && form !== undefined) forms.set(name.toLowerCase(), form)
  }
  const nearest = fallbacks[edition].find((name) => forms.has(name)) ?? [...forms.keys()][0] ?? ''
  return forms.get(nearest) ?? inside
}

/** What a rule answered for `text`, without what it would do to text that is settled by hand. */
export function sparingManual(text: string, result: Edited): Edited {
  if (result.edits.length + result.notices.length === 0 || !text.includes('-{')) return result
  const settled = [...text.matchAll(manualConversion)]
  const isOutside = (offset: number, length: number): boolean =>
    settled.every(({0: whole, index}) => offset + length <= index || offset >= index + whole.length)
  const edits = result.edits.filter(({offset, before}) => isOutside(offset, before.length))
  const notices = result.notices.filter(({offset}) => isOutside(offset, 1))
  return edited(text, edits, notices)
}

const shownMax = 12

/** Reports every `-{` that no `}-` closes: it settles nothing, and would be printed. */
export function reportUnclosed(text: string): Edited {
  if (!text.includes('-{')) return untouched(text)
  const open = text.replace(manualConversion, (whole) => ' '.repeat(whole.length))
  const notices = [...open.matchAll(/-\{/g)].map(({index: offset}) => {
    return {rule: 'manual', offset, text: text.slice(offset, offset + shownMax)}
  })
  return edited(text, [], notices)
}
