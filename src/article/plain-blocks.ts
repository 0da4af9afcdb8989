import type {Element, RootContent, Text} from 'hast'
import {firstOfEach, type ParsedBody, type RemovedElement} from './removed.ts'
import {element, textNode} from './tree.ts'

/** Reads a body that has the line ends of Unix. */
export type ReadBody = (body: string) => ParsedBody

/**
 * A reader that answers as `read` does, sooner. What news text nearly always is – paragraphs,
 * headings, a picture on a line of its own, without a character that means anything to Markdown –
 * it reads itself, and gives to `read` only the rest, a stretch at a time.
 *
 * Blocks are told apart by empty lines; a body with anything that may reach over one is given to
 * `read` whole.
 */
export function readPlainBlocks(read: ReadBody): ReadBody {
  return (body) => {
    if (reachesFar.test(body)) return read(body)
    const children: RootContent[] = []
    const removed: RemovedElement[] = []
    for (const stretch of stretchesOf(body)) {
      const found: ReadBlocks = stretch.isPlain
        ? {blocks: plainBlocks(body, stretch), removed: []}
        : moveDown(read(body.slice(stretch.start, stretch.end)), stretch)
      // Blocks stand on lines of their own.
      for (const [index, block] of found.blocks.entries()) {
        if (children.length > 0 && (index === 0 || stretch.isPlain)) children.push(textNode('\n'))
        children.push(block)
      }
      removed.push(...found.removed)
    }
    const line = body.split('\n').length
    const end = {line, column: body.length - body.lastIndexOf('\n'), offset: body.length}
    const position = {start: {line: 1, column: 1, offset: 0}, end}
    return {tree: {type: 'root', children, position}, removed: firstOfEach(removed)}
  }
}

// HTML, fenced code, definitions of links and footnotes, and what is no text.
const reachesFar = /<|`{3}|~{3}|\]:|\[\^|\0|\uFEFF/

/** Lines from one empty line to another that are all read in one way. */
interface Stretch {
  readonly isPlain: boolean
  /** Of its first line, from 1. */
  readonly line: number
  readonly start: number
  /** Without the end of its last line. */
  readonly end: number
}

/** The stretches of a body. Neighbours that are not plain are one. */
function stretchesOf(body: string): readonly Stretch[] {
  const stretches: Stretch[] = []
  let open: Stretch | undefined
  const close = (): void => {
    if (!open) return
    const isPlain = open.isPlain || picture.test(body.slice(open.start, open.end))
    const last = stretches.at(-1)
    if (isPlain || !last || last.isPlain) stretches.push({...open, isPlain})
    else stretches[stretches.length - 1] = {...last, end: open.end}
    open = undefined
  }
  let start = 0
  for (const [index, text] of body.split('\n').entries()) {
    const end = start + text.length
    if (/^[ \t]*$/.test(text)) close()
    else {
      const isPlain = (open?.isPlain ?? true) && isPlainLine(text)
      open = {line: index + 1, start, ...open, isPlain, end}
    }
    start = end + 1
  }
  close()
  return stretches
}

/** Blocks of a stretch, and what of its HTML was not kept. */
interface ReadBlocks {
  readonly blocks: readonly RootContent[]
  readonly removed: readonly RemovedElement[]
}

interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

type NodePoint = NonNullable<RootContent['position']>['start']

const heading = /^(#{1,6}) +([^#\s][^#]*)$/
const picture = /^!\[([^\\`*_~&|@:[\]\n]*)\]\(([\w./-]+)\)$/
// Signs of markup and of bare addresses, and white space that Markdown would take off.
const markup = /[\\`*_~>[\]&|@]|:\/\/|www\.|[ \t]$/i
// Indents, headings, lists, quotations, rules and the lines under tables and headings.
const markupAtStart = /^(?:[ \t#+\-=:]|\d+[.)])/

function isPlainLine(line: string): boolean {
  return !markup.test(line) && (!markupAtStart.test(line) || heading.test(line))
}

function plainBlocks(body: string, stretch: Stretch): readonly Element[] {
  let {line, start: offset} = stretch
  // Headings are lines of their own; the lines between them are paragraphs.
  const whole = body.slice(stretch.start, stretch.end)
  const texts = whole.includes('#') ? whole.split(/\n(?=#)|(?<=^#.*)\n/m) : [whole]
  return texts.map((text) => {
    const block = plainBlock(text, {line, column: 1, offset})
    line += text.split('\n').length
    offset += text.length + 1
    return block
  })
}

function plainBlock(text: string, start: Point): Element {
  const [, alt, src] = picture.exec(text) ?? []
  const [, signs, title] = heading.exec(text) ?? []
  const position = {start, end: endOf(text, start)}
  if (alt !== undefined && src !== undefined) {
    return {...element('p', {}, [{...element('img', {src, alt}), position}]), position}
  }
  if (signs === undefined || title === undefined) {
    return {...element('p', {}, [{type: 'text', value: text, position}]), position}
  }
  const begun = text.length - title.length
  const titleStart = {...start, column: 1 + begun, offset: start.offset + begun}
  const value: Text = {type: 'text', value: title, position: {...position, start: titleStart}}
  return {...element(`h${signs.length}`, {}, [value]), position}
}

function endOf(text: string, {line, column, offset}: Point): Point {
  const lastLine = text.lastIndexOf('\n')
  return {
    line: line + text.split('\n').length - 1,
    column: lastLine === -1 ? column + text.length : text.length - lastLine,
    offset: offset + text.length,
  }
}

/** What was read of a stretch, with the places it has in the body. */
function moveDown({tree, removed}: ParsedBody, {line, start}: Stretch): ReadBlocks {
  for (const child of tree.children) moveNode(child, line - 1, start)
  return {
    blocks: tree.children,
    removed: removed.map((each) => ({...each, line: each.line + line - 1})),
  }
}

function moveNode(node: RootContent, lines: number, units: number): void {
  const move = ({line, column, offset = 0}: NodePoint): Point => {
    return {line: line + lines, column, offset: offset + units}
  }
  if (node.position) {
    node.position = {start: move(node.position.start), end: move(node.position.end)}
  }
  if (!('children' in node)) return
  for (const child of node.children) moveNode(child, lines, units)
}
