import {type Checked, report} from '../base/diagnostic.ts'
import {svgChanged, svgUnreadable} from './problems.ts'

const elements = new Set(
  [
    'svg g defs symbol use title desc metadata style a switch',
    'path rect circle ellipse line polyline polygon text tspan textPath image marker',
    'linearGradient radialGradient stop pattern clipPath mask filter view',
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting',
    'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR',
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting',
    'feSpotLight feTile feTurbulence',
  ].flatMap((names) => names.split(' ')),
)

/** Names of attributes that point to something: inside the drawing, or a picture that it holds. */
const reference = /^(?:xlink:)?href$/
const inside = /^(?:#|data:image\/(?:png|jpeg|gif|webp);base64,)/
/** What makes a style, or an attribute that styles, fetch something or hide what it says. */
const fetching = /url\((?!\s*["']?#)|@|\\|image-set|expression|behavior|-moz-binding/i

const token =
  /<!--(?:(?!--)[\s\S])*-->|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*>|<!\[CDATA\[[\s\S]*?\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y
const attribute = /\s+([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

const empty = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'

/**
 * A drawing (SVG 2) as it may be published: a browser that opens it as a page of the site runs
 * nothing and fetches nothing. Scripts, handlers, animations, foreign content and what points
 * outside are taken out; one that holds nothing of that stays byte for byte. What is not
 * well-formed XML in UTF-8, which browsers do not show either, gives way to an empty drawing.
 */
export function makeHarmless(file: string, bytes: Uint8Array): Checked<Uint8Array> {
  const removed = new Set<string>()
  const safe = rewrite(decode(bytes), removed)
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  if (safe === undefined) {
    return {value: encode(empty), diagnostics: [report(svgUnreadable, {file}, {})]}
  }
  if (removed.size === 0) return {value: bytes, diagnostics: []}
  const diagnostic = report(svgChanged, {file}, {removed: [...removed]})
  return {value: encode(safe), diagnostics: [diagnostic]}
}

/** Whether a file is a drawing, by its name. */
export function isDrawing(path: string): boolean {
  return /\.svg$/i.test(path)
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return ''
  }
}

/** The text with what is not allowed taken out and noted; undefined when it is not well-formed. */
function rewrite(text: string, removed: Set<string>): string | undefined {
  const drawing = new Drawing(removed)
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at
    const match = token.exec(text)
    if (!match || !drawing.take(match)) return undefined
  }
  return drawing.isWhole ? drawing.safe : undefined
}

/** A drawing that is read a piece at a time. */
class Drawing {
  safe = ''
  readonly #removed: Set<string>
  readonly #open: string[] = []
  #roots = 0
  /** How many elements were open where the outermost one that is taken out began. */
  #skippedFrom = Number.POSITIVE_INFINITY

  constructor(removed: Set<string>) {
    this.#removed = removed
  }

  get isWhole(): boolean {
    return this.#roots === 1 && this.#open.length === 0
  }

  /** Takes the next piece; false when it cannot stand there. */
  take([whole, closing, name, attributes = '', end = '']: RegExpExecArray): boolean {
    if (name !== undefined) return this.#takeTag({name, attributes, end}, whole)
    const isText = /^(?:[^<]|<!\[CDATA\[)/.test(whole)
    if (isText && !this.#mayHold(whole)) return false
    if (closing !== undefined && this.#open.at(-1) !== closing) return false
    if (this.#open.length <= this.#skippedFrom) {
      this.safe += keep(whole, this.#open.at(-1), this.#removed)
    }
    if (closing !== undefined) this.#close()
    return true
  }

  #takeTag(tag: Tag, whole: string): boolean {
    if (this.#open.length === 0 && (this.#roots++ > 0 || tag.name !== 'svg')) return false
    if (!elements.has(tag.name) && this.#open.length <= this.#skippedFrom) {
      this.#removed.add(`<${tag.name}>`)
      this.#skippedFrom = this.#open.length
    }
    if (this.#open.length < this.#skippedFrom) {
      const kept = keepAttributes(tag, this.#removed)
      this.safe += kept === tag.attributes ? whole : `<${tag.name}${kept}${tag.end}>`
    }
    this.#open.push(tag.name)
    if (tag.end === '/') this.#close()
    return true
  }

  #close(): void {
    this.#open.pop()
    if (this.#open.length <= this.#skippedFrom) this.#skippedFrom = Number.POSITIVE_INFINITY
  }

  /** Whether a text may stand here: outside of the drawing there is nothing but white space. */
  #mayHold(text: string): boolean {
    return isReadable(text) && (this.#open.length > 0 || text.trim() === '')
  }
}

interface Tag {
  readonly name: string
  readonly attributes: string
  /** `/` where the element is empty. */
  readonly end: string
}

/** A piece as it stays; instructions and document types go, which point outside. */
function keep(whole: string, parent: string | undefined, removed: Set<string>): string {
  if (/^<[?!](?!--|\[|xml\s)/.test(whole)) {
    // The usual document type names a file that no browser asks for.
    if (!/^<!DOCTYPE svg\b/.test(whole)) removed.add(whole.slice(0, whole.search(/[\s>]/)))
    return ''
  }
  if (parent === 'style' && (fetching.test(whole) || whole.includes('&'))) {
    removed.add('<style>')
    return ''
  }
  return whole
}

function keepAttributes({name: element, attributes}: Tag, removed: Set<string>): string {
  return attributes.replace(attribute, (whole, name: string, double?: string, single?: string) => {
    const value = double ?? single ?? ''
    if (isHarmless(name, value)) return whole
    removed.add(`<${element}> ${name}`)
    return ''
  })
}

function isHarmless(name: string, value: string): boolean {
  if (/^on/i.test(name) || !isReadable(value)) return false
  if (reference.test(name)) return inside.test(value)
  if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg'
  if (name.startsWith('xmlns:')) return true
  if (/^(?:xml:base|src|action|formaction|attributeName)$/i.test(name)) return false
  return !fetching.test(value) && !value.includes('&#')
}

/** Whether all references of a text are to the five characters of XML or to characters by number. */
function isReadable(text: string): boolean {
  return text.startsWith('<![') || !/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)
}
