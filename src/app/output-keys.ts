import {join} from 'node:path'
import type {Digest} from '../base/brand.ts'
import type {KeyedFiles, OutputKeys} from '../emit/diff.ts'
import {readSealed, writeSealed} from './sealed-file.ts'
import type {SiteFolder} from './site-folder.ts'

/** From which keys the files of a build were made, and what they all were made from besides. */
export interface SharedKeys {
  /** Undefined where it cannot be told what the program is. */
  readonly shared: Digest | undefined
  readonly keys: OutputKeys
}

interface Kept extends Omit<SharedKeys, 'keys'> {
  readonly keys: readonly (readonly [string, KeyedFiles])[]
}

/**
 * From which keys the files of the last build were made; none where that is not known, or they were
 * made from something else than `shared`, and then everything is made again. A digest stands beside
 * each file, so that nothing is said of one that another build has published since.
 */
export async function readOutputKeys(
  shared: Digest | undefined,
  {cache}: SiteFolder,
): Promise<SharedKeys> {
  const kept = shared && (await readSealed<Kept>(pathIn(cache)))
  return {shared, keys: new Map(kept && kept.shared === shared ? kept.keys : [])}
}

/** Keeps the keys for the next build. */
export async function writeOutputKeys(
  {shared, keys}: SharedKeys,
  {cache}: SiteFolder,
): Promise<void> {
  const kept: Kept = {shared, keys: [...keys]}
  await writeSealed(pathIn(cache), kept)
}

function pathIn(cache: string): string {
  return join(cache, 'output-keys.json')
}
