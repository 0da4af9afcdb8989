import type {Element, Root, Text} from 'hast'
import {createShift, type Places, type Run} from '../places.ts'
import {isElement, type Parent} from '../tree.ts'

/**
 * Notes on every text of a tree where it stands in the body. The tree was parsed from the body with
 * the line ends of Unix.
 */
export function placeTexts(tree: Root, body: string): void {
  const lineEnds = [...body.matchAll(/\r\n/g)].map(({index}, count) => {
    return {rule: 'line-end', offset: index - count, before: '\n', after: '\r\n'}
  })
  const shiftAt = createShift(lineEnds)
  placeChildren(tree, ({position}) => {
    const [from, to] = [position?.start.offset, position?.end.offset]
    if (from === undefined || to === undefined) return undefined
    const start = from + shiftAt(from)
    return {start, source: body.slice(start, to + shiftAt(to))}
  })
}

/** The source that a node was made from, and where it begins in the body. */
type FindSource = (node: Text | Element) => {start: number; source: string} | undefined

function placeChildren(parent: Parent, find: FindSource): void {
  for (const child of parent.children) {
    if (child.type === 'text') placeText(child, find)
    if (!isElement(child)) continue
    placeAttributes(child, find)
    placeChildren(child, find)
  }
}

function placeText(node: Text, find: FindSource): void {
  const found = find(node)
  const places = found && align(node.value, found.source, found.start)
  if (places) node.data = {...node.data, places}
}

/** Attributes have no place of their own: they are looked for as they stand. */
function placeAttributes(target: Element, find: FindSource): void {
  const places: Record<string, Places> = {}
  for (const name of ['alt', 'title']) {
    const value = target.properties[name]
    const found = typeof value === 'string' && value !== '' ? find(target) : undefined
    if (typeof value !== 'string' || !found) continue
    const {source, start} = found
    const at = source.indexOf(value)
    if (at === -1 || source.indexOf(value, at + 1) !== -1) continue
    places[name] = [{length: value.length, start: start + at, end: start + at + value.length}]
  }
  if (Object.keys(places).length === 0) return
  // The parser's types promise a position in `data`, which it gives only when asked to.
  target.data = {...target.data, attributePlaces: places} as NonNullable<Element['data']>
}

const characterReference = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][\dA-Za-z]{1,31});/y

/**
 * Where each stretch of a text stands in its source, which differs from it by escapes, character
 * references, and what Markdown leaves out at the starts and ends of lines.
 */
function align(text: string, source: string, offset: number): Places | undefined {
  if (text === source && text !== '' && !text.includes('&')) {
    return [{length: text.length, start: offset, end: offset + text.length}]
  }
  const runs: Run[] = []
  let at = 0
  let next = 0
  const take = (length: number, sourceLength: number): void => {
    const start = offset + next
    const last = runs.at(-1)
    const isPlain = length === sourceLength
    if (isPlain && last?.end === start && last.start === start - last.length) {
      runs[runs.length - 1] = {...last, length: last.length + length, end: start + length}
    } else runs.push({length, start, end: start + sourceLength})
    at += length
    next += sourceLength
  }
  while (at < text.length) {
    if (next >= source.length) return undefined
    const same = plainLength(text, at, source, next)
    const reference = referenceAt(source, next)
    const unit = source[next]!
    if (same > 0) take(same, same)
    else if (reference !== undefined) take(lengthFor(reference, text, at), reference.length)
    else if (unit === '\\' && source[next + 1] === text[at]) take(1, 2)
    else if (/[\s>]/.test(unit)) next++
    else return undefined
  }
  return runs
}

/** How many units of a text a character reference stands for; all of it where it is only quoted. */
function lengthFor(reference: string, text: string, at: number): number {
  if (text.startsWith(reference, at)) return reference.length
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

/** How many units from here on stand in both as they are, up to the next reference. */
function plainLength(text: string, at: number, source: string, next: number): number {
  const most = Math.min(text.length - at, source.length - next)
  let length = 0
  while (length < most && source[next + length] === text[at + length]) {
    if (referenceAt(source, next + length) !== undefined) break
    length++
  }
  return length
}

function referenceAt(source: string, offset: number): string | undefined {
  if (source[offset] !== '&') return undefined
  characterReference.lastIndex = offset
  return characterReference.exec(source)?.[0]
}
