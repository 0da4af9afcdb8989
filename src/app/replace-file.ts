import {mkdir, rename, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {digestOf} from '../base/digest.ts'

/** Writes a file whole or not at all. */
export async function replaceFile(path: string, body: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), {recursive: true})
  // In the same folder, so that renaming never crosses disks.
  const temporary = join(dirname(path), `.${digestOf(path).slice(0, 16)}.part`)
  try {
    await writeFile(temporary, body)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, {force: true})
    throw error
  }
}
