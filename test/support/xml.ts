import {unescapeMarkup} from './html.ts'

/** An element of an XML document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly in it. */
  readonly text: string
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n'
const token = /<\/([\w:-]+)>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const entity = /&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi

type OpenElement = XmlElement & {children: XmlElement[]; text: string}

/**
 * The root of an XML document, read strictly: throws at anything that is not well-formed (XML 1.0)
 * in the part of XML that feeds use, without comments, sections and document types.
 */
export function parseXml(source: string): XmlElement {
  if (/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(source)) {
    throw new Error('a character that XML cannot hold')
  }
  if (!source.startsWith(declaration)) throw new Error('no declaration')
  const root: OpenElement = {name: '', attributes: {}, children: [], text: ''}
  const open = [root]
  for (let at = declaration.length; at < source.length; at = token.lastIndex) {
    token.lastIndex = at
    const match = token.exec(source)
    if (!match) throw new Error(`not well-formed: ${source.slice(at, at + 60)}`)
    takeToken(match, open)
  }
  const [only, ...others] = root.children
  if (open.length !== 1 || !only || others.length > 0 || root.text.trim() !== '') {
    throw new Error('not one whole element')
  }
  return only
}

function takeToken([whole, closing, name, attributes, empty, text]: string[], open: OpenElement[]) {
  const parent = open.at(-1)
  if (!parent) throw new Error(`after the end: ${whole}`)
  if (text !== undefined) parent.text += readText(text)
  if (closing !== undefined) {
    if (open.length < 2 || parent.name !== closing) throw new Error(`unexpected ${whole}`)
    open.pop()
  }
  if (name === undefined) return
  const element = {name, attributes: readAttributes(attributes ?? ''), children: [], text: ''}
  parent.children.push(element)
  if (empty === '') open.push(element)
}

/** The children of this name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name)
}

/** The text of the one child of this name; throws when there are none or several. */
export function textOfChild(element: XmlElement, name: string): string {
  const [only, ...others] = childrenOf(element, name)
  if (!only || others.length > 0) throw new Error(`${element.name} has not one ${name}`)
  return only.text
}

function readAttributes(source: string): Readonly<Record<string, string>> {
  const attributes: Record<string, string> = {}
  for (const [, name = '', value = ''] of source.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    if (name in attributes) throw new Error(`two attributes ${name}`)
    attributes[name] = readText(value)
  }
  return attributes
}

function readText(text: string): string {
  if (text.replace(entity, '').includes('&')) throw new Error(`a bare & in ${text}`)
  if (text.includes(']]>')) throw new Error(`]]> in ${text}`)
  return unescapeMarkup(text)
}
