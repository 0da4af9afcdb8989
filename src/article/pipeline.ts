import type {Element, Root} from 'hast'
import type {Root as MarkdownRoot} from 'mdast'
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import {unified} from 'unified'
import {readPlainBlocks} from './plain-blocks.ts'
import {sanitiseSchema} from './sanitise-schema.ts'
import {keepAlignment} from './steps/alignment.ts'
import {cutBareLinks} from './steps/bare-links.ts'
import {keepListNumbers} from './steps/list-numbers.ts'
import {placeTexts} from './steps/places.ts'
import {visitElements} from './tree.ts'

// Official text is typed with indents; four spaces at the start of a paragraph never mean code.
const withoutIndentedCode = {disable: {null: ['codeIndented']}}

const parser = unified()
  .data({micromarkExtensions: [withoutIndentedCode]})
  .use(remarkParse)
  .use(remarkGfm, {singleTilde: false})
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, {singleTilde: false})
  .freeze()

const bridge = unified()
  .use(remarkRehype, {
    allowDangerousHtml: true,
    // The sanitiser gives every id its prefix.
    clobberPrefix: '',
    footnoteLabel: '注释',
    footnoteBackLabel: '返回正文',
  })
  .freeze()

const rawHtml = unified().use(rehypeRaw).freeze()
const sanitiser = unified().use(rehypeSanitize, sanitiseSchema).freeze()
const stringifier = unified().use(rehypeStringify).freeze()

/** A record's body as a tree of safe HTML, and what of its own HTML was not kept. */
export interface ParsedBody {
  /** Its texts know where they stand in the body. */
  readonly tree: Root
  readonly removed: readonly RemovedElement[]
}

/** An element that is not published, or one whose attribute is not. */
export interface RemovedElement {
  readonly name: string
  /** The name of an event handler, or the scheme of an address that no page may lead to. */
  readonly attribute?: string
  /** Line of the body, from 1. */
  readonly line: number
  readonly column: number
}

// Without the wrapping the answer is the same, later.
const readBody = readPlainBlocks(readMarkdown)

/**
 * Parses a body once for all editions: GFM with emphasis that works beside full-width marks, then
 * HTML, then only what is safe. HTML that the record itself holds goes through the same gate.
 */
export function parseBody(received: string): ParsedBody {
  // Files from Windows say the same as others; no line moves.
  const parsed = readBody(received.replace(/\r\n?/g, '\n'))
  placeTexts(parsed.tree, received)
  return parsed
}

/** The definition of what a body means; its texts have no places yet. */
export function readMarkdown(body: string): ParsedBody {
  const markdown: MarkdownRoot = parser.parse(body)
  keepListNumbers(markdown, body)
  cutBareLinks(markdown)
  let tree: Root = bridge.runSync(markdown)
  if (body.includes('<')) tree = rawHtml.runSync(tree)
  keepAlignment(tree)
  return {tree: sanitiser.runSync(tree), removed: findRemoved(tree)}
}

/** A tree as HTML, the same bytes for the same tree. */
export function stringifyTree(tree: Root): string {
  return stringifier.stringify(tree)
}

function findRemoved(tree: Root): readonly RemovedElement[] {
  const kept = new Set(sanitiseSchema.tagNames)
  const removed: RemovedElement[] = []
  const add = (name: string, attribute: string | undefined, {position}: Element): void => {
    if (removed.some((each) => each.name === name && each.attribute === attribute)) return
    const {line = 1, column = 1} = position?.start ?? {}
    removed.push({name, ...(attribute !== undefined && {attribute}), line, column})
  }
  visitElements(tree, (target) => {
    const {tagName, properties} = target
    if (!kept.has(tagName)) return add(tagName, undefined, target)
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name)) add(tagName, name.toLowerCase(), target)
      else {
        const scheme = refusedScheme(name, String(value))
        if (scheme !== undefined) add(tagName, scheme, target)
      }
    }
  })
  return removed
}

/** The scheme for which the sanitiser takes an address out: `javascript:`. */
function refusedScheme(name: string, value: string): string | undefined {
  const schemes = sanitiseSchema.protocols?.[name]
  const scheme = /^([^/?#:]*):/.exec(value)?.[1]
  if (!schemes || scheme === undefined || schemes.includes(scheme)) return undefined
  return `${scheme.replace(/\s/g, '').toLowerCase()}:`
}
