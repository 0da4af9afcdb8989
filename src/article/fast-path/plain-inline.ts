import type {ElementContent, Text} from 'hast'
import {type BodyPoint, endOf, placedElement, placedText} from './placed.ts'

/**
 * The content of a paragraph, heading, item or cell that begins at `start`: text, with `**strong**`
 * and `[links](to/pages)` of plain text in it. Undefined where there may be any other markup.
 */
export function readPlainInline(text: string, start: BodyPoint): ElementContent[] | undefined {
  const nodes: ElementContent[] = []
  let point = start
  for (const [index, source] of piecesOf(text).entries()) {
    if (source === '') continue
    const at = point.offset - start.offset
    const [before, after] = [text.charAt(at - 1), text.charAt(at + source.length)]
    const isMarked = index % 2 === 1
    const node = isMarked ? readMarked(source, point, before, after) : readText(source, point)
    if (!node) return undefined
    nodes.push(node)
    point = endOf(source, point)
  }
  return nodes
}

/**
 * The same for lines of a paragraph, or for one line of an item: undefined too where one of them
 * may begin another block – an indent, a heading, a list, a quotation, a rule, or the line under a
 * table or a heading.
 */
export function readPlainParagraph(text: string, start: BodyPoint): ElementContent[] | undefined {
  return text === '' || blockStart.test(text) ? undefined : readPlainInline(text, start)
}

const blockStart = /^(?:[ \t#+\-=:>]|\d+[.)](?:[ \t]|$))/m

const strong = /(?<!\*)\*\*[^*\n]+\*\*(?!\*)/
// Of an address, only what neither Markdown nor the sanitiser changes.
const link = /\[[^[\]\n]+\]\((?:(?:https?|record):)?(?:[\w./?=#+~-]|%[\dA-F]{2})+\)/
const marked = new RegExp(`(${strong.source}|${link.source})`)

/** A text in pieces, of which every second one is marked. */
function piecesOf(text: string): readonly string[] {
  return text.includes('**') || text.includes('](') ? text.split(marked) : [text]
}

/** A piece that is strong or a link, between the characters `before` and `after` it. */
function readMarked(
  source: string,
  start: BodyPoint,
  before: string,
  after: string,
): ElementContent | undefined {
  if (source.startsWith('*')) {
    const text = source.slice(2, -2)
    const content = isFlanked(text, before, after) && readText(text, endOf('**', start))
    return content ? placedElement('strong', {}, [content], source, start) : undefined
  }
  const end = source.indexOf('](')
  // Behind an exclamation mark it would be a picture.
  const content = before !== '!' && readText(source.slice(1, end), endOf('[', start))
  const href = source.slice(end + 2, -1)
  return content ? placedElement('a', {href}, [content], source, start) : undefined
}

/**
 * Whether asterisks around a text make it strong by the rules for flanking runs (CommonMark 0.31.2,
 * section 6.2, and their amendment for Chinese, markdown-cjk-friendly), where that is plain to see.
 */
function isFlanked(text: string, before: string, after: string): boolean {
  const opens = /^[\p{L}\p{N}]/u.test(text) || (/^[“‘（《【〔]/.test(text) && isEdge(before))
  const closes =
    /[\p{L}\p{N}]$/u.test(text) || (/[”’）》】〕。，、；：！？]$/.test(text) && isEdge(after))
  return opens && closes
}

function isEdge(character: string): boolean {
  return /^\n?$/.test(character) || /\p{Script=Han}/u.test(character)
}

// Signs of markup, and white space that Markdown would take off.
const markup = /[\\`*_>&|@]|~~|\]\(|[ \t]$/m
// What GFM makes a link of without being asked, in the text that the reader sees.
const bareAddress = /:\/\/|www\.|@/i
// CommonMark 0.31.2, section 2.4.
const escaped = /\\([!-/:-@[-`{-~])/g

function readText(source: string, start: BodyPoint): Text | undefined {
  const value = source.replace(escaped, '$1')
  const isPlain = !markup.test(source.replace(escaped, '')) && !bareAddress.test(value)
  return isPlain ? placedText(value, source, start) : undefined
}
