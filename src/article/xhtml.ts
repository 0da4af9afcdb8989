import type {Element, ElementContent, RootContent} from 'hast'
import {find, html as vocabulary} from 'property-information'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {escapeXml} from '../base/markup.ts'

const fragments = unified().use(rehypeParse, {fragment: true}).freeze()

/**
 * HTML as XML, which books are written in: the same elements, attributes and text, each element
 * closed. A picture whose address is none of `pictures` gives way to what is read out in its place.
 */
export function toXhtml(html: string, pictures: ReadonlySet<string>): string {
  const write = (node: RootContent | ElementContent): string => {
    if (node.type === 'text') return escapeXml(node.value)
    if (node.type !== 'element') return ''
    const {tagName, properties, children} = node
    if (tagName === 'img' && !pictures.has(String(properties['src']))) {
      return `<span class="missing-picture">${escapeXml(String(properties['alt'] ?? ''))}</span>`
    }
    const head = `<${tagName}${attributesOf(properties)}`
    return emptyElements.has(tagName)
      ? `${head}/>`
      : `${head}>${children.map(write).join('')}</${tagName}>`
  }
  return fragments.parse(html).children.map(write).join('')
}

// Those that announcements can have: what else is never closed is taken out before.
const emptyElements: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr'])

function attributesOf(properties: Element['properties']): string {
  return Object.entries(properties)
    .map(([name, value]) => {
      const {attribute} = find(vocabulary, name)
      const text = Array.isArray(value) ? value.join(' ') : value === true ? attribute : value
      return ` ${attribute}="${escapeXml(plainAnchor(attribute, String(text ?? '')))}"`
    })
    .join('')
}

/** Readers of books disagree on what `%` in the name of a place means, so none has any. */
function plainAnchor(attribute: string, value: string): string {
  if (attribute === 'id') return value.replaceAll('%', '.')
  if (attribute !== 'href' || /^[a-z]+:/i.test(value)) return value
  return value.replace(/#.*$/, (anchor) => anchor.replaceAll('%', '.'))
}
