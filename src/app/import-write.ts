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
import {
  type AddressIndex,
  describeChanges,
  type EarlierRecord,
  readEarlier,
} from './import-update.ts'
import {alreadyImported, recordEdited, recordExists, recordUpdated} from './problems.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Terminal} from './terminal.ts'

/** What became of a document. */
export interface Outcome {
  readonly name: string
  readonly records: readonly KeptRecord[]
  /** What was read of announcements that became no record. */
  readonly refused: readonly RefusedDraft[]
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

/** An announcement as far as it was understood. */
export type RefusedDraft = Pick<Draft, 'title' | 'fields' | 'body' | 'account'>

/** What writing a record needs to know besides its document. */
export interface Keeping {
  readonly folder: SiteFolder
  readonly files: FileStore
  readonly isDryRun: boolean
  /** The records of earlier imports by the addresses of their pages. */
  readonly earlier: AddressIndex
  /** Reads a document as this import does. */
  readonly reread: (document: ForeignDocument) => Promise<readonly Draft[]>
  readonly ask: Terminal['ask']
}

/** Writes the records of a document, the files they use, and its bytes as they were received. */
export async function keepDrafts(
  document: ForeignDocument,
  drafts: readonly Draft[],
  keeping: Keeping,
): Promise<Omit<Outcome, 'name'>> {
  const records: KeptRecord[] = []
  const refused: RefusedDraft[] = []
  const diagnostics: Diagnostic[] = []
  for (const draft of drafts) {
    const kept = await keepDraft(document, draft, keeping)
    diagnostics.push(...kept.diagnostics)
    if (kept.record) records.push(kept.record)
    else refused.push(draft)
  }
  return {records, refused, diagnostics}
}

interface Kept {
  readonly record?: KeptRecord
  readonly diagnostics: readonly Diagnostic[]
}

async function keepDraft(document: ForeignDocument, draft: Draft, keeping: Keeping): Promise<Kept> {
  const {folder, isDryRun} = keeping
  const nameOf = await keepFiles(draft, keeping)
  const make: Make = (name, retrieved) => toRecord({...document, name, retrieved}, draft, nameOf)
  const imported = make(document.name, document.retrieved)
  if (!imported.value) return {diagnostics: imported.diagnostics}
  const {path} = imported.value
  const known = keeping.earlier.get(draft.addresses?.[0] ?? '')
  if (known !== undefined && known !== path) {
    const earlier = await readEarlier(known, folder)
    if (earlier) return updateRecord(document, draft, earlier, keeping)
  }
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

type Make = (name: string, retrieved: ForeignDocument['retrieved']) => ReturnType<typeof toRecord>

async function keepFiles(draft: Draft, {files}: Keeping): Promise<(path: string) => string> {
  const names = new Map<string, string>()
  for (const {path} of draft.files) names.set(path, `../${await files.keep(path)}`)
  return (path) => names.get(path) ?? path
}

/**
 * Writes the record of a page anew whose document has changed. It keeps its id and its place; where
 * somebody has edited it, only when a person says so.
 */
async function updateRecord(
  document: ForeignDocument,
  draft: Draft,
  earlier: EarlierRecord,
  keeping: Keeping,
): Promise<Kept> {
  const {folder, isDryRun, ask} = keeping
  const made = toRecord(document, draft, await keepFiles(draft, keeping), earlier.id)
  if (!made.value) return {diagnostics: made.diagnostics}
  const updated = {...made.value, path: earlier.path}
  const changes = describeChanges(earlier.record, updated.record)
  const details = {path: `content/${earlier.path}`, changes}
  const where = {file: document.name}
  const question = {
    zh: `「${details.path}」被人改过，原件也有改动：${changes.join('；')}。照原件覆盖吗？(y/N) `,
    en: `${details.path} was edited, and the document has changed: ${changes.join('; ')}. Overwrite it? (y/N) `,
  }
  const mayWrite = (await isUntouched(earlier, keeping)) || (await ask?.(question))?.trim() === 'y'
  if (!mayWrite) return {diagnostics: [...made.diagnostics, report(recordEdited, where, details)]}
  if (!isDryRun) await write(updated, document, folder, false)
  return {
    record: toKept(updated, draft),
    diagnostics: [...made.diagnostics, report(recordUpdated, where, details)],
  }
}

/** Whether a record is still what importing its own document gives. */
async function isUntouched(earlier: EarlierRecord, keeping: Keeping): Promise<boolean> {
  const {document, text, id} = earlier
  if (!document) return false
  for (const draft of await keeping.reread(document)) {
    const again = toRecord(document, draft, await keepFiles(draft, keeping), id)
    if (again.value?.text === text) return true
  }
  return false
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
  make: Make,
): string | undefined {
  const text = decodeUtf8(present)
  if (text === undefined) return undefined
  const {file: name = document.name, retrieved = document.retrieved} =
    parseRecord(createSourceFile(path, text)).value?.provenance ?? {}
  return make(name, retrieved).value?.text === text ? name : undefined
}
