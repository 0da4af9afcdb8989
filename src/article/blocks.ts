import type {Element, Root, Text} from 'hast'
import type {Point} from '../base/place.ts'
import {applyEdits, type Edit} from '../text/edit.ts'
import {classesOf, isElement, type Parent} from './tree.ts'

/** Stands in a block's text for something inline that no rule may change or look into. */
const opaque = '\uFFFC'

/**
 * The text of one block – a paragraph, a cell, a caption – or of an attribute, joined over inline
 * markup, so that a phrase is found even where markup cuts it: in 台**风** a table sees 台风.
 */
export interface Block {
  readonly text: string
  /** Line and column in the body, where they are known. */
  readonly start: Point | undefined
  /** Makes the edits of one rule in the tree. */
  readonly repair: (edits: readonly Edit[]) => void
  /** Shows the repaired text as `convert` writes it; every call starts from the repaired text. */
  readonly show: (convert: (text: string) => string) => void
}

/**
 * The blocks of a tree in reading order. Code, and what is marked as not to be translated or as
 * another language, is no prose and stays out.
 */
export function blocksOf(tree: Root): readonly Block[] {
  const blocks: Block[] = []
  const open = new OpenBlock()
  collect(tree, open, blocks)
  open.close(blocks)
  return blocks
}

const inlineNames = new Set(
  'a abbr b bdi cite data del dfn em i ins mark q ruby s small span strong sub sup time u'.split(
    ' ',
  ),
)
const proseAttributes = ['alt', 'title', 'ariaLabel']

/** A piece of a block's text, and where it is shown; nowhere when it is no prose. */
interface Part {
  value: string
  readonly show?: (value: string) => void
}

function collect(parent: Parent, open: OpenBlock, blocks: Block[]): void {
  for (const child of parent.children) {
    if (child.type === 'text') open.addText(child)
    if (!isElement(child)) continue
    collectAttributes(child, blocks)
    // The parentheses of ruby are there for programs that do not know it.
    if (child.tagName === 'rp') continue
    if (child.tagName === 'rt') collectAside(child, blocks)
    else if (child.tagName === 'br') open.parts.push({value: '\n'})
    else if (isNoProse(child)) open.parts.push({value: opaque})
    else if (inlineNames.has(child.tagName) && !standsAlone(child)) collect(child, open, blocks)
    else {
      open.close(blocks)
      collect(child, open, blocks)
      open.close(blocks)
    }
  }
}

/** What stands above the line is a text of its own; the text below it reads on. */
function collectAside(parent: Parent, blocks: Block[]): void {
  const open = new OpenBlock()
  collect(parent, open, blocks)
  open.close(blocks)
}

function isNoProse({tagName, properties}: Element): boolean {
  const lang = properties['lang']
  const foreign = typeof lang === 'string' && !/^zh/i.test(lang)
  return (
    foreign ||
    properties['translate'] === 'no' ||
    ['code', 'pre', 'kbd', 'samp', 'var', 'img', 'input'].includes(tagName)
  )
}

/** The name of a lost picture is a text of its own, not part of the note beside it. */
function standsAlone(target: Element): boolean {
  return classesOf(target).includes('picture-name')
}

function collectAttributes(target: Element, blocks: Block[]): void {
  for (const name of proseAttributes) {
    const value = target.properties[name]
    if (typeof value !== 'string' || value === '') continue
    const show = (text: string): void => {
      target.properties[name] = text
    }
    blocks.push(createBlock([{value, show}], undefined))
  }
}

/** The block that is being collected. */
class OpenBlock {
  readonly parts: Part[] = []
  #start: Point | undefined

  addText(node: Text): void {
    this.#start ??= node.position && {
      line: node.position.start.line,
      column: node.position.start.column,
    }
    const show = (value: string): void => {
      node.value = value
    }
    this.parts.push({value: node.value, show})
  }

  close(blocks: Block[]): void {
    const parts = this.parts.splice(0)
    if (parts.some(({value, show}) => show && value.trim() !== '')) {
      blocks.push(createBlock(parts, this.#start))
    }
    this.#start = undefined
  }
}

function createBlock(parts: readonly Part[], start: Point | undefined): Block {
  const joined = (): string => parts.map(({value}) => value).join('')
  return {
    get text() {
      return joined()
    },
    start,
    repair: (edits) => {
      const after = applyEdits(joined(), edits)
      let at = 0
      for (const part of parts) {
        const end = at + part.value.length
        part.value = after.slice(shifted(at, edits), shifted(end, edits))
        part.show?.(part.value)
        at = end
      }
    },
    show: (convert) => {
      const before = joined()
      const after = convert(before)
      let at = 0
      for (const {value, show} of parts) {
        // Hardly any conversion changes the length; one that does is made node by node.
        show?.(after.length === before.length ? after.slice(at, at + value.length) : convert(value))
        at += value.length
      }
    },
  }
}

/**
 * Where an offset of a text lies after the edits. Inside an edit that keeps the length it keeps
 * its place; inside another it moves to the end, so that the new text belongs where the edit began.
 */
function shifted(offset: number, edits: readonly Edit[]): number {
  let shift = 0
  for (const edit of edits) {
    if (edit.offset >= offset) break
    const inside = offset - edit.offset
    if (inside < edit.before.length) {
      const sameLength = edit.before.length === edit.after.length
      return edit.offset + shift + (sameLength ? inside : edit.after.length)
    }
    shift += edit.after.length - edit.before.length
  }
  return offset + shift
}
