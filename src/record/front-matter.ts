import matter from 'gray-matter'
import {type Checked, report} from '../base/diagnostic.ts'
import {cutAtFences} from './fences.ts'
import type {Fields} from './field-value.ts'
import {frontMatterTooLarge} from './front-matter-problems.ts'
import {readPlainHeads} from './plain-heads.ts'
import {readBlock} from './yaml-block.ts'

/** A record file taken apart. */
export interface FrontMatter {
  readonly fields: Fields
  /** Everything after the line of the closing `---`, byte for byte. */
  readonly body: string
  readonly bodyLine: number
  /** Line of the closing `---`, above which a missing field would be added. */
  readonly fenceLine: number
}

/** How many characters (UTF-16 code units) front matter may have, fences included. */
export const frontMatterMax = 64 * 1024

/**
 * Takes the front matter off a text; every name and value comes with its place in the file.
 *
 * The value is undefined when there is none or it cannot be read. With a value there may still be
 * errors: of single names, which it lacks then.
 */
export function parseFrontMatter(file: string, text: string): Checked<FrontMatter | undefined> {
  const {value: cut, diagnostics} = cutAtFences(file, text)
  if (!cut) return {value: undefined, diagnostics}
  const {head, body, bodyLine, fenceLine} = cut
  if (head.length > frontMatterMax) {
    const where = {file, place: {line: fenceLine, column: 1}}
    const details = {length: head.length, limit: frontMatterMax}
    return {value: undefined, diagnostics: [report(frontMatterTooLarge, where, details)]}
  }
  const checked = readHead(file, head)
  const fields = checked.value
  const value = fields && {fields, body, bodyLine, fenceLine}
  return {value, diagnostics: checked.diagnostics}
}

/**
 * Reads front matter, fences included. gray-matter finds the block between them and hands it to our
 * reader. It is given no body, which it would not return byte for byte, and always options: without
 * them it remembers results, and a second look at a broken file finds no error.
 */
export function readAnyHead(file: string, head: string): Checked<Fields | undefined> {
  // It leaves the `\r` of a last line's CRLF at the end, which YAML would take for text.
  const yaml = (block: string) => ({checked: readBlock(file, `${block}\n`)})
  const {data} = matter(head, {language: 'yaml', engines: {...refusingEngines, yaml}})
  // A block of nothing but comments never reaches the reader.
  const checked: Checked<Fields | undefined> = data['checked'] ?? {
    value: new Map(),
    diagnostics: [],
  }
  return checked
}

const readHead = readPlainHeads(readAnyHead)

/**
 * Every language but YAML, refused. gray-matter runs what follows `---js` as a program, and only an
 * engine under the name `javascript` stops it; `js` alone does not.
 */
export const refusingEngines = Object.fromEntries(
  ['javascript', 'js', 'json', 'coffee', 'coffeescript', 'cson', 'toml'].map((name) => [
    name,
    refuse,
  ]),
)

function refuse(): never {
  throw new Error('only YAML front matter is allowed')
}
