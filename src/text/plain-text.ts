import {encodeGbk} from './gbk.ts'
import {characterTables, isHan} from './han.ts'

/** How ordinary a character is in Chinese text. */
export type Plainness = 'common' | 'rare' | 'strange'

/**
 * How ordinary a character is. Common: a Han character that GB 2312 has in its level 1 (rows B0–D7,
 * the 3,755 most frequent), a traditional form of one, or a mark of Chinese punctuation. Rare:
 * every other Han character of GBK. Strange: everything else.
 */
export function plainnessOf(character: string): Plainness {
  const known = kinds.get(character)
  if (known) return known
  const kind = judge(character)
  kinds.set(character, kind)
  return kind
}

const kinds = new Map<string, Plainness>()
const marks = new Set('，。、；：？！…—～·“”‘’（）《》〈〉【】「」『』〔〕％\u3000')

function judge(character: string): Plainness {
  if (!isHan(character)) return marks.has(character) ? 'common' : 'strange'
  if (encodeGbk(character) === undefined) return 'strange'
  const forms = [character, ...(characterTables().counterparts.get(character) ?? [])]
  return forms.some(isFrequent) ? 'common' : 'rare'
}

function isFrequent(character: string): boolean {
  const code = encodeGbk(character) ?? 0
  return code >= 0xb0a1 && code <= 0xd7f9 && (code & 0xff) >= 0xa1
}
