import type {Element, Root} from 'hast'
import type {ContentPath} from '../../base/brand.ts'
import type {Reference} from '../article.ts'
import {idsOf, startOf, visitElements} from '../tree.ts'

/**
 * Makes every address inside the site a reference that rendering resolves, since an article knows
 * neither permalinks nor where a page lies: `record:ID`, `asset:` with a path under `content/`,
 * `site:` with a path from the top. Anchors follow the prefix that the sanitiser gives to ids.
 *
 * Returns the references, each once, in the order in which the text names them, with their places
 * in the body. A picture that nothing is said of is one of its own.
 */
export function markReferences(tree: Root, file: ContentPath): readonly Reference[] {
  const ids = idsOf(tree)
  const references = new Map<string, Reference>()
  visitElements(tree, (target) => {
    const name = target.tagName === 'a' ? 'href' : target.tagName === 'img' ? 'src' : undefined
    const address = name && target.properties[name]
    if (!name || typeof address !== 'string') return
    const reference = referenceOf(address, file, ids)
    const alt = target.tagName === 'img' ? String(target.properties['alt'] ?? '') : undefined
    const key = `${alt === '' ? 'silent ' : ''}${reference}`
    if (/^(?:record:|asset:|site:|#)/.test(reference) && !references.has(key)) {
      references.set(key, {
        target: reference,
        place: startOf(target),
        ...(alt !== undefined && {alt}),
      })
    }
    // First, so that rendering finds it at one place.
    target.properties = {[name]: reference, ...without(target.properties, name)}
  })
  return [...references.values()]
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
    const id = [address.slice(1), decodeAddress(address.slice(1))].find((each) =>
      ids.has(`text-${each}`),
    )
    return id === undefined ? address : `#text-${id}`
  }
  if (address.startsWith('/') && !address.startsWith('//')) return `site:${address}`
  if (address.startsWith('//') || /^[a-z][a-z0-9+.-]*:/i.test(address)) return address
  return `asset:${resolvePath(file, decodeAddress(address))}`
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

/** An address as people write it; one that is not well encoded stays as it is. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function without(properties: Element['properties'], name: string): Element['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name))
}
