import type {Element, ElementContent} from 'hast'
import {isElement} from './page.ts'
import {isInlineElement} from './page-lines.ts'

/** A stretch of a text: paragraphs of words alone, or what needs the whole conversion. */
export type Stretch =
  | {readonly kind: 'plain'; readonly paragraphs: readonly string[]}
  | {readonly kind: 'other'; readonly nodes: readonly ElementContent[]}

/**
 * The stretches of a prepared tree, in order. Nearly all old announcements are paragraphs without
 * anything that Markdown could take for formatting: such a paragraph is its own Markdown, and what
 * the whole conversion would make of it (a test compares them) at a small part of the cost.
 */
export function toStretches(tree: Element): readonly Stretch[] {
  const stretches: Stretch[] = []
  const put = (
    paragraphs: readonly string[] | undefined,
    nodes: readonly ElementContent[],
  ): void => {
    const last = stretches.at(-1)
    if (paragraphs) {
      if (last?.kind === 'plain') {
        stretches[stretches.length - 1] = {
          kind: 'plain',
          paragraphs: [...last.paragraphs, ...paragraphs],
        }
      } else if (paragraphs.length > 0) stretches.push({kind: 'plain', paragraphs})
    } else if (last?.kind === 'other') {
      stretches[stretches.length - 1] = {kind: 'other', nodes: [...last.nodes, ...nodes]}
    } else stretches.push({kind: 'other', nodes})
  }
  for (const nodes of blocksOf(tree))
    put(toParagraphs(nodes), nodes.every(isBlock) ? nodes : [asBlock(nodes)])
  return stretches
}

function isBlock(node: ElementContent): node is Element {
  return isElement(node) && node.tagName !== 'br' && !isInlineElement(node)
}

/** A run as a block of its own, so that it stays apart from those beside it. */
function asBlock(children: readonly ElementContent[]): Element {
  return {type: 'element', tagName: 'p', properties: {}, children: [...children]}
}

/** What stands in one block: an element that is no mere container, or what is between two such. */
function* blocksOf({children}: Element): Generator<readonly ElementContent[]> {
  let run: ElementContent[] = []
  for (const child of children) {
    if (!isBlock(child)) {
      run.push(child)
      continue
    }
    if (run.length > 0) yield run
    run = []
    if (containers.has(child.tagName)) yield* blocksOf(child)
    else yield [child]
  }
  if (run.length > 0) yield run
}

const containers = new Set(['div', 'section', 'article', 'center', 'p'])

/** The paragraphs that a block is, broken where the old page was; undefined if it is more. */
function toParagraphs(nodes: readonly ElementContent[]): readonly string[] | undefined {
  const text = toLines(nodes)
  const lines = text?.split('\n').map((line) => line.replace(/^ +| +$/g, ''))
  if (!lines?.every(isPlain)) return undefined
  const groups: string[][] = [[]]
  for (const line of lines) {
    if (line === '' || /^[\u3000\u00a0]/.test(line)) groups.push([])
    if (line !== '') groups.at(-1)!.push(line)
  }
  return groups.filter((group) => group.length > 0).map((group) => group.join('\\\n'))
}

/** The text of a run with its white space as one space, and a line feed for every break. */
function toLines(nodes: readonly ElementContent[]): string | undefined {
  let text = ''
  for (const node of nodes) {
    if (node.type === 'text') text += node.value.replace(/[ \t\n\r\f]+/g, ' ')
    else if (!isElement(node)) return undefined
    else if (node.tagName === 'br') text += '\n'
    else if (node.tagName === 'span' || node.tagName === 'font') {
      const inside = toLines(node.children)
      if (inside === undefined) return undefined
      text += inside
    } else return undefined
  }
  return text.replace(/ {2,}/g, ' ')
}

/** Whether Markdown takes a line for nothing but its words. */
function isPlain(line: string): boolean {
  return !active.test(line) && !(line !== '' && line.trim() === '')
}

const active =
  /[\\`*_[\]<>&~|@\p{Cc}\u2028\u2029\ufeff]|:\/\/|www\.|^(?:[#+=:-]|\d+[.)])|^[^\S\u3000\u00a0]/iu
