import * as z from 'zod'
import {type StatedDate, toDay, toStatedDate} from '../base/day.ts'
import {
  type Diagnostic,
  type Problem,
  report,
  type Where,
  type Wording,
} from '../base/diagnostic.ts'
import {findPathFault, splitPath} from './file-path.ts'
import {
  badAlias,
  badDate,
  badDigest,
  badFlag,
  badNumber,
  badPath,
  type Kind,
  noSuchDay,
  wrongKind,
} from './problems.ts'

/** What the reference says of a field. */
export interface FieldNote {
  /** Its name in Chinese, as it stands on printed announcements: 发布日期. */
  readonly label: string
  readonly description: Wording
  /** How it is written, one or more lines of YAML. */
  readonly example: string
}

/** The notes on all fields, by their schema. */
export const fieldNotes = z.registry<FieldNote>()

/** The schema with a note of its own. */
export function note<Schema extends z.ZodType>(
  schema: Schema,
  label: string,
  description: Wording,
  example: string,
): Schema {
  // Notes hang on the object, and one reader serves many fields.
  const own = schema.clone()
  fieldNotes.add(own, {label, description, example})
  return own
}

/** Says what is wrong, once it is known where. */
export type Tell = (where: Where) => Diagnostic

/** Refuses a value with a problem of ours; `path` leads from the value to the part that is meant. */
export function refuse<Details>(
  context: z.RefinementCtx,
  problem: Problem<Details>,
  details: NoInfer<Details>,
  path: readonly PropertyKey[] = [],
): never {
  const tell: Tell = (where) => report(problem, where, details)
  context.addIssue({code: 'custom', path: [...path], params: {tell}})
  return z.NEVER
}

/** What an issue of `refuse` has to say. */
export function tellOf(issue: z.core.$ZodIssue): Tell | undefined {
  const tell: Tell | undefined = issue.code === 'custom' ? issue.params?.['tell'] : undefined
  return tell
}

/** The kind of a value that comes out of the front matter. */
export function kindOf(value: unknown): Kind {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'flag'
  return Array.isArray(value) ? 'list' : 'mapping'
}

/** The names and values of a group, or undefined for anything else. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] | undefined {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isGroup ? Object.entries(value) : undefined
}

/** A text as it is written; of nothing but blanks, it counts as not given. */
export const text = z
  .string()
  .transform((value) => (isBlank(value) ? undefined : value))
  .optional()

/** A text that may not be left out: something of it can be seen. */
export const requiredText = z.string().regex(/[^\s\p{Cf}\p{Cc}\u3164\uffa0\u115f\u1160]/u)

/** A date as exactly as it is known; after a day may stand a time, which `toClockTime` reads. */
export const day = z
  .string()
  .transform((value, context) => (isBlank(value) ? undefined : readDay(value, context)))
  .optional()

/** A date that may not be left out. */
export const requiredDay = requiredText.transform(readDay)

function readDay(value: string, context: z.RefinementCtx): StatedDate {
  const date = toStatedDate(value)
  if (date !== undefined) return date
  const match = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(value)
  const [year, month, dayOfMonth] = match?.slice(1).map(Number) ?? []
  if (year === undefined || month === undefined || dayOfMonth === undefined) {
    return refuse(context, badDate, {found: value})
  }
  if (toDay(year, month, dayOfMonth)) return refuse(context, badDate, {found: value})
  const last = [31, 30, 29, 28].map((end) => toDay(year, month, end)).find((end) => end)
  return refuse(context, noSuchDay, {found: value, last})
}

/** A whole number from 0, `1209` or `1,209`; digits and commas of full width will do. */
export const count = z
  .string()
  .transform((value, context) => {
    if (isBlank(value)) return undefined
    const plain = value.normalize('NFKC').trim()
    // Fifteen digits are exact in a number.
    const isCount = /^(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})$/.test(plain)
    if (isCount) return Number(plain.replaceAll(',', ''))
    return refuse(context, badNumber, {found: value, least: 0})
  })
  .optional()

/** A number of a line, from 1. */
export const lineNumber = z.string().transform((value, context) => {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  return refuse(context, badNumber, {found: value, least: 1})
})

/** True or false, quoted or not; false when not given. */
export const flag = z
  .unknown()
  .transform((value, context) => {
    if (typeof value === 'boolean') return value
    if (value === undefined) return false
    if (typeof value !== 'string') {
      return refuse(context, wrongKind, {
        found: kindOf(value),
        expected: 'flag',
        example: 'draft: true',
      })
    }
    if (isBlank(value) || /^false$/i.test(value)) return false
    return /^true$/i.test(value) ? true : refuse(context, badFlag, {found: value})
  })
  .default(false)

/** A list of these, or a single one without the list around it; empty when not given. */
export function listOf<Item extends z.ZodType>(item: Item) {
  const asList = (value: unknown) =>
    Array.isArray(value) ? value : typeof value === 'string' && isBlank(value) ? [] : [value]
  return z.preprocess(asList, z.array(item)).default([])
}

/** An address of the old site, from its top: of a full address, what follows the host name. */
export const oldAddress = z.string().transform((value, context) => {
  const [, fullPath] = /^https?:\/\/[^/?#]+([^#]*)/i.exec(value.trim()) ?? []
  const address = fullPath === undefined ? value.trim() : fullPath.replace(/^(?!\/)/, '/')
  const [path = ''] = address.split('?')
  const isBad =
    !/^\/(?!\/)/.test(address) ||
    /[\p{Cc}\\]|%5c|%00/iu.test(address) ||
    splitPath(path).includes('..')
  if (!isBad) return address
  return refuse(context, badAlias, {found: value, fixed: repairAddress(address)})
})

function repairAddress(address: string): string {
  const clean = address.replace(/\p{Cc}|%00/gu, '').replace(/\\|%5c/gi, '/')
  const [path = '', query] = clean.split(/\?(.*)/s)
  const segments = splitPath(path).filter((part) => part !== '' && part !== '.' && part !== '..')
  return `/${segments.join('/')}${query === undefined ? '' : `?${query}`}`
}

/** The path of a file beside the record, or from the top of the site when it begins with `/`. */
export const filePath = z
  .string()
  .transform((value, context) => (isBlank(value) ? undefined : readPath(value, context)))
  .optional()

/** The path of a file, which may not be left out. */
export const requiredPath = requiredText.transform(readPath)

function readPath(value: string, context: z.RefinementCtx): string {
  const fault = findPathFault(value)
  return fault ? refuse(context, badPath, {found: value, fault}) : value
}

/** A SHA-256 digest; capitals become small letters. */
export const sha256 = z
  .string()
  .transform((value, context) => {
    if (isBlank(value)) return undefined
    if (/^[0-9a-f]{64}$/i.test(value)) return value.toLowerCase()
    return refuse(context, badDigest, {found: value})
  })
  .optional()

/** Whether a text has nothing in it but blanks. */
export function isBlank(value: string): boolean {
  return value.trim() === ''
}
