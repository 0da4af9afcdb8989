import {basename, join} from 'node:path'
import {type Checked, type Diagnostic, isError, report} from '../../base/diagnostic.ts'
import {type ImportedRecord, importDocument} from '../../importer/to-record.ts'
import {todayIn} from '../clock.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {readBytes} from '../files.ts'
import {cannotRead, recordExists} from '../problems.ts'
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
  const {text, original} = imported.value
  const target = join(folder.content, imported.value.path)
  const present = await readBytes(target)
  if (present && new TextDecoder().decode(present) !== text) {
    const where = {file: path}
    const clash = report(recordExists, where, {path: `content/${imported.value.path}`})
    return {value: undefined, diagnostics: [...imported.diagnostics, clash]}
  }
  // The original first: a record without it could not be proved.
  await replaceFile(join(folder.content, original.path), read.value.bytes)
  await replaceFile(target, text)
  return imported
}

/** A file as the importer takes it. */
export async function readDocument(path: string) {
  try {
    const bytes = await readBytes(path)
    if (bytes) {
      const retrieved = todayIn(Intl.DateTimeFormat().resolvedOptions().timeZone)
      return {value: {name: basename(path), bytes, retrieved}, diagnostics: []}
    }
    return {value: undefined, diagnostics: [unread(path, 'ENOENT')]}
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return {value: undefined, diagnostics: [unread(path, code)]}
  }
}

function unread(path: string, code: string): Diagnostic {
  return report(cannotRead, {file: path}, {path, code})
}
