import type {Element, Root, Text} from 'hast'
import type {Point} from '../base/place.ts'
import {applyEdits, type Edit} from '../text/edit.ts'
import {changePlaces, noPlaces, type Places, slicePlaces} from './places.ts'
import {classesOf, isElement, type Parent, startOf} from './tree.ts'

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
  /** Where the text stands in the body. */
  readonly places: Places
  /** Makes the edits of one rule in the tree. */
  readonly repair: (edits: readonly Edit[]) => void
  /** Shows the repaired text with the edits of an edition; every call starts from the repaired text. */
  readonly show: (edits: readonly Edit[]) => void
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
  places: Places
  readonly show?: (value: string) => void
  /** Where a text keeps its places. */
  readonly node?: Text
}

function opaquePart(value: string): Part {
  return {value, places: noPlaces(value.length)}
}

function collect(parent: Parent, open: OpenBlock, blocks: Block[]): void {
  for (const child of parent.children) {
    if (child.type === 'text') open.addText(child)
    if (!isElement(child)) continue
    collectAttributes(child, blocks)
    // The parentheses of ruby are there for programs that do not know it.
    if (child.tagName === 'rp') continue
    if (child.tagName === 'rt') collectAside(child, blocks)
    else if (child.tagName === 'br') open.parts.push(opaquePart('\n'))
    else if (isNoProse(child)) open.parts.push(opaquePart(opaque))
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
    const places = target.data?.attributePlaces?.[name] ?? noPlaces(value.length)
    const show = (text: string): void => {
      target.properties[name] = text
    }
    blocks.push(createBlock([{value, places, show}], startOf(target)))
  }
}

/** The block that is being collected. */
class OpenBlock {
  readonly parts: Part[] = []
  #start: Point | undefined

  addText(node: Text): void {
    this.#start ??= startOf(node)
    const show = (value: string): void => {
      node.value = value
    }
    const places = node.data?.places ?? noPlaces(node.value.length)
    this.parts.push({value: node.value, places, show, node})
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
  const joinedPlaces = (): Places => parts.flatMap(({places}) => places)
  return {
    get text() {
      return joined()
    },
    get places() {
      return joinedPlaces()
    },
    start,
    repair: (edits) => {
      const after = applyEdits(joined(), edits)
      const places = changePlaces(joinedPlaces(), edits)
      let at = 0
      for (const part of parts) {
        const [from, to] = [shifted(at, edits), shifted(at + part.value.length, edits)]
        at += part.value.length
        part.value = after.slice(from, to)
        part.places = slicePlaces(places, from, to)
        part.show?.(part.value)
        if (part.node) part.node.data = {...part.node.data, places: part.places}
      }
    },
    show: (edits) => {
      const after = applyEdits(joined(), edits)
      let at = 0
      for (const {value, show} of parts) {
        const end = at + value.length
        show?.(after.slice(shifted(at, edits), shifted(end, edits)))
        at = end
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
