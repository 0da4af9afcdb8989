import type {Element, ElementContent} from 'hast'
import {isElement, textOf, visitPage} from './page.ts'
import {isInlineElement} from './page-lines.ts'

/** The name under which what must stay HTML goes through the conversion to Markdown. */
export const keptTag = 'kept-html'

/**
 * Makes a tree ready for Markdown without touching its text: what stays HTML is marked, tables that
 * only lay out are opened, links that lead nowhere and empty elements go.
 */
export function prepareTree(tree: Element): void {
  tree.children = tree.children.flatMap(prepare)
}

function prepare(received: ElementContent): readonly ElementContent[] {
  if (!isElement(received)) return [received]
  const node = withoutPre(received)
  const {tagName, properties} = node
  if (nothing.has(tagName)) return []
  if (tagName === 'table' && !isLayout(node)) return prepareTable(node)
  prepareTree(node)
  if (tagName === 'q') return [quote('“'), ...node.children, quote('”')]
  if (tagName === 'img') return properties['src'] ? [node] : []
  if (tagName === 'br' || tagName === 'hr') return [node]
  if (isEmpty(node)) return isInlineElement(node) ? node.children : []
  if (tagName === 'u' || (tagName === 'a' && !properties['href'])) return node.children
  // Markdown has no emphasis over several paragraphs.
  if (isInlineElement(node) && holdsBlock(node)) return node.children
  if (layoutParts.has(tagName)) return [{...node, tagName: 'div'}]
  return [node]
}

/** Elements that say nothing without a script or a form, and the place for a possible break. */
const nothing = new Set(['wbr', 'input', 'select', 'button', 'textarea', 'datalist'])
/** What is left of tables that only lay out. */
const layoutParts = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'caption'])

function quote(value: string): ElementContent {
  return {type: 'text', value}
}

/** Old systems kept the lines of a text with `pre`; where blanks make columns, it stays so. */
function withoutPre(element: Element): Element {
  if (element.tagName !== 'pre') return element
  const text = textOf(element)
  const isProse = /\p{Script=Han}/u.test(text) && !/\S[ \t]{2,}\S|\t\S/.test(text)
  return isProse ? toLines(element) : element
}

function toLines(pre: Element): Element {
  const lineBreak: Element = {type: 'element', tagName: 'br', properties: {}, children: []}
  const children = pre.children.flatMap((child) => {
    if (child.type !== 'text') return [child]
    const lines = child.value.split('\n')
    return lines.flatMap((value, index) => [...(index > 0 ? [lineBreak] : []), quote(value)])
  })
  return {...pre, tagName: 'div', children}
}

/** Whether an element holds nothing that can be seen. */
function isEmpty(element: Element): boolean {
  return textOf(element).trim() === '' && !holdsAny(element, ['img', 'hr', 'br'])
}

function holdsAny(element: Element, names: readonly string[]): boolean {
  return element.children.some((child) => {
    return isElement(child) && (names.includes(child.tagName) || holdsAny(child, names))
  })
}

function holdsBlock(element: Element): boolean {
  return element.children.some((child) => {
    return isElement(child) && (!isInlineElement(child) || holdsBlock(child))
  })
}

/** A table that is one column or one row wide, or has whole texts in its cells, is no table. */
function isLayout(table: Element): boolean {
  const rows = rowsOf(table)
  if (rows.length < 2 || Math.max(...rows.map((cells) => cells.length)) < 2) return true
  return rows.flat().some((cell) => textOf(cell).length > cellMax)
}

/** More text than this in one cell is an article set in a table. */
const cellMax = 2000

/** Rows of a table, each as its cells; those of tables inside are not its own. */
function rowsOf(table: Element): readonly (readonly Element[])[] {
  return table.children.flatMap((child) => {
    if (!isElement(child) || child.tagName === 'table') return []
    if (child.tagName !== 'tr') return rowsOf(child)
    return [child.children.filter((cell) => isElement(cell, 'td', 'th'))]
  })
}

function prepareTable(table: Element): readonly Element[] {
  // Of a table whose cells became fields only the lines are left.
  if (isEmpty(table)) return []
  if (isPlainTable(table)) {
    visitPage(table, (element) => {
      if (isElement(element, 'td', 'th')) prepareTree(element)
    })
    return [table]
  }
  visitPage(table, (element) => {
    element.properties = Object.fromEntries(
      Object.entries(element.properties).filter(([name]) => keptAttributes.has(name)),
    )
  })
  return [{type: 'element', tagName: keptTag, properties: {}, children: [table]}]
}

const keptAttributes = new Set(['colSpan', 'rowSpan', 'href', 'src', 'alt', 'align'])

/**
 * Whether Markdown can say a table: a row of headings, then rows of as many cells, none merged,
 * nothing but words in them.
 */
function isPlainTable(table: Element): boolean {
  const rows = rowsOf(table)
  const [head = []] = rows
  const cells = rows.flat()
  return (
    head.length > 0 &&
    head.every(({tagName}) => tagName === 'th') &&
    rows.every(({length}) => length === head.length) &&
    cells.every(
      ({properties}) => !isMerged(properties['colSpan']) && !isMerged(properties['rowSpan']),
    ) &&
    !cells.some((cell) => holdsAny(cell, ['p', 'br', 'div', 'table', 'ul', 'ol', 'img'])) &&
    !holdsAny(table, ['caption'])
  )
}

function isMerged(span: unknown): boolean {
  return span !== undefined && span !== null && String(span) !== '1'
}
