import type {Element, Root} from 'hast'
import {addClass, element, isElement, replaceChild, textOf, visitElements} from '../tree.ts'

/** Lets a wide table scroll on a small screen without the page, by keyboard too. */
export function wrapTables(tree: Root): void {
  visitElements(tree, (table, parent) => {
    if (table.tagName !== 'table') return
    scopeHeaders(table)
    const properties = {className: ['table-scroll'], role: 'region', ariaLabel: '表格', tabIndex: 0}
    replaceChild(parent, table, element('div', properties, [table]))
  })
}

/** Says of every heading of a table what it heads: its column in a row of headings, else its row. */
function scopeHeaders(table: Element): void {
  visitElements(table, (row) => {
    if (row.tagName !== 'tr') return
    const cells = row.children.filter((child): child is Element => isElement(child))
    const scope = cells.every(({tagName}) => tagName === 'th') ? 'col' : 'row'
    for (const cell of cells) {
      if (cell.tagName === 'th') cell.properties['scope'] ??= scope
    }
  })
}

const signedDay =
  /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日(?:[（(]星期[一二三四五六日][）)])?$/
const officeMax = 40

/**
 * Sets the signature (落款) at the right: a day alone on the last line, and the short lines above
 * it that name the office and end with no mark. A line like 「联系电话：…」 is none of it.
 */
export function markSignature(tree: Root): void {
  const blocks = tree.children.filter(
    (child): child is Element => isElement(child) && child.tagName !== 'section',
  )
  let index = blocks.length - 1
  while (isBelowSignature(blocks[index])) index--
  const last = blocks[index]
  if (!isElement(last, 'p') || !signedDay.test(compact(last))) return
  addClass(last, 'signature')
  for (let above = index - 1; above >= 0; above--) {
    const block = blocks[above]
    if (!isElement(block, 'p')) return
    const text = compact(block)
    if (
      text.length > officeMax ||
      /[：:]|[。，；！？、,;!?）)]$|^[一二三四五六七八九十（(0-9]/.test(text)
    )
      return
    addClass(block, 'signature')
  }
}

/** Pictures may follow the signature, and a line like 「（此件公开发布）」. */
function isBelowSignature(block: Element | undefined): boolean {
  if (isElement(block, 'figure')) return true
  return isElement(block, 'p') && /^[（(][^（）()]*[）)]$/.test(compact(block))
}

function compact(block: Element): string {
  return textOf(block).replace(/\s/g, '')
}
