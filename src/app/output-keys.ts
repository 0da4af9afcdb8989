import {join} from 'node:path'
import type {KeyedFiles, OutputKeys} from '../emit/diff.ts'
import {readSealed, writeSealed} from './sealed-file.ts'
import type {SiteFolder} from './site-folder.ts'

/**
 * From which keys the files of the last build were made; nothing where that is not known, and then
 * everything is made again. A digest stands beside each file, so that nothing is said of one that
 * another build has published since.
 */
export async function readOutputKeys({cache}: SiteFolder): Promise<OutputKeys> {
  return new Map(await readSealed<readonly (readonly [string, KeyedFiles])[]>(pathIn(cache)))
}

/** Keeps the keys for the next build. */
export async function writeOutputKeys(keys: OutputKeys, {cache}: SiteFolder): Promise<void> {
  await writeSealed(pathIn(cache), [...keys])
}

function pathIn(cache: string): string {
  return join(cache, 'output-keys.json')
}
