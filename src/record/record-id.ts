import type {ContentPath, RecordId} from '../base/brand.ts'
import {digestOf} from '../base/digest.ts'
import {readVersionName} from './version-name.ts'

/** How long an id may be, in bytes of UTF-8: a file system allows 255 for a whole name. */
export const idBytesMax = 120

const allowed = /^[\p{L}\p{M}\p{N}_.-]+$/u
const notAllowed = /[^\p{L}\p{M}\p{N}_.-]+/gu
// Names of devices, which Windows gives to no file, whatever ending follows.
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/**
 * The id in a text, in Unicode's composed form (NFC), or undefined when it cannot be one.
 *
 * Letters and digits of any script, `-`, `_` and `.`; no dot at either end, since servers hide the
 * one and Windows drops the other; not `page`, under which lists are continued; no device of
 * Windows; at most 120 bytes.
 */
export function toRecordId(text: string): RecordId | undefined {
  const id = text.trim().normalize('NFC')
  if (!allowed.test(id) || /^\.|\.$/.test(id) || /^page$/i.test(id) || reserved.test(id)) {
    return undefined
  }
  // Checked above: this is where an id is made.
  return Buffer.byteLength(id) <= idBytesMax ? (id as RecordId) : undefined
}

/**
 * The id of a record that states none: the name of its file without ending, or of its folder for
 * `index.md`; of an earlier version that of its record. Whatever an id may not have becomes `-`; a name that is too long, reserved or left
 * empty is completed by a few digits of its digest, so that every file has an id.
 */
export function idOfPath(path: ContentPath): RecordId {
  const segments = (readVersionName(path)?.of ?? path).split('/')
  const stem = segments.at(-1)!.replace(/(?<=.)\.[^.]*$/, '')
  const name = /^index$/i.test(stem) ? (segments.at(-2) ?? stem) : stem
  const id = toRecordId(cleanName(name))
  if (id !== undefined) return id
  const digest = digestOf(name.normalize('NFC')).slice(0, 8)
  // Without dots no device is left, and with a digest no reserved word.
  const start = cutToBytes(cleanName(name).replaceAll('.', '-'), idBytesMax - 1 - digest.length)
  return toRecordId(start === '' ? digest : `${start}-${digest}`)!
}

function cutToBytes(text: string, bytesMax: number): string {
  let cut = ''
  for (const character of text) {
    if (Buffer.byteLength(cut + character) > bytesMax) break
    cut += character
  }
  return cut
}

/** The name with everything that an id may not have turned into `-`; maybe nothing is left. */
export function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(notAllowed, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
}
