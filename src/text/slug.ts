import type {Slug} from '../base/brand.ts'
import {digestOf} from '../base/digest.ts'

const lengthMax = 60

// Names of devices, which Windows gives to no file (Win32, "Naming Files").
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * One segment of an address made from a text: letters and digits of any script stay, since readers
 * know a column by its Chinese name; everything else becomes a hyphen. Lower case, canonical
 * (NFC), at most 60 characters, and never empty: a text without a letter gives part of its digest.
 */
export function createSlug(text: string): Slug {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  const characters = Array.from(slug).slice(0, lengthMax).join('').replace(/-+$/, '')
  if (characters !== '' && !reserved.test(characters)) return characters as Slug
  return `${characters || 'x'}${digestOf(text).slice(0, 8)}` as Slug
}
