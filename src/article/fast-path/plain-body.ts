import type {Element, RootContent} from 'hast'
import {firstOfEach, type ParsedBody, type RemovedElement} from '../removed.ts'
import {isElement, textNode} from '../tree.ts'
import {type BodyPoint, endOf} from './placed.ts'
import {readPlainBlocks} from './plain-blocks.ts'

/** Reads a body that has the line ends of Unix. */
export type ReadBody = (body: string) => ParsedBody

/**
 * A reader that answers as `read` does, sooner. What news text nearly always is – paragraphs,
 * headings, a picture on a line of its own, simple lists, tables, links and strong text – it reads
 * itself, and gives to `read` only the rest, a stretch at a time.
 *
 * Blocks are told apart by empty lines; a body with anything that may reach over one is given to
 * `read` whole.
 */
export function readPlainBody(read: ReadBody): ReadBody {
  return (body) => {
    if (reachesFar.test(body)) return read(body)
    const children: RootContent[] = []
    const removed: RemovedElement[] = []
    for (const stretch of joinUnread(stretchesOf(body), body)) {
      const {text, start, blocks} = stretch
      const found: ReadBlocks = blocks ? {blocks, removed: []} : moveDown(read(text), start)
      // Blocks stand on lines of their own.
      for (const [index, block] of found.blocks.entries()) {
        if (children.length > 0 && (index === 0 || blocks)) children.push(textNode('\n'))
        children.push(block)
      }
      removed.push(...found.removed)
    }
    const start = {line: 1, column: 1, offset: 0}
    const position = {start, end: endOf(body, start)}
    return {tree: {type: 'root', children, position}, removed: firstOfEach(removed)}
  }
}

// HTML, fenced code, definitions of links and footnotes, and what is no text.
const reachesFar = /<|`{3}|~{3}|\]:|\[\^|\0|\uFEFF/

/** Lines from one empty line to another that are all read in one way. */
interface Stretch {
  /** Without the end of its last line. */
  readonly text: string
  readonly start: BodyPoint
  /** Undefined where they are not plain. */
  readonly blocks: readonly Element[] | undefined
}

function stretchesOf(body: string): readonly Stretch[] {
  const bounds: {readonly start: BodyPoint; end: number}[] = []
  let open: (typeof bounds)[number] | undefined
  let offset = 0
  for (const [index, line] of body.split('\n').entries()) {
    const end = offset + line.length
    if (/^[ \t]*$/.test(line)) open = undefined
    else if (open) open.end = end
    else {
      open = {start: {line: index + 1, column: 1, offset}, end}
      bounds.push(open)
    }
    offset = end + 1
  }
  return bounds.map(({start, end}) => {
    const text = body.slice(start.offset, end)
    return {text, start, blocks: readPlainBlocks(text, start)}
  })
}

/**
 * Makes one stretch of neighbours that are not plain. A list is one of them where it stands beside
 * another or beside what may be one, since lists go on over empty lines.
 */
function joinUnread(stretches: readonly Stretch[], body: string): readonly Stretch[] {
  const mayBeList = (stretch: Stretch | undefined): boolean =>
    stretch !== undefined && (!stretch.blocks || holdsList(stretch.blocks))
  const joined: Stretch[] = []
  for (const [index, stretch] of stretches.entries()) {
    const {text, start, blocks} = stretch
    const isBeside = mayBeList(stretches[index - 1]) || mayBeList(stretches[index + 1])
    const last = joined.at(-1)
    if (blocks && !(isBeside && holdsList(blocks))) joined.push(stretch)
    else if (!last || last.blocks) joined.push({text, start, blocks: undefined})
    else {
      const whole = body.slice(last.start.offset, start.offset + text.length)
      joined[joined.length - 1] = {...last, text: whole}
    }
  }
  return joined
}

function holdsList(blocks: readonly Element[]): boolean {
  return blocks.some((block) => isElement(block, 'ul', 'ol'))
}

/** Blocks of a stretch, and what of its HTML was not kept. */
interface ReadBlocks {
  readonly blocks: readonly RootContent[]
  readonly removed: readonly RemovedElement[]
}

/** What was read of a stretch that begins at `start`, with the places it has in the body. */
function moveDown({tree, removed}: ParsedBody, {line, offset}: BodyPoint): ReadBlocks {
  for (const child of tree.children) moveNode(child, line - 1, offset)
  return {
    blocks: tree.children,
    removed: removed.map((each) => ({...each, line: each.line + line - 1})),
  }
}

type NodePoint = NonNullable<RootContent['position']>['start']

function moveNode(node: RootContent, lines: number, units: number): void {
  const move = ({line, column, offset = 0}: NodePoint): BodyPoint => {
    return {line: line + lines, column, offset: offset + units}
  }
  if (node.position) {
    node.position = {start: move(node.position.start), end: move(node.position.end)}
  }
  if (!('children' in node)) return
  for (const child of node.children) moveNode(child, lines, units)
}
