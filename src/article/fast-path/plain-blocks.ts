import type {Element} from 'hast'
import {isElement} from '../tree.ts'
import {type BodyPoint, below, endOf, placedElement} from './placed.ts'
import {readPlainInline, readPlainParagraph} from './plain-inline.ts'
import {listMarker, readPlainList} from './plain-lists.ts'
import {readPlainTable} from './plain-tables.ts'

/**
 * The blocks of lines that no empty line parts: a picture, a table, or paragraphs, headings and
 * lists. Undefined where any of them may be something else.
 */
export function readPlainBlocks(text: string, start: BodyPoint): readonly Element[] | undefined {
  const whole = readPicture(text, start) ?? readPlainTable(text, start)
  if (whole) return [whole]
  const blocks: Element[] = []
  let point = start
  for (const part of partsOf(text)) {
    const block = readBlock(part, point)
    if (!block || !canFollow(block, blocks.at(-1))) return undefined
    blocks.push(block)
    point = below(part.text, point)
  }
  return blocks
}

/** Lines that are one block, as the first of them begins. */
interface Part {
  readonly kind: 'heading' | 'list' | 'paragraph'
  readonly text: string
}

function partsOf(text: string): readonly Part[] {
  if (!otherStart.test(text)) return [{kind: 'paragraph', text}]
  const parts: Part[] = []
  for (const line of text.split('\n')) {
    const kind = kindOf(line)
    const last = parts.at(-1)
    if (last?.kind === kind && kind !== 'heading') {
      parts[parts.length - 1] = {kind, text: `${last.text}\n${line}`}
    } else parts.push({kind, text: line})
  }
  return parts
}

const otherStart = new RegExp(`^#|${listMarker.source}`, 'm')

function kindOf(line: string): Part['kind'] {
  if (line.startsWith('#')) return 'heading'
  return listMarker.test(line) ? 'list' : 'paragraph'
}

function readBlock({kind, text}: Part, start: BodyPoint): Element | undefined {
  if (kind === 'heading') return readHeading(text, start)
  if (kind === 'list') return readPlainList(text, start)
  const content = readPlainParagraph(text, start)
  return content && placedElement('p', {}, content, text, start)
}

/** Whether a block begins right below another: a paragraph would go on in a list. */
function canFollow({tagName, properties}: Element, above: Element | undefined): boolean {
  if (tagName === 'p') return !isElement(above, 'ul', 'ol')
  // Only from one on do numbers begin a list below a paragraph (CommonMark 0.31.2, section 5.3).
  return !isElement(above, 'p') || properties['start'] === undefined
}

const heading = /^(?<signs>#{1,6} +)(?<title>[^#\s][^#]*)$/

function readHeading(text: string, start: BodyPoint): Element | undefined {
  const {signs, title} = heading.exec(text)?.groups ?? {}
  if (signs === undefined || title === undefined) return undefined
  const content = readPlainInline(title, endOf(signs, start))
  return content && placedElement(`h${signs.trimEnd().length}`, {}, content, text, start)
}

const picture = /^!\[(?<alt>[^\\`*_~&|@:[\]\n]*)\]\((?<src>[\w./-]+)\)$/

function readPicture(text: string, start: BodyPoint): Element | undefined {
  if (!text.startsWith('!')) return undefined
  const {alt, src} = picture.exec(text)?.groups ?? {}
  if (alt === undefined || src === undefined) return undefined
  const image = placedElement('img', {src, alt}, [], text, start)
  return placedElement('p', {}, [image], text, start)
}
