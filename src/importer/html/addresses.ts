import type {Element} from 'hast'
import {select} from 'hast-util-select'
import type {RecordId} from '../../base/brand.ts'
import type {Picture} from '../../record/record.ts'
import type {DraftFile} from '../draft.ts'
import {isElement, textOf, visitPage} from './page.ts'
import {isFileAddress} from './page-lines.ts'

/** What an address of the old site leads to, as far as it is among what is imported. */
export type OldTarget =
  | {readonly kind: 'record'; readonly id: RecordId}
  | {readonly kind: 'file'; readonly path: string}
  /** A page of the import whose record is not known yet. */
  | {readonly kind: 'page'}
  | {readonly kind: 'missing'}

/** Finds what an address from the top of the old site leads to. */
export type FindOld = (address: string) => OldTarget

/** What became of the links and pictures of a text. */
export interface Settled {
  readonly files: readonly DraftFile[]
  /** Pictures that are not there, whose names stand in the text in their place. */
  readonly pictures: readonly Picture[]
  /** Addresses of files that are not there. */
  readonly missing: readonly string[]
  /** Whether the text leads to pages whose records are not known yet. */
  readonly awaitsPages: boolean
}

/**
 * Turns the links and pictures of a text to what they have become: pages to records, files to
 * stand-ins for their copies. Lost pictures leave their names in the text; lost files and pages
 * leave the address they had.
 */
export function settleAddresses(tree: Element, page: OldPage, find: FindOld): Settled {
  const files = new Map<string, DraftFile>()
  const pictures = new Map<string, Picture>()
  const missing = new Set<string>()
  let awaitsPages = false
  const settle = (element: Element, name: 'href' | 'src'): void => {
    const old = toOldAddress(String(element.properties[name]).trim(), page)
    if (old === undefined) {
      dropScript(element, name)
      return
    }
    const target = find(old)
    if (target.kind === 'page') awaitsPages = true
    if (target.kind === 'record') element.properties[name] = `record:${target.id}`
    if (target.kind === 'file') element.properties[name] = standInFor(target.path, files)
    if (target.kind !== 'missing') return
    if (name === 'href' && isFileAddress(old)) missing.add(old)
    if (name === 'src') leaveName(element, old, pictures)
    else leaveAddress(element, old, page)
  }
  visitPage(tree, (element) => {
    const name = isElement(element, 'a') ? 'href' : isElement(element, 'img') ? 'src' : undefined
    const isThere = name === 'src' || holdsAnything(element)
    if (name && isThere && element.properties[name] !== undefined) settle(element, name)
  })
  return {
    files: [...files.values()],
    pictures: [...pictures.values()],
    missing: [...missing],
    awaitsPages,
  }
}

/** Whether a link has anything to press: those of lines that were taken out have not. */
function holdsAnything(link: Element): boolean {
  return textOf(link).trim() !== '' || select('img', link) !== undefined
}

function standInFor(path: string, files: Map<string, DraftFile>): string {
  const file = files.get(path) ?? {path, standIn: `dibao-file-${files.size}.`}
  files.set(path, file)
  return file.standIn
}

/** An address outside the old site stays, unless it is a script or leads into the page itself. */
function dropScript({properties}: Element, name: 'href' | 'src'): void {
  if (!/^\s*(?:https?:|mailto:|tel:)/i.test(String(properties[name]))) delete properties[name]
}

function leaveAddress({properties}: Element, old: string, {host}: OldPage): void {
  if (host) properties['href'] = `http://${host}${encodeURI(old)}`
  else delete properties['href']
}

/** Whether an address leads to a picture, by its ending. */
export function isPictureAddress(address: string): boolean {
  return /\.(?:png|jpe?g|gif|bmp|webp|tiff?)$/i.test(address)
}

/** Where a page was in the old site. */
export interface OldPage {
  /** From the top of the old site: `/2004/a.html`. */
  readonly address: string
  /** The name of the old site, where it is known. */
  readonly host?: string | undefined
}

/** The address from the top of the old site; undefined for one that leads elsewhere or nowhere. */
export function toOldAddress(address: string, {address: base, host}: OldPage): string | undefined {
  if (address === '' || address.startsWith('#')) return undefined
  const own = `http://${host ?? unknownHost}`
  if (!URL.canParse(address, own + base)) return undefined
  const url = new URL(address, own + base)
  if (!/^https?:$/.test(url.protocol) || url.hostname !== new URL(own).hostname) return undefined
  return decodeAddress(url.pathname + url.search)
}

/** An address without percent-escapes, where they are UTF-8. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

const unknownHost = 'old.invalid'

/** Puts a picture's name on a line of its own where the picture was. */
function leaveName(image: Element, address: string, pictures: Map<string, Picture>): void {
  const name = address.replace(/[?#].*$/s, '').replace(/^.*\//s, '')
  if (name === '') return
  pictures.set(name, {name, missing: true})
  const lineBreak = (): Element => ({type: 'element', tagName: 'br', properties: {}, children: []})
  Object.assign(image, {
    tagName: 'span',
    properties: {},
    children: [lineBreak(), lineBreak(), {type: 'text', value: name}, lineBreak(), lineBreak()],
  })
}
