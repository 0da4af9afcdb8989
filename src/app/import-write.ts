import {join} from 'node:path'
import type {ContentPath} from '../base/brand.ts'
import {type Diagnostic, report} from '../base/diagnostic.ts'
import {type Account, accountedShare} from '../importer/account.ts'
import type {ForeignDocument} from '../importer/document.ts'
import type {Draft} from '../importer/draft.ts'
import {type ImportedRecord, toRecord} from '../importer/to-record.ts'
import {parseRecord} from '../record/parse.ts'
import type {NewsRecord} from '../record/record.ts'
import {createSourceFile} from '../record/source-file.ts'
import {decodeUtf8, exists, readBytes} from './files.ts'
import type {FileStore} from './import-files.ts'
import {alreadyImported, recordExists} from './problems.ts'
import type {SiteFolder} from './site-folder.ts'
import {replaceFile} from './write.ts'

/** What became of a document. */
export interface Outcome {
  readonly name: string
  readonly records: readonly KeptRecord[]
  readonly diagnostics: readonly Diagnostic[]
}

/** A record that was written, was there already, or would be written. */
export interface KeptRecord {
  readonly path: ContentPath
  readonly fields: Omit<NewsRecord, 'file' | 'body' | 'bodyLine'>
  readonly body: string
  readonly account: Account
  /** How much of the document is accounted for, in percent. */
  readonly share: number
}

/** Writes the records of a document, the files they use, and its bytes as they were received. */
export async function keepDrafts(
  document: ForeignDocument,
  drafts: readonly Draft[],
  folder: SiteFolder,
  files: FileStore,
  isDryRun: boolean,
): Promise<Omit<Outcome, 'name'>> {
  const records: KeptRecord[] = []
  const diagnostics: Diagnostic[] = []
  for (const draft of drafts) {
    const kept = await keepDraft(document, draft, folder, files, isDryRun)
    diagnostics.push(...kept.diagnostics)
    if (kept.record) records.push(kept.record)
  }
  return {records, diagnostics}
}

interface Kept {
  readonly record?: KeptRecord
  readonly diagnostics: readonly Diagnostic[]
}

async function keepDraft(
  document: ForeignDocument,
  draft: Draft,
  folder: SiteFolder,
  files: FileStore,
  isDryRun: boolean,
): Promise<Kept> {
  const names = new Map<string, string>()
  for (const {path} of draft.files) names.set(path, `../${await files.keep(path)}`)
  const make = (name: string, retrieved: ForeignDocument['retrieved']) =>
    toRecord({...document, name, retrieved}, draft, (path) => names.get(path) ?? path)
  const imported = make(document.name, document.retrieved)
  if (!imported.value) return {diagnostics: imported.diagnostics}
  const {path} = imported.value
  const present = await readBytes(join(folder.content, path))
  const twin = present && findTwin(present, path, document, make)
  const where = {file: document.name}
  if (present && twin === undefined) {
    const clash = report(recordExists, where, {path: `content/${path}`})
    return {diagnostics: [...imported.diagnostics, clash]}
  }
  if (!isDryRun) await write(imported.value, document, folder, present !== undefined)
  const isCopy = twin !== undefined && twin !== document.name
  const note = report(alreadyImported, where, {path: `content/${path}`, name: twin ?? ''})
  return {
    record: toKept(imported.value, draft),
    diagnostics: isCopy ? [...imported.diagnostics, note] : imported.diagnostics,
  }
}

function toKept({path, record}: ImportedRecord, {account}: Draft): KeptRecord {
  const {file: _file, body, bodyLine: _bodyLine, ...fields} = record
  return {path, fields, body, account, share: accountedShare(account)}
}

async function write(
  {path, text, original}: ImportedRecord,
  {bytes}: ForeignDocument,
  {content}: SiteFolder,
  isThere: boolean,
): Promise<void> {
  // The original first: a record without it could not be proved.
  const originalPath = join(content, original.path)
  if (!(await exists(originalPath))) await replaceFile(originalPath, bytes)
  if (!isThere) await replaceFile(join(content, path), text)
}

/**
 * The name under which the same bytes were imported to give a record that nobody has edited since;
 * undefined for any other record.
 */
function findTwin(
  present: Uint8Array,
  path: ContentPath,
  document: ForeignDocument,
  make: (name: string, retrieved: ForeignDocument['retrieved']) => ReturnType<typeof toRecord>,
): string | undefined {
  const text = decodeUtf8(present)
  if (text === undefined) return undefined
  const {file: name = document.name, retrieved = document.retrieved} =
    parseRecord(createSourceFile(path, text)).value?.provenance ?? {}
  return make(name, retrieved).value?.text === text ? name : undefined
}
