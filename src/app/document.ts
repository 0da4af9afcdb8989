import type {Checked} from '../base/diagnostic.ts'
import {report} from '../base/diagnostic.ts'
import {readBytes} from './files.ts'
import {cannotRead} from './problems.ts'

/** The bytes of a file that somebody named. */
export async function readNamed(path: string): Promise<Checked<Uint8Array | undefined>> {
  try {
    const value = await readBytes(path)
    if (value) return {value, diagnostics: []}
    return unread(path, 'ENOENT')
  } catch (error) {
    return unread(
      path,
      error instanceof Error && 'code' in error ? String(error.code) : String(error),
    )
  }
}

function unread(path: string, code: string): Checked<undefined> {
  return {value: undefined, diagnostics: [report(cannotRead, {file: path}, {path, code})]}
}
