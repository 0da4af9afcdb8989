import type {Element, ElementContent, Root, RootContent} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'

/** A page of an old site as a tree, without what no reader ever sees. */
export interface Page {
  readonly body: Element
  /** The text of `<title>`. */
  readonly documentTitle: string
  /** Values of `<meta name>` by the name in lower case; of several the first. */
  readonly metas: ReadonlyMap<string, string>
}

/**
 * Reads a page as browsers do, which never fails. Scripts, styles, comments, templates and frames
 * hold no text of the page and are left out.
 *
 * Throws a RangeError for elements more than 1,000 deep, which only machines write: what works on
 * trees goes as deep as they do.
 */
export function parsePage(html: string): Page {
  const metas = new Map<string, string>()
  let documentTitle = ''
  let body: Element = {type: 'element', tagName: 'body', properties: {}, children: []}
  visitTree(parser.parse(html), 0, (element) => {
    const {tagName, properties} = element
    const name = String(properties['name'] ?? '').toLowerCase()
    if (tagName === 'body') body = element
    if (tagName === 'title') documentTitle ||= textOf(element).trim()
    if (tagName === 'meta' && name !== '' && !metas.has(name)) {
      metas.set(name, String(properties['content'] ?? '').trim())
    }
  })
  dropUnseen(body)
  return {body, documentTitle, metas}
}

/** What stands last in `<title>`, where pages have the name of the site; the whole of a short one. */
export function siteNameIn(documentTitle: string): string {
  return documentTitle
    .split(/[|_–—-]/)
    .at(-1)!
    .trim()
}

function visitTree(
  node: Root | RootContent,
  depth: number,
  visit: (element: Element) => void,
): void {
  if (depth > depthMax) throw new RangeError('elements are nested too deeply')
  if (node.type === 'element') visit(node)
  if (!('children' in node)) return
  for (const child of node.children) visitTree(child, depth + 1, visit)
}

/** Whether a node is an element, of one of these names if any are given. */
export function isElement(node: RootContent | Root, ...names: readonly string[]): node is Element {
  return node.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** The text of a node and of all that is in it, as it stands. */
export function textOf(node: RootContent | Root): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Calls `visit` for every element of a tree, outer ones first. */
export function visitPage(tree: Element, visit: (element: Element) => void): void {
  visit(tree)
  for (const child of tree.children) if (isElement(child)) visitPage(child, visit)
}

const parser = unified().use(rehypeParse).freeze()

const depthMax = 1000

const unseen = new Set([
  ...['script', 'style', 'noscript', 'template', 'iframe', 'frame', 'object', 'embed', 'link'],
  ...['meta', 'title', 'base', 'svg', 'math', 'audio', 'video', 'canvas', 'noframes'],
])

function dropUnseen(element: Element): void {
  element.children = element.children.filter(isSeen)
  for (const child of element.children) if (isElement(child)) dropUnseen(child)
}

function isSeen(node: ElementContent): boolean {
  return node.type === 'text' || (node.type === 'element' && !unseen.has(node.tagName))
}
