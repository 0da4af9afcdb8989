import type {Element, ElementContent, Root} from 'hast'
import type {Nodes, Paragraph, PhrasingContent, RootContent} from 'mdast'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import rehypeStringify from 'rehype-stringify'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {textOf} from './page.ts'
import {type Stretch, toStretches} from './plain-blocks.ts'
import {keptTag, prepareTree} from './prepare.ts'

/** The text of a record, and what a reader sees of it, without any white space. */
export interface Body {
  readonly markdown: string
  readonly text: string
}

/**
 * A tree as the text of a record, with every character of its own: Markdown, and HTML for tables
 * that Markdown cannot say and for raised and lowered characters; fonts and colours go. Where the
 * Markdown does not read as the tree does, all of it stays HTML. The tree is used up.
 */
export function toBody(tree: Element): Body {
  prepareTree(tree)
  const body = joinBodies(toStretches(tree).map(toStretchBody))
  if (body.text === textOf(tree).replace(/\s/g, '')) return body
  const markdown = `<div>${htmlOf(tree)}</div>\n`
  return {markdown, text: textOfMarkdown(markdown)}
}

/** The same as `toBody` makes of a tree where Markdown can say it, by the whole conversion alone. */
export function toMarkdown(tree: Element): string {
  prepareTree(tree)
  return convert(tree.children)
}

function toStretchBody(stretch: Stretch): Body {
  if (stretch.kind === 'other') {
    const markdown = convert(stretch.nodes).replace(/\n+$/, '')
    return {markdown, text: textOfMarkdown(markdown)}
  }
  const {paragraphs} = stretch
  const text = paragraphs.map((each) => each.replace(/\\\n|\s/g, '')).join('')
  return {markdown: paragraphs.join('\n\n'), text}
}

function joinBodies(bodies: readonly Body[]): Body {
  const markdown = bodies
    .map((body) => body.markdown)
    .filter((each) => each !== '')
    .join('\n\n')
  return {
    markdown: markdown === '' ? '' : `${markdown}\n`,
    text: bodies.map((body) => body.text).join(''),
  }
}

function convert(nodes: readonly ElementContent[]): string {
  const root: Root = {type: 'root', children: [...nodes]}
  const markdown = converter.runSync(root)
  return stringifier.stringify({...markdown, children: markdown.children.flatMap(splitBlock)})
}

/** The text that a reader sees of Markdown, without any white space. */
export function textOfMarkdown(markdown: string): string {
  return visible(parser.parse(markdown)).replace(/\s/g, '')
}

// As the build reads a record: four spaces never mean code.
const withoutIndentedCode = {disable: {null: ['codeIndented']}}

const parser = unified()
  .data({micromarkExtensions: [withoutIndentedCode]})
  .use(remarkParse)
  .use(remarkGfm, {singleTilde: false})
  .use(remarkCjkFriendly)
  .freeze()
const fragments = unified().use(rehypeParse, {fragment: true}).freeze()
const htmlStringifier = unified().use(rehypeStringify).freeze()
const stringifier = unified()
  .use(remarkGfm, {singleTilde: false})
  .use(remarkCjkFriendly)
  .use(remarkStringify, {bullet: '-', rule: '-', resourceLink: true})
  .freeze()
const converter = unified()
  .use(rehypeRemark, {
    document: true,
    handlers: {
      [keptTag]: (_, node: Element) => ({type: 'html', value: htmlOf(node)}),
      sup: (state, node: Element) => inTags('sup', state.all(node)),
      sub: (state, node: Element) => inTags('sub', state.all(node)),
    },
  })
  .freeze()

function htmlOf({children}: Element): string {
  // White space between the parts of a table says nothing, and a blank line would end the HTML.
  return htmlStringifier.stringify({type: 'root', children}).replace(/\s*\n\s*/g, '\n')
}

function inTags(name: string, content: readonly Nodes[]): Nodes[] {
  return [{type: 'html', value: `<${name}>`}, ...content, {type: 'html', value: `</${name}>`}]
}

/** A block with its paragraphs parted where the old page only broke lines. */
function splitBlock<Block extends RootContent>(block: Block): readonly RootContent[] {
  if (block.type === 'paragraph') return splitParagraph(block)
  if (block.type === 'blockquote' || block.type === 'listItem' || block.type === 'list') {
    const children = block.children.flatMap((child) => splitBlock(child))
    return [{...block, children} as RootContent]
  }
  return [block]
}

/**
 * Two breaks in a row, or one before an indent, part paragraphs; a single break is a line inside
 * one, as in an address.
 */
function splitParagraph(paragraph: Paragraph): readonly Paragraph[] {
  const groups: PhrasingContent[][] = [[]]
  const {children} = paragraph
  for (const [index, child] of children.entries()) {
    const next = children[index + 1]
    const isIndent = next?.type === 'text' && /^[\u3000\u00a0]/.test(next.value)
    const wasBreak = child.type === 'break' && groups.at(-1)?.at(-1)?.type === 'break'
    if (child.type === 'break' && (isIndent || wasBreak)) groups.push([])
    else groups.at(-1)!.push(child)
  }
  return groups
    .map((group) => withoutEdgeBreaks(group))
    .filter((group) => group.length > 0)
    .map((group) => ({type: 'paragraph', children: group}))
}

function withoutEdgeBreaks(group: readonly PhrasingContent[]): PhrasingContent[] {
  const isBreak = (node: PhrasingContent): boolean =>
    node.type === 'break' || (node.type === 'text' && /^[ \t\n]*$/.test(node.value))
  const start = group.findIndex((node) => !isBreak(node))
  return start === -1 ? [] : group.slice(start, group.findLastIndex((node) => !isBreak(node)) + 1)
}

function visible(node: Nodes): string {
  if (node.type === 'html') return textOf(fragments.parse(node.value))
  if ('value' in node) return node.type === 'yaml' ? '' : node.value
  return 'children' in node ? node.children.map(visible).join('') : ''
}
