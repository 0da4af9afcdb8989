import type {Root} from 'hast'
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
import {readPlainBody} from './fast-path/plain-body.ts'
import {writePlainTree} from './fast-path/plain-html.ts'
import {findRemoved, type ParsedBody} from './removed.ts'
import {sanitiseSchema} from './sanitise-schema.ts'
import {keepAlignment} from './steps/alignment.ts'
import {cutBareLinks} from './steps/bare-links.ts'
import {keepListNumbers} from './steps/list-numbers.ts'
import {placeTexts} from './steps/places.ts'

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

// Without the wrapping the answer is the same, later.
const readBody = readPlainBody(readMarkdown)

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
  return writePlainTree(tree) ?? stringifier.stringify(tree)
}
