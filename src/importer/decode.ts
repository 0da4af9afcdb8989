import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {toPoint} from '../base/place.ts'
import type {ForeignDocument} from './document.ts'
import {emptyFile, notText, replacementCharacter, undecodableByte} from './problems.ts'

/**
 * The text of a document: UTF-8, or UTF-16 where a byte order mark says so. The mark itself is not
 * part of the text; every other character is kept.
 *
 * Undefined, with an error that names the place, when the bytes are not wholly in that encoding:
 * a byte is never replaced by U+FFFD.
 */
export function decodeText(document: ForeignDocument): Checked<string | undefined> {
  const {encoding, label, mark} = readMark(document.bytes)
  const bytes = document.bytes.subarray(mark)
  const refuse = (diagnostic: Diagnostic) => ({value: undefined, diagnostics: [diagnostic]})
  const file = document.name
  if (bytes.length === 0) return refuse(report(emptyFile, {file}, {}))
  const zero = encoding === 'utf-8' ? bytes.indexOf(0) : -1
  if (zero !== -1) return refuse(report(notText, {file}, {offset: mark + zero}))
  const text = decode(bytes, encoding)
  if (text === undefined) {
    const valid = validLength(bytes, encoding)
    const before = decode(bytes.subarray(0, valid), encoding) ?? ''
    const place = toPoint(before, before.length)
    const details = {encoding: label, offset: mark + valid, line: place.line, byte: bytes[valid]}
    return refuse(report(undecodableByte, {file, place}, details))
  }
  const nul = text.indexOf('\0')
  if (nul !== -1) return refuse(report(notText, {file}, {offset: mark + 2 * nul}))
  return {value: text, diagnostics: reportLosses(file, text)}
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

interface Mark {
  readonly encoding: Encoding
  /** The encoding's name for people. */
  readonly label: string
  /** Length of the byte order mark. */
  readonly mark: number
}

function readMark(bytes: Uint8Array): Mark {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return {encoding: 'utf-16le', label: 'UTF-16', mark: 2}
  if (first === 0xfe && second === 0xff) return {encoding: 'utf-16be', label: 'UTF-16', mark: 2}
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  return {encoding: 'utf-8', label: 'UTF-8', mark: marked ? 3 : 0}
}

function decode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    // A mark in second place is a character of the text and stays.
    return new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/** How many bytes from the start are whole characters; `bytes` is known to be bad somewhere. */
function validLength(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isBeginning(bytes.subarray(0, middle), encoding)) good = middle
    else bad = middle
  }
  // `good` may end inside a character that never becomes whole.
  while (decode(bytes.subarray(0, good), encoding) === undefined) good--
  return good
}

/** Whether bytes could still become a text if more followed. */
function isBeginning(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, {fatal: true, ignoreBOM: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}

function reportLosses(file: string, text: string): readonly Diagnostic[] {
  const first = text.indexOf('\uFFFD')
  if (first === -1) return []
  const count = text.split('\uFFFD').length - 1
  return [report(replacementCharacter, {file, place: toPoint(text, first)}, {count})]
}
