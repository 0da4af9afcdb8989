import type {Element, Root} from 'hast'
import {addClass, visitElements} from '../tree.ts'

/**
 * Keeps how a text is aligned as a class, before the sanitiser drops what says so: the `align`
 * attribute, `text-align` in a style, and `center`. Old official pages set signatures that way.
 */
export function keepAlignment(tree: Root): void {
  visitElements(tree, (target) => {
    const alignment = alignmentOf(target)
    if (target.tagName === 'center') target.tagName = 'div'
    if (alignment) addClass(target, `align-${alignment}`)
  })
}

function alignmentOf({tagName, properties}: Element): string | undefined {
  if (tagName === 'center') return 'center'
  const style = /text-align\s*:\s*(left|center|right)/i.exec(String(properties['style'] ?? ''))
  const stated = style?.[1] ?? String(properties['align'] ?? '')
  return /^(?:left|center|right)$/i.test(stated) ? stated.toLowerCase() : undefined
}
