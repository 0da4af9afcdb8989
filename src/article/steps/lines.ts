import type {Element, Root, Text} from 'hast'
import {patternRule} from '../../text/edit.ts'
import {blocksOf} from '../blocks.ts'
import {cutText, element, isElement, type Parent, textOf, visitElements} from '../tree.ts'

/**
 * Makes lines what a Chinese reader expects. A line that begins with a typed indent is a new
 * paragraph. A line that somebody ended – a short one, one that ends with a colon, one of several
 * that all end a sentence – stays a line. Any other break between two Han characters or full-width
 * marks only wraps a long line, and is nothing, where HTML would show a space.
 */
export function mendLines(tree: Root): void {
  visitElements(tree, (target, parent) => {
    if (target.tagName === 'p') splitAtIndents(target, parent)
  })
  visitElements(tree, (target) => {
    if (['p', 'li', 'td', 'th', 'dd'].includes(target.tagName)) keepEndedLines(target)
  })
  for (const block of blocksOf(tree)) {
    if (block.text.includes('\n')) block.repair(joinLines(block.text).edits)
  }
}

function splitAtIndents(paragraph: Element, parent: Parent): void {
  if (!textOf(paragraph).includes('\n')) return
  const groups: Element['children'][] = [[]]
  for (const child of paragraph.children) {
    if (child.type !== 'text') {
      groups.at(-1)?.push(child)
      continue
    }
    const [first, ...rest] = splitText(child, /\n(?=\u3000)/g)
    groups.at(-1)?.push(first)
    for (const text of rest) groups.push([text])
  }
  if (groups.length === 1) return
  const {position} = paragraph
  const paragraphs = groups.map((children) => ({
    ...element('p', {}, children),
    ...(position && {position}),
  }))
  const index = (parent.children as readonly unknown[]).indexOf(paragraph)
  parent.children.splice(index, 1, ...paragraphs)
}

// No editor program wraps lines of Chinese this narrow.
const shortLineMax = 20

function keepEndedLines(block: Element): void {
  const text = textOf(block)
  if (!text.includes('\n')) return
  const lines = text.split('\n')
  const isVerse = lines.slice(0, -1).every((line) => /[。！？；：”）]\s*$/.test(line))
  let line = ''
  block.children = block.children.flatMap((child): Element['children'] => {
    if (child.type !== 'text') {
      line = isElement(child, 'br') ? '' : lastLine(line + textOf(child))
      return [child]
    }
    // Between blocks a line break is the serialiser's, not the text's.
    if (child.value.trim() === '') return [child]
    const [first, ...rest] = splitText(child, /(?=\n)/g)
    const kept: Element['children'] = [first]
    line += first.value
    for (const text of rest) {
      if (isVerse || isEndedLine(line)) kept.push(element('br', {}), cutText(text, 1))
      else kept.push(text)
      line = text.value.slice(1)
    }
    return kept
  })
}

/** The parts of a text between the matches of `separator`, each with its own place. */
function splitText(text: Text, separator: RegExp): readonly [Text, ...Text[]] {
  const cuts = [...text.value.matchAll(separator)]
  const ends = cuts.map(({0: match, index}) => index + match.length)
  return [
    cutText(text, 0, cuts[0]?.index),
    ...ends.map((end, index) => cutText(text, end, cuts[index + 1]?.index)),
  ]
}

function isEndedLine(line: string): boolean {
  return (
    /\p{Script=Han}/u.test(line) && (line.trim().length < shortLineMax || /[：:]\s*$/.test(line))
  )
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}

const wide = '[\\p{Script=Han}〇\\u3000-\\u303f\\uff01-\\uff5e“”‘’…—·]'
const joinLines = patternRule(
  'line-break',
  new RegExp(`(?<=${wide})[ \\t]*\\n[ \\t]*(?=${wide})`, 'gu'),
  () => '',
)
