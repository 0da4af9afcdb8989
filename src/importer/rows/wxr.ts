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

/** Whether XML declares entities of its own, which can make a small file endless. */
export function declaresEntities(xml: string): boolean {
  return /<!(?:DOCTYPE|ENTITY)/i.test(xml.slice(0, 10_000)) || /<!ENTITY/i.test(xml)
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

const entities: Readonly<Record<string, string>> = {
  ...{amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"},
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    if (point !== undefined) return point <= 0x10ffff ? String.fromCodePoint(point) : whole
    return entities[name] ?? whole
  })
}
