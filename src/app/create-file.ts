import {mkdir, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'

/** Writes a file that is not there yet. False, and nothing is touched, where there is one. */
export async function createFile(path: string, body: string | Uint8Array): Promise<boolean> {
  await mkdir(dirname(path), {recursive: true})
  try {
    await writeFile(path, body, {flag: 'wx'})
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
