import type {Element, Root} from 'hast'
import {patternRule} from '../../text/edit.ts'
import {blocksOf} from '../blocks.ts'
import {element, type Parent, textNode, visitElements} from '../tree.ts'

/**
 * Makes lines what a Chinese reader expects: a line that begins with a typed indent is a new
 * paragraph, and a line break between two Han characters or full-width marks is nothing, where
 * HTML would show a space.
 */
export function mendLines(tree: Root): void {
  visitElements(tree, (target, parent) => {
    if (target.tagName === 'p') splitAtIndents(target, parent)
  })
  for (const block of blocksOf(tree)) {
    if (block.text.includes('\n')) block.repair(joinLines(block.text).edits)
  }
}

function splitAtIndents(paragraph: Element, parent: Parent): void {
  const groups: Element['children'][] = [[]]
  for (const child of paragraph.children) {
    if (child.type !== 'text') {
      groups.at(-1)?.push(child)
      continue
    }
    const [first = '', ...rest] = child.value.split(/\n(?=\u3000)/)
    groups.at(-1)?.push({...child, value: first})
    for (const value of rest) groups.push([textNode(value)])
  }
  if (groups.length === 1) return
  const {position} = paragraph
  const paragraphs = groups.map((children) => ({
    ...element('p', {}, children),
    ...(position && {position}),
  }))
  const index = (parent.children as readonly unknown[]).indexOf(paragraph)
  parent.children.splice(index, 1, ...paragraphs)
}

const wide = '[\\p{Script=Han}〇\\u3000-\\u303f\\uff01-\\uff5e“”‘’…—·]'
const joinLines = patternRule(
  'line-break',
  new RegExp(`(?<=${wide})[ \\t]*\\n[ \\t]*(?=${wide})`, 'gu'),
  () => '',
)
