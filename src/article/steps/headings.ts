import type {Root} from 'hast'
import {createSlug} from '../../text/slug.ts'
import {idsOf, isElement, type Parent, textOf} from '../tree.ts'

/** A heading of a text, and the id under which a link finds it. */
export interface HeadingAnchor {
  readonly depth: number
  readonly id: string
}

/**
 * Gives every heading an id made from its text, and every second one of a name a number; one that
 * has an id keeps it. To be asked with the text that all editions share, so that an anchor is the same in each of them.
 */
export function anchorHeadings(tree: Root): readonly HeadingAnchor[] {
  const anchors: HeadingAnchor[] = []
  const unique = createUnique(idsOf(tree))
  const visit = (parent: Parent): void => {
    for (const child of parent.children) {
      if (!isElement(child)) continue
      const depth = Number(/^h([1-6])$/.exec(child.tagName)?.[1] ?? 0)
      if (depth > 0 && child.properties['id'] !== footnotesHeading) {
        const id = String(child.properties['id'] ?? unique(createSlug(textOf(child))))
        child.properties['id'] = id
        anchors.push({depth, id})
      } else visit(child)
    }
  }
  visit(tree)
  return anchors
}

/** The heading that remark-rehype gives to footnotes, with the sanitiser's prefix. */
const footnotesHeading = 'text-footnote-label'

/** Adds a number to what is taken already; where the last one ended is known, for it may be often. */
function createUnique(taken: Set<string>): (slug: string) => string {
  const numbers = new Map<string, number>()
  return (slug) => {
    let id = slug
    let number = numbers.get(slug) ?? 2
    for (; taken.has(id); number++) id = `${slug}-${number}`
    numbers.set(slug, number)
    taken.add(id)
    return id
  }
}
