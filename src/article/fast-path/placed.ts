import type {Element, ElementContent, Text} from 'hast'
import {textNode} from '../tree.ts'

/** A place in a body, which a parsed node begins or ends at: line and column from 1, and offset. */
export interface BodyPoint {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Where a text that begins at `start` ends. */
export function endOf(text: string, {line, column, offset}: BodyPoint): BodyPoint {
  const lastLine = text.lastIndexOf('\n')
  const end = offset + text.length
  if (lastLine === -1) return {line, column: column + text.length, offset: end}
  return {line: line + text.split('\n').length - 1, column: text.length - lastLine, offset: end}
}

/** The first place of the line below a text that begins at `start`. */
export function below(text: string, start: BodyPoint): BodyPoint {
  const end = endOf(text, start)
  return {line: end.line + 1, column: 1, offset: end.offset + 1}
}

/** An element that was made from `source`, with these children. */
export function placedElement(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
  source: string,
  start: BodyPoint,
): Element {
  const position = {start, end: endOf(source, start)}
  return {type: 'element', tagName, properties, children, position}
}

/** A text that was made from `source`, which may have escapes. */
export function placedText(value: string, source: string, start: BodyPoint): Text {
  return {type: 'text', value, position: {start, end: endOf(source, start)}}
}

/** Blocks inside a block, each on a line of its own. */
export function onLines(blocks: readonly Element[]): ElementContent[] {
  return [textNode('\n'), ...blocks.flatMap((block) => [block, textNode('\n')])]
}
