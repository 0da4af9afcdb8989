import type {Element, Root} from 'hast'
import type {ContentPath} from '../../base/brand.ts'
import {visitElements} from '../tree.ts'

/**
 * Makes every address inside the site a reference that rendering resolves, since an article knows
 * neither permalinks nor where a page lies: `record:ID`, `asset:` with a path under `content/`,
 * `site:` with a path from the top. Anchors follow the prefix that the sanitiser gives to ids.
 *
 * Returns the references, each once, in the order in which the text names them.
 */
export function markReferences(tree: Root, file: ContentPath): readonly string[] {
  const ids = new Set<string>()
  visitElements(tree, ({properties}) => ids.add(String(properties['id'] ?? '')))
  const references = new Set<string>()
  visitElements(tree, (target) => {
    const name = target.tagName === 'a' ? 'href' : target.tagName === 'img' ? 'src' : undefined
    const address = name && target.properties[name]
    if (!name || typeof address !== 'string') return
    const reference = referenceOf(address, file, ids)
    if (/^(?:record|asset):/.test(reference)) references.add(reference)
    // First, so that rendering finds it at one place.
    target.properties = {[name]: reference, ...without(target.properties, name)}
  })
  return [...references]
}

/** The reference for an address as a record writes it; an outside address stays what it is. */
export function referenceOf(
  address: string,
  file: ContentPath,
  ids: ReadonlySet<string> = new Set(),
): string {
  if (address === '') return ''
  if (address.startsWith('#')) {
    // The id of a footnote with a Chinese label is percent-encoded itself.
    const id = [address.slice(1), decode(address.slice(1))].find((each) => ids.has(`text-${each}`))
    return id === undefined ? address : `#text-${id}`
  }
  if (address.startsWith('/') && !address.startsWith('//')) return `site:${address}`
  if (address.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address
  return `asset:${resolvePath(file, decode(address))}`
}

/** A path beside `file`, from the top of `content/`; `..` never leads out of it. */
function resolvePath(file: ContentPath, path: string): string {
  const segments = file.split('/').slice(0, -1)
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/')
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function without(properties: Element['properties'], name: string): Element['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name))
}
