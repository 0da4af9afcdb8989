import {decodeEntities} from '../xml-entities.ts'
import type {Row} from './row.ts'

/**
 * The posts and pages in an export of WordPress (WXR, a form of RSS). What is attached, in the
 * trash or not yet published is no announcement.
 */
export function parseWxrRows(xml: string): readonly Row[] {
  const items = [...xml.matchAll(/<item\b[^>]*>([\s\S]*?)<\/item\s*>/g)]
  return items.flatMap(([, item = ''], index) => {
    const values = valuesOf(item)
    const type = values.get('wp:post_type') ?? 'post'
    const status = values.get('wp:status') ?? 'publish'
    const isArticle = (type === 'post' || type === 'page') && status === 'publish'
    return isArticle ? [{part: String(index + 1), values}] : []
  })
}

/** Elements of an item by name; CDATA may hold anything but its own end. */
const element = /<([\w:]+)(\s[^>]*)?>((?:<!\[CDATA\[[\s\S]*?\]\]>|[^<])*)<\/\1\s*>/g

function valuesOf(item: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [, name = '', attributes = '', content = ''] of item.matchAll(element)) {
    const value = toText(content)
    const isTag = name === 'category' && /domain="post_tag"/.test(attributes)
    const key = isTag ? 'tag' : name
    if (value.trim() !== '' && !values.has(key)) values.set(key, value)
    else if (value.trim() !== '') values.set(`${key} ${values.size}`, value)
  }
  return values
}

function toText(content: string): string {
  const pieces = content.split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
  return pieces.map((piece, at) => (at % 2 === 1 ? piece : decodeEntities(piece))).join('')
}
