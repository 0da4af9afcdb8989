import type {Element} from 'hast'
import {type BodyPoint, below, endOf, onLines, placedElement} from './placed.ts'
import {readPlainParagraph} from './plain-inline.ts'

/** How a line of a list begins (CommonMark 0.31.2, section 5.2). */
export const listMarker = /^(?:[-*+]|\d{1,9}[.)])[ \t]/

/** From this number on, what looks like one is a year (`keepListNumbers`). */
const numberLimit = 1000

/**
 * A list of items of one line each, whose numbers count on where it has any. Undefined for other
 * lists.
 */
export function readPlainList(text: string, start: BodyPoint): Element | undefined {
  const [, number = '', sign = ''] = /^(\d*)(.)/.exec(text) ?? []
  const first = Number(number)
  const lines = text.split('\n')
  if (first + lines.length > numberLimit) return undefined
  const items: Element[] = []
  let point = start
  for (const [index, line] of lines.entries()) {
    const marker = number === '' ? `${sign} ` : `${first + index}${sign} `
    const source = line.startsWith(marker) ? line.slice(marker.length) : ''
    const content = box.test(source) ? undefined : readPlainParagraph(source, endOf(marker, point))
    if (!content) return undefined
    items.push(placedElement('li', {}, content, line, point))
    point = below(line, point)
  }
  const properties = number === '' || first === 1 ? {} : {start: first}
  return placedElement(number === '' ? 'ul' : 'ol', properties, onLines(items), text, start)
}

/** A box to tick, which GFM has at the start of an item. */
const box = /^\[[ \txX]\]/
