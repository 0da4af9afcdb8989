import {mkdir, readdir, rename, rm, rmdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Digest, OutputPath} from '../base/brand.ts'
import {digestOf} from '../base/digest.ts'
import {diffOutput, type Manifest} from '../emit/diff.ts'
import type {OutputFile} from '../emit/output.ts'
import {ifMissing, listFiles, mapConcurrently, readBytes} from './files.ts'
import type {SiteFolder} from './site-folder.ts'

/** What publishing did. */
export interface Written {
  readonly written: number
  readonly removed: number
  readonly unchanged: number
}

/**
 * Publishes files: writes what differs from the last build, each under a temporary name that is
 * then renamed, and removes what the last build wrote and the site no longer has. Files of others
 * in the output folder stay.
 */
export async function writeOutput(
  files: readonly OutputFile[],
  folder: SiteFolder,
): Promise<Written> {
  // It goes where the site goes: what was published can be taken back from any machine.
  const manifestPath = join(folder.output, '.dibao', 'published.json')
  const last = await readManifest(manifestPath)
  const present = new Set((await listFiles(folder.output)) as OutputPath[])
  const {write, remove, unchanged, manifest} = diffOutput(files, last, present)
  if (write.length + remove.length > 0) {
    // Should this be cut off, the next build writes again, or removes, whatever was begun.
    const begun = write.map(({path}) => [path, unknownDigest] as const)
    await writeManifest(manifestPath, new Map([...last, ...begun]))
  }
  // Removing comes first: a file may make way for a folder, or a name for the same in capitals.
  await removeFiles(folder.output, remove)
  await mapConcurrently(write, ({path, body}) => replaceFile(join(folder.output, path), body))
  await writeManifest(manifestPath, manifest)
  return {written: write.length, removed: remove.length, unchanged}
}

// The digest of no file.
const unknownDigest = '' as Digest

async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  await replaceFile(path, `${JSON.stringify(Object.fromEntries(manifest), null, 1)}\n`)
}

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

async function readManifest(path: string): Promise<Manifest> {
  const bytes = await readBytes(path)
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))
    const entries = Object.entries(parsed ?? {}) as [OutputPath, Digest][]
    return new Map(entries)
  } catch {
    // Without the list of the last build everything is written again and nothing is removed.
    return new Map()
  }
}

async function removeFiles(folder: string, paths: readonly OutputPath[]): Promise<void> {
  await mapConcurrently(paths, (path) => rm(join(folder, path), {force: true}))
  // One after another: two files may leave the same folder empty.
  for (const parent of new Set(paths.map((path) => dirname(path)))) {
    await removeEmpty(folder, parent)
  }
}

/** Removes a folder, and those around it, as far as they are empty. */
async function removeEmpty(folder: string, path: string): Promise<void> {
  for (let parent = path; parent !== '.'; parent = dirname(parent)) {
    const left = await readdir(join(folder, parent)).catch(ifMissing([]))
    if (left.length > 0) return
    await rmdir(join(folder, parent)).catch(ifMissing(undefined))
  }
}
