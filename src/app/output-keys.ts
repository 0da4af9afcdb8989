import {join} from 'node:path'
import type {KeyedFiles, OutputKeys} from '../emit/diff.ts'
import {readBytes} from './files.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolder} from './site-folder.ts'

/**
 * From which keys the files of the last build were made; nothing where that is not known, and then
 * everything is made again. A digest stands beside each file, so that nothing is said of one that
 * another build has published since.
 */
export async function readOutputKeys({cache}: SiteFolder): Promise<OutputKeys> {
  const bytes = await readBytes(pathIn(cache))
  try {
    const stored: readonly (readonly [string, KeyedFiles])[] = JSON.parse(
      new TextDecoder().decode(bytes),
    )
    return new Map(stored)
  } catch {
    return new Map()
  }
}

/** Keeps the keys for the next build. */
export async function writeOutputKeys(keys: OutputKeys, {cache}: SiteFolder): Promise<void> {
  await replaceFile(pathIn(cache), JSON.stringify([...keys]))
}

function pathIn(cache: string): string {
  return join(cache, 'output-keys.json')
}
