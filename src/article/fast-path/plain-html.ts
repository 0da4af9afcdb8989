import type {Element} from 'hast'
import {find, html as vocabulary} from 'property-information'
import {sanitiseSchema} from '../sanitise-schema.ts'
import type {Parent} from '../tree.ts'

/**
 * What is in a tree as HTML, the same bytes as rehype-stringify gives. Undefined where a tree has
 * what trees seldom have after the sanitiser and our own steps; those of a site may add anything.
 */
export function writePlainTree({children}: Parent): string | undefined {
  let html = ''
  for (const child of children) {
    if (child.type === 'text') html += child.value.replace(/[<&]/g, toReference)
    else {
      const written = child.type === 'element' ? writeElement(child) : undefined
      if (written === undefined) return undefined
      html += written
    }
  }
  return html
}

const elements: ReadonlySet<string> = new Set(sanitiseSchema.tagNames)
/** Those of them that never have content (HTML Standard, section 13.1.2). */
const voidElements: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr'])

function writeElement(element: Element): string | undefined {
  const {tagName, properties} = element
  if (!elements.has(tagName)) return undefined
  let html = `<${tagName}`
  for (const [name, value] of Object.entries(properties)) {
    const attribute = attributes.get(name)
    const text = textOfValue(value)
    if (attribute === undefined || text === undefined) return undefined
    html += ` ${attribute}="${text.replace(/["&'`\0]/g, toReference)}"`
  }
  const content = writePlainTree(element)
  if (voidElements.has(tagName)) return content === '' ? `${html}>` : undefined
  return content === undefined ? undefined : `${html}>${content}</${tagName}>`
}

/** Attributes of text or of words, by the names that trees have for them. */
const attributes: ReadonlyMap<string, string> = new Map(
  'alt ariaDescribedBy ariaLabel className colSpan dateTime decoding href id lang loading role rowSpan scope src start tabIndex title translate'
    .split(' ')
    .map((name) => [name, find(vocabulary, name).attribute]),
)

function textOfValue(value: Element['properties'][string]): string | undefined {
  if (Array.isArray(value)) return value.join(' ').trim()
  return typeof value === 'string' || Number.isFinite(value) ? String(value) : undefined
}

function toReference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
}
