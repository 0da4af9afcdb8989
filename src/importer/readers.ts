import {report} from '../base/diagnostic.ts'
import type {ForeignDocument} from './document.ts'
import {htmlReader} from './html/reader.ts'
import {markdownReader} from './markdown-reader.ts'
import {plainTextReader} from './plain-text-reader.ts'
import {unknownKind} from './problems.ts'
import type {Corpus, Reader, Reading} from './reader.ts'
import {csvReader, jsonReader, sqlReader, wxrReader} from './rows/reader.ts'
import {wordReader} from './word-reader.ts'

/** Every kind of document that can be imported; the first that takes a document reads it. */
const readers: readonly Reader[] = [
  csvReader,
  jsonReader,
  sqlReader,
  wxrReader,
  markdownReader,
  wordReader,
  htmlReader,
  plainTextReader,
]

/** The announcements in a document; an error when it is of no kind that can be read. */
export function readDocument(document: ForeignDocument, corpus: Corpus): Reading {
  const refusal = refusalFor(document)
  if (refusal) return {drafts: [], awaitsPages: false, diagnostics: [refusal]}
  const reader = readers.find(({reads}) => reads(document)) ?? plainTextReader
  return reader.read(document, corpus)
}

/** Whether a file in a folder is a document by its name; others are pictures and attachments. */
export function isDocumentName(name: string): boolean {
  return documentEnding.test(name.replace(/[?@#].*$/s, ''))
}

const documentEnding =
  /\.(?:s?html?|xhtml|aspx?|jspx?|php\d?|cfm|do|txt|csv|tsv|json|jsonl|ndjson|sql|xml|md|markdown|docx)$/i

function refusalFor({name: file, bytes, word}: ForeignDocument) {
  if (word) return undefined
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const kind = signatures.find(([start]) => head.startsWith(start))?.[1]
  return kind && report(unknownKind, {file}, {kind})
}

/** How files begin that hold no text as it stands. */
const signatures = [
  ['\xd0\xcf\x11\xe0', 'doc'],
  ['{\\rtf', 'doc'],
  ['From: <S', 'mht'],
  ['MIME-Ver', 'mht'],
  ['PK\x03\x04', 'zip'],
  ['%PDF', 'pdf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
] as const
