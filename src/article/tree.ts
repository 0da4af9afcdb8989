import type {Element, ElementContent, Root, RootContent, Text} from 'hast'
import type {Point} from '../base/place.ts'
import {type Places, slicePlaces} from './places.ts'

declare module 'hast' {
  interface TextData {
    /** Where the text stands in the body; not there when it could not be told. */
    places?: Places
  }
  interface ElementData {
    /** The same for attributes that are read, by their names. */
    attributePlaces?: Readonly<Record<string, Places>>
  }
}

/** A node that has children. */
export type Parent = Root | Element

/** Any node of an HTML tree. */
export type Node = Root | RootContent | ElementContent

/** Whether a node is an element, of one of `names` when any are given. */
export function isElement(node: Node | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

/** Calls `visit` for every element, each before those inside it. */
export function visitElements(
  parent: Parent,
  visit: (element: Element, parent: Parent) => void,
): void {
  // A copy, since a visit may change what stands beside the element.
  for (const child of parent.children.slice()) {
    if (child.type !== 'element') continue
    visit(child, parent)
    visitElements(child, visit)
  }
}

/** The ids that elements have. */
export function idsOf(tree: Parent): Set<string> {
  const ids = new Set<string>()
  visitElements(tree, ({properties}) => {
    if (properties['id'] !== undefined) ids.add(String(properties['id']))
  })
  return ids
}

/** All text inside a node, joined as it stands. */
export function textOf(node: Node): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** Where an element or a text begins in the body, where that is known. */
export function startOf({position}: Element | Text): Point | undefined {
  return position && {line: position.start.line, column: position.start.column}
}

/** A new element. */
export function element(
  tagName: string,
  properties: Element['properties'],
  children: readonly ElementContent[] = [],
): Element {
  return {type: 'element', tagName, properties, children: [...children]}
}

/** A new text node. */
export function textNode(value: string): Text {
  return {type: 'text', value}
}

/** A part of a text, with its place in the body. */
export function cutText(text: Text, from: number, to: number = text.value.length): Text {
  const {places} = text.data ?? {}
  const value = text.value.slice(from, to)
  return {...text, value, ...(places && {data: {places: slicePlaces(places, from, to)}})}
}

/** Puts `replacement` where `child` stands. */
export function replaceChild(parent: Parent, child: Node, ...replacement: Element[]): void {
  const index = (parent.children as Node[]).indexOf(child)
  parent.children.splice(index, 1, ...replacement)
}

/** The classes of an element. */
export function classesOf({properties}: Element): readonly string[] {
  const value = properties['className']
  return Array.isArray(value) ? value.map(String) : []
}

/** Gives an element one more class. */
export function addClass(target: Element, name: string): void {
  const classes = classesOf(target)
  if (!classes.includes(name)) target.properties['className'] = [...classes, name]
}
