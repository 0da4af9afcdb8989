import type {Root} from 'hast'
import {classesOf, isElement, type Parent, textOf} from './tree.ts'

const blockNames = new Set(
  'blockquote dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
)

/** The text of a tree as a reader sees it, a block a line, without footnotes and notes of ours. */
export function plainTextOf(tree: Root): string {
  const lines: string[] = ['']
  read(tree, lines)
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** The running text of a tree: its paragraphs and list items, without headings and captions. */
export function proseOf(tree: Root): string {
  const lines: string[] = []
  readProse(tree, lines)
  return lines.map((line) => line.trim()).join('\n')
}

function readProse(parent: Parent, lines: string[]): void {
  for (const child of parent.children) {
    if (!isElement(child) || isAside(classesOf(child))) continue
    if (child.tagName === 'p' || child.tagName === 'li') lines.push(textOf(child))
    else readProse(child, lines)
  }
}

function read(parent: Parent, lines: string[]): void {
  for (const child of parent.children) {
    if (child.type === 'text') lines[lines.length - 1] += child.value
    if (!isElement(child) || isAside(classesOf(child))) continue
    const isBlock = blockNames.has(child.tagName)
    if (isBlock || child.tagName === 'br') lines.push('')
    read(child, lines)
    if (isBlock) lines.push('')
  }
}

function isAside(classes: readonly string[]): boolean {
  return classes.includes('missing-picture-note') || classes.includes('footnotes')
}
