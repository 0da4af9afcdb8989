import type {Checked} from '../base/diagnostic.ts'
import type {ForeignDocument} from './document.ts'
import {noCorpus} from './reader.ts'
import {readDocument} from './readers.ts'
import {type ImportedRecord, toRecord} from './to-record.ts'

/** The first record that a document becomes when it is imported by itself. */
export function importDocument(document: ForeignDocument): Checked<ImportedRecord | undefined> {
  const {drafts, diagnostics} = readDocument(document, noCorpus)
  const [draft] = drafts
  if (!draft) return {value: undefined, diagnostics}
  const record = toRecord(document, draft)
  return {value: record.value, diagnostics: [...diagnostics, ...record.diagnostics]}
}
