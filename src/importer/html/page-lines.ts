import type {Element, Text} from 'hast'
import {isElement} from './page.ts'

/** What a reader sees as one line of a page: the texts between two breaks. */
export interface PageLine {
  /** The line with its white space as a browser shows it. */
  readonly text: string
  readonly parts: readonly Text[]
  /** The elements around its first text, the outermost first. */
  readonly parents: readonly Element[]
  /** How many of its characters are in links to pages. */
  readonly linked: number
  /** Whether a file hangs on it: 附件：名单.xls. */
  readonly hasFile: boolean
}

/** The lines of a page in order; every text that can be seen is in exactly one of them. */
export function linesOf(body: Element): readonly PageLine[] {
  const lines: PageLine[] = []
  let parts: Part[] = []
  const end = (): void => {
    const line = toLine(parts)
    if (line.text !== '') lines.push(line)
    parts = []
  }
  const walk = (element: Element, parents: readonly Element[], link: string | undefined): void => {
    const around = [...parents, element]
    const breaks = !isInlineElement(element)
    if (breaks) end()
    const href = element.tagName === 'a' ? String(element.properties['href'] ?? '') : link
    for (const child of element.children) {
      if (child.type === 'text') parts.push({node: child, parents: around, link: href})
      else if (isElement(child)) walk(child, around, href)
    }
    if (breaks) end()
  }
  walk(body, [], undefined)
  end()
  return lines
}

/** Whether an element stands in a line with what is beside it. */
export function isInlineElement({tagName}: Element): boolean {
  return inline.has(tagName)
}

/** How many characters of a text can be seen. */
export function visibleLength(text: string): number {
  return text.replace(/\s/g, '').length
}

/** Whether an address leads to a file that people open, not to a page. */
export function isFileAddress(address: string): boolean {
  return fileEnding.test(address.replace(/[?#].*$/s, ''))
}

const fileEnding = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|pdf|ofd|ceb|rtf|txt|csv|zip|rar|7z)$/i

interface Part {
  readonly node: Text
  readonly parents: readonly Element[]
  readonly link: string | undefined
}

function toLine(parts: readonly Part[]): PageLine {
  const text = parts.map(({node}) => node.value).join('')
  const links = parts.filter(({link}) => link !== undefined && !isFileAddress(link))
  return {
    text: text.replace(/[ \t\n\r\f]+/g, ' ').trim(),
    parts: parts.map(({node}) => node),
    parents: parts.find(({node}) => node.value.trim() !== '')?.parents ?? [],
    linked: links.reduce((sum, {node}) => sum + visibleLength(node.value), 0),
    hasFile: parts.some(({link = ''}) => isFileAddress(link)),
  }
}

/** Elements that do not begin a new line. */
const inline = new Set(
  'a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
