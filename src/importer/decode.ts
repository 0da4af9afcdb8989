import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {toPoint} from '../base/place.ts'
import {declaredEncoding} from './declared-encoding.ts'
import type {ForeignDocument} from './document.ts'
import {
  decodeLoosely,
  decodeStrictly,
  type Encoding,
  encodingNames,
  isClearlyLikelier,
  judgeEncoding,
  nearestEncoding,
  type Reading,
  validLength,
} from './encoding.ts'
import {
  declaredOtherwise,
  emptyFile,
  encodingByVote,
  lostBytes,
  notText,
  replacementCharacter,
  undecodableByte,
  unsureEncoding,
} from './encoding-problems.ts'

/**
 * The text of a document, in whatever encoding Chinese documents have: by its byte order mark, by
 * what it declares where that is not clearly wrong, by what reads best, and where a text is too
 * short to tell, by what the other documents of the import are in. The mark itself is not part of
 * the text; every other character is kept.
 *
 * Undefined, with an error, when the bytes are in no encoding, or when two are as likely. A few bad
 * bytes in a long text become U+FFFD with an error; nothing is replaced or guessed in silence.
 */
export function decodeText(document: ForeignDocument): Checked<string | undefined> {
  const {bytes, name: file} = document
  const mark = readMark(bytes)
  if (bytes.length === (mark?.length ?? 0)) return refuse(report(emptyFile, {file}, {}))
  if (mark) return decodeMarked(document, mark)
  const {readings, isSure} = judgeEncoding(bytes)
  const [first, second] = readings
  if (!first) return decodeDamaged(document, nearestEncoding(bytes))
  const declared = declaredEncoding(bytes) ?? document.declared
  const stated = readings.find(({encoding}) => encoding === declared)
  if (stated && !isClearlyLikelier(first, stated)) return accept(file, stated.text)
  if (isSure || !second) {
    const contradicts = declared !== undefined && declared !== first.encoding
    const details = {declared: declared ?? first.encoding, found: first.encoding}
    const notes = contradicts ? [report(declaredOtherwise, {file}, details)] : []
    return accept(file, first.text, notes)
  }
  return decideByOthers(document, readings)
}

/**
 * The encoding in which nearly all documents are that tell theirs for sure, so that it may decide
 * about the others; undefined when they differ, or when there are too few.
 */
export function prevailingEncoding(
  documents: Iterable<Encoding | undefined>,
): Encoding | undefined {
  const counts = new Map<Encoding, number>()
  let sum = 0
  for (const encoding of documents) {
    if (encoding === undefined) continue
    sum++
    counts.set(encoding, (counts.get(encoding) ?? 0) + 1)
  }
  const [first] = [...counts].toSorted((left, right) => right[1] - left[1])
  return first && sum >= votersMin && first[1] >= sum * shareMin ? first[0] : undefined
}

/** The encoding that a document tells for sure, if it needs an encoding at all. */
export function sureEncoding(document: ForeignDocument): Encoding | undefined {
  const {bytes} = document
  if (readMark(bytes) || bytes.length > votingBytesMax) return undefined
  const {readings, isSure} = judgeEncoding(bytes)
  const [first] = readings
  // Text in ASCII alone is the same in nearly all encodings.
  const isAscii = first?.text.length === bytes.length
  return isSure && !isAscii ? first?.encoding : undefined
}

const votersMin = 3
const shareMin = 0.9
/** Larger files cost time and tell nothing that the smaller do not. */
const votingBytesMax = 1 << 18

function decideByOthers(
  {name: file, prevailing}: ForeignDocument,
  readings: readonly Reading[],
): Checked<string | undefined> {
  const chosen = readings.find(({encoding}) => encoding === prevailing)
  if (chosen) {
    const note = report(encodingByVote, {file}, {encoding: chosen.encoding})
    return accept(file, chosen.text, [note])
  }
  const ways = readings
    .slice(0, 2)
    .map(({encoding, text}) => ({encoding, start: /\S{1,20}/.exec(text)?.[0] ?? ''}))
  return refuse(report(unsureEncoding, {file}, {ways}))
}

interface Mark {
  readonly encoding: Encoding
  readonly length: number
}

function readMark([first, second, third]: Uint8Array): Mark | undefined {
  if (first === 0xff && second === 0xfe) return {encoding: 'utf-16le', length: 2}
  if (first === 0xfe && second === 0xff) return {encoding: 'utf-16be', length: 2}
  const isUtf8 = first === 0xef && second === 0xbb && third === 0xbf
  return isUtf8 ? {encoding: 'utf-8', length: 3} : undefined
}

function decodeMarked(
  document: ForeignDocument,
  {encoding, length}: Mark,
): Checked<string | undefined> {
  const text = decodeStrictly(document.bytes.subarray(length), encoding)
  if (text === undefined || text.includes('\0')) {
    return refuse(explainFailure(document, encoding, length))
  }
  return accept(document.name, text)
}

/**
 * The text of a document with a few bad bytes, each a U+FFFD, and an error that says so; undefined
 * when there are so many that it may be no text in the encoding at all.
 */
function decodeDamaged(document: ForeignDocument, encoding: Encoding): Checked<string | undefined> {
  const failure = explainFailure(document, encoding, 0)
  const text = decodeLoosely(document.bytes, encoding)
  const count = text.split('\uFFFD').length - 1
  const isHopeless = document.bytes.includes(0) || count > text.length * badShareMax
  if (isHopeless) return refuse(failure)
  const {name: file} = document
  const place = toPoint(text, text.indexOf('\uFFFD'))
  return {
    value: text,
    diagnostics: [report(lostBytes, {file, place}, {encoding: encodingNames[encoding], count})],
  }
}

/** More bad places than one in a hundred characters are no accident of a copy. */
const badShareMax = 0.01

/** Why bytes after a mark of some length are no text in an encoding. */
function explainFailure(
  {bytes, name: file}: ForeignDocument,
  encoding: Encoding,
  mark: number,
): Diagnostic {
  const unit = encoding.startsWith('utf-16') ? 2 : 1
  const text = bytes.subarray(mark)
  const nul = unit === 1 ? text.indexOf(0) : (decodeStrictly(text, encoding)?.indexOf('\0') ?? -1)
  if (nul !== -1) return report(notText, {file}, {offset: mark + unit * nul})
  const valid = validLength(text, encoding)
  const before = decodeStrictly(text.subarray(0, valid), encoding) ?? ''
  const place = toPoint(before, before.length)
  const details = {
    encoding: encodingNames[encoding],
    offset: mark + valid,
    line: place.line,
    byte: text[valid],
  }
  return report(undecodableByte, {file, place}, details)
}

function refuse(diagnostic: Diagnostic): Checked<undefined> {
  return {value: undefined, diagnostics: [diagnostic]}
}

function accept(file: string, text: string, notes: readonly Diagnostic[] = []): Checked<string> {
  const first = text.indexOf('\uFFFD')
  if (first === -1) return {value: text, diagnostics: notes}
  const count = text.split('\uFFFD').length - 1
  const lost = report(replacementCharacter, {file, place: toPoint(text, first)}, {count})
  return {value: text, diagnostics: [...notes, lost]}
}
