import type {Element} from 'hast'
import {select, selectAll} from 'hast-util-select'
import {parseDocument} from 'yaml'
import {type Checked, report} from '../../base/diagnostic.ts'
import {badProfile} from '../problems.ts'

/** What an editor says about the pages of an old site. */
export interface Profile {
  /** The name of the site: `www.yunzhou.gov.cn`. */
  readonly host: string | undefined
  readonly designs: readonly Design[]
}

/** How pages of one design are made: selectors as in style sheets. */
export interface Design {
  /** The element that holds the text. */
  readonly content: string
  readonly title?: string | undefined
  /** Elements that are no part of the text. */
  readonly remove: readonly string[]
}

/**
 * Reads the profile of a site, YAML with `host` and a list of `designs`; undefined, with an error,
 * when something in it is not what it should be.
 */
export function parseProfile(file: string, text: string): Checked<Profile | undefined> {
  const refuse = (fault: string): Checked<undefined> => {
    return {value: undefined, diagnostics: [report(badProfile, {file}, {fault})]}
  }
  const document = parseDocument(text, {schema: 'failsafe'})
  const [error] = document.errors
  if (error) return refuse(error.message.split('\n', 1)[0] ?? '')
  const {host, designs, ...rest} = asGroup(document.toJS({maxAliasCount: 0}))
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) return refuse(unknown)
  const read = (Array.isArray(designs) ? designs : []).map(readDesign)
  const fault = read.find((each) => typeof each === 'string')
  if (fault !== undefined || read.length === 0) return refuse(fault ?? 'designs')
  const value = {
    host: typeof host === 'string' ? host : undefined,
    designs: read.filter((each) => typeof each !== 'string'),
  }
  return {value, diagnostics: []}
}

/** The design of a page: the first whose text is on it, with the element that holds the text. */
export function findDesign(
  {designs}: Profile,
  body: Element,
): {readonly design: Design; readonly content: Element} | undefined {
  for (const design of designs) {
    const content = select(design.content, body)
    if (content) return {design, content}
  }
  return undefined
}

/** The elements of a page that a design leaves out. */
export function findRemoved({remove}: Design, body: Element): ReadonlySet<Element> {
  return new Set(remove.flatMap((selector) => selectAll(selector, body)))
}

/** A design, or what is wrong with it. */
function readDesign(value: unknown): Design | string {
  const {content, title, remove = [], ...rest} = asGroup(value)
  const [unknown] = Object.keys(rest)
  if (unknown !== undefined) return unknown
  const removed = [remove].flat()
  const selectors = [content, ...(title === undefined ? [] : [title]), ...removed]
  const wrong = selectors.find((each) => typeof each !== 'string' || !isSelector(each))
  if (selectors.includes(undefined)) return 'content'
  if (wrong !== undefined) return String(wrong)
  // Checked above: all are texts.
  return {
    content: content as string,
    title: title as string | undefined,
    remove: removed as string[],
  }
}

function isSelector(text: string): boolean {
  try {
    select(text, {type: 'element', tagName: 'p', properties: {}, children: []})
    return text.trim() !== ''
  } catch {
    return false
  }
}

function asGroup(value: unknown): Readonly<Record<string, unknown>> {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isGroup ? {...value} : {}
}
