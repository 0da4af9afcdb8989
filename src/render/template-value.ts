import {report} from '../base/diagnostic.ts'
import {findNearNames} from '../record/near.ts'
import {Html} from './html.ts'
import {unknownName} from './problems.ts'
import {TemplateError, type TemplatePlace, wrongAt} from './template-error.ts'

/** A value of which nothing is known before a page is made, while a template is tried. */
export const unsure = Object.freeze({unsure: true})
export type Unsure = typeof unsure

/** How many names are proposed for one that is not there. */
const nearMax = 3

/**
 * The property of this name. Own properties of plain values alone can be read, and of a value that
 * is not there (null) every name is null; any other name is a `TemplateError` with its place.
 */
export function lookUp(object: unknown, name: string, root: unknown, at: TemplatePlace): unknown {
  if (object === null || object === undefined) return null
  if (object === unsure) return unsure
  if (isReadable(object) && Object.hasOwn(object, name)) return object[name]
  if (Array.isArray(object) && /^\d+$/.test(name)) return null
  throw new TemplateError(() => {
    const {file, line, column} = at
    const names = ownNames(object)
    const elsewhere = pathsIn(root, object === root ? '' : '@root.')
    const known = new Map([...elsewhere, ...names.map((own) => [own, [own]] as const)])
    const near = findNearNames(name, known.keys()).flatMap((found) => known.get(found) ?? [])
    const where = {file: `templates/${file}`, place: {line, column}}
    return [report(unknownName, where, {name, near: near.slice(0, nearMax), names})]
  })
}

/** A value as `{{ }}` writes it: markup as it is, text escaped, nothing for what is not there. */
export function writeValue(value: unknown): string {
  if (typeof value === 'string') return escapeValue(value)
  if (value instanceof Html) return value.markup
  return value === null || value === undefined ? '' : escapeValue(String(value))
}

/** A value as `{{{ }}}` writes it, which takes markup and nothing else. */
export function writeMarkup(value: unknown, at: TemplatePlace): string {
  if (value instanceof Html) return value.markup
  if (value === unsure) return ''
  throw wrongAt(at, {
    zh: '{{{ }}} 只能放邸报生成的网页内容，文字请写 {{ }}',
    en: '{{{ }}} takes markup that Dibao made, not plain text; write {{ }}',
  })
}

/** Whether `{{#if}}` takes a value for nothing: an empty list is, and so is zero. */
export function isNothing(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0)
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '`': '&#x60;',
  '=': '&#x3D;',
}

// More than `escapeMarkup` escapes: a template may leave the quotes of an attribute out.
function escapeValue(text: string): string {
  if (!/[&<>"'`=]/.test(text)) return text
  return text.replace(/[&<>"'`=]/g, (sign) => references[sign]!)
}

function isReadable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !(value instanceof Html)
}

function ownNames(value: unknown): readonly string[] {
  return isReadable(value) && !Array.isArray(value) ? Object.keys(value) : []
}

/** Every name that a template could have meant, with the ways to write it from where it stands. */
function pathsIn(root: unknown, start: string): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, string[]>()
  const visit = (value: unknown, path: string, depth: number): void => {
    if (!isReadable(value) || depth > 3) return
    const entries = Array.isArray(value)
      ? value.slice(0, 1).map((first) => ['[0]', first] as const)
      : Object.entries(value)
    for (const [name, inner] of entries) {
      paths.set(name, [...(paths.get(name) ?? []), `${path}${name}`])
      visit(inner, `${path}${name}.`, depth + 1)
    }
  }
  visit(root, start, 0)
  return paths
}
