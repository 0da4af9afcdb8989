import {basename, join} from 'node:path'
import type {ContentPath} from '../../base/brand.ts'
import {type Checked, type Diagnostic, isError, report} from '../../base/diagnostic.ts'
import type {ForeignDocument} from '../../importer/document.ts'
import {type ImportedRecord, importDocument} from '../../importer/to-record.ts'
import {parseRecord} from '../../record/parse.ts'
import {createSourceFile} from '../../record/source-file.ts'
import {todayIn} from '../clock.ts'
import {readNamed} from '../document.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {decodeUtf8, exists, readBytes} from '../files.ts'
import {recordExists} from '../problems.ts'
import type {SiteFolder} from '../site-folder.ts'
import type {Terminal} from '../terminal.ts'
import {replaceFile} from '../write.ts'

/** Brings documents into the site: a record for each, and the bytes as they were received. */
export async function importFiles(
  paths: readonly string[],
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const diagnostics: Diagnostic[] = []
  let imported = 0
  for (const path of paths) {
    const result = await importFile(path, folder)
    diagnostics.push(...result.diagnostics)
    if (!result.value) continue
    imported++
    const target = `content/${result.value.path}`
    terminal.say({zh: `${path} → ${target}`, en: `${path} → ${target}`})
  }
  terminal.report(diagnostics)
  terminal.say({
    zh: `导入 ${imported} 份，未导入 ${paths.length - imported} 份`,
    en: `${imported} imported, ${paths.length - imported} not`,
  })
  return diagnostics.some(isError) ? exitCodes.content : exitCodes.ok
}

async function importFile(
  path: string,
  folder: SiteFolder,
): Promise<Checked<ImportedRecord | undefined>> {
  const read = await readDocument(path)
  if (!read.value) return {value: undefined, diagnostics: read.diagnostics}
  const imported = importDocument(read.value)
  if (!imported.value) return imported
  const {path: recordPath, text, original} = imported.value
  const target = join(folder.content, recordPath)
  const present = await readBytes(target)
  if (present && !isUntouched(present, recordPath, read.value)) {
    const clash = report(recordExists, {file: path}, {path: `content/${recordPath}`})
    return {value: undefined, diagnostics: [...imported.diagnostics, clash]}
  }
  // The original first: a record without it could not be proved.
  const originalPath = join(folder.content, original.path)
  if (!(await exists(originalPath))) await replaceFile(originalPath, read.value.bytes)
  if (!present) await replaceFile(target, text)
  return imported
}

/** Whether a record is still what importing the document gave, on whatever day that was. */
function isUntouched(present: Uint8Array, path: ContentPath, document: ForeignDocument): boolean {
  const text = decodeUtf8(present)
  if (text === undefined) return false
  const record = parseRecord(createSourceFile(path, text)).value
  const retrieved = record?.provenance?.retrieved ?? document.retrieved
  return importDocument({...document, retrieved}).value?.text === text
}

/** A file as the importer takes it. */
export async function readDocument(path: string): Promise<Checked<ForeignDocument | undefined>> {
  const {value: bytes, diagnostics} = await readNamed(path)
  if (!bytes) return {value: undefined, diagnostics}
  const retrieved = todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone)
  return {value: {name: basename(path), bytes, retrieved}, diagnostics}
}
