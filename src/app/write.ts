import {mkdirSync, renameSync, writeFileSync} from 'node:fs'
import {lstat, readdir, rm, rmdir, writeFile} from 'node:fs/promises'
import {basename, dirname, join} from 'node:path'
import type {Digest, OutputPath} from '../base/brand.ts'
import {checksumFile, formatChecksums} from '../emit/checksums.ts'
import {type Manifest, OutputDiff} from '../emit/diff.ts'
import type {OutputFile} from '../emit/output.ts'
import {ifMissing, listFiles, mapConcurrently} from './files.ts'
import {readManifest, writeManifest} from './manifest.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolder} from './site-folder.ts'
import {swapIn, takeBack} from './swap.ts'

/** What publishing did. */
export interface Written {
  readonly written: number
  readonly removed: number
  readonly unchanged: number
}

/** Files that are written aside, and wait for the word. */
export interface StagedOutput {
  /**
   * Puts the site in the place of the last one, whole; where that cannot be done, each file in its
   * place by renaming it, and removes what the last build wrote and the site no longer has. Files of
   * others in the output folder stay.
   */
  readonly publish: () => Promise<Written>
  /** Leaves everything as it was. */
  readonly discard: () => Promise<void>
}

/**
 * Writes aside what differs from the last build. Files are taken one at a time, and none is held:
 * that a later one is wrong is known before the first is published.
 */
export async function stageOutput(
  files: Iterable<OutputFile>,
  folder: SiteFolder,
): Promise<StagedOutput> {
  const {output} = folder
  takeBack(folder)
  const last = await readManifest(output)
  const diff = new OutputDiff(last, new Set((await listFiles(output)) as OutputPath[]))
  // Inside the output folder, so that renaming never crosses disks.
  const stage = join(output, '.dibao', 'staged')
  const discard = async (): Promise<void> => {
    await rm(stage, {recursive: true, force: true})
    await removeEmpty(dirname(output), join(basename(output), '.dibao'))
  }
  await rm(stage, {recursive: true, force: true})
  const waiting: OutputPath[] = []
  try {
    for (const file of withChecksums(files, diff)) {
      if (!diff.take(file)) continue
      if (waiting.length === 0) mkdirSync(stage, {recursive: true})
      writeFileSync(join(stage, String(waiting.length)), file.body)
      waiting.push(file.path)
    }
  } catch (error) {
    await discard()
    throw error
  }
  return {
    discard,
    publish: async () => {
      const {unchanged, remove, manifest} = diff
      const staged = new Map(waiting.map((path, index) => [path, join(stage, String(index))]))
      if (waiting.length + remove.length > 0 && !(await swapIn({manifest, last, staged}, folder))) {
        await publishFiles(output, {stage, waiting, last, diff})
      }
      await rm(stage, {recursive: true, force: true})
      return {written: waiting.length, removed: remove.length, unchanged}
    },
  }
}

/** The files, and at their end the list of all with their digests. */
function* withChecksums(files: Iterable<OutputFile>, diff: OutputDiff): Generator<OutputFile> {
  yield* files
  const path = checksumFile as OutputPath
  yield {path, body: formatChecksums(diff.manifest), from: 'checksums'}
}

interface Staged {
  readonly stage: string
  /** Where each file of the stage belongs; its name there is its index. */
  readonly waiting: readonly OutputPath[]
  readonly last: Manifest
  readonly diff: OutputDiff
}

async function publishFiles(output: string, {stage, waiting, last, diff}: Staged): Promise<void> {
  const {remove, manifest} = diff
  // Should this be cut off, the next build writes again, or removes, whatever was begun.
  const begun = waiting.map((path) => [path, unknownDigest] as const)
  await writeManifest(output, new Map([...last, ...begun]))
  // Removing comes first: a file may make way for a folder, or a name for the same in capitals.
  await removeFiles(output, remove)
  const folders = new Set<string>()
  for (const [index, path] of waiting.entries()) {
    const target = join(output, path)
    const folder = dirname(target)
    if (!folders.has(folder)) mkdirSync(folder, {recursive: true})
    folders.add(folder)
    renameSync(join(stage, String(index)), target)
  }
  await writeManifest(output, manifest)
}

// The digest of no file.
const unknownDigest = '' as Digest

/**
 * Writes a file that somebody named: whole or not at all, unless it is a device, a pipe or a link to
 * another place, which stays what it is.
 */
export async function writeNamed(path: string, body: string): Promise<void> {
  const there = await lstat(path).catch(ifMissing(undefined))
  // What stands in /dev/stderr is the file of another, which may have something in it already.
  const flag = path.startsWith('/dev/') ? 'a' : 'w'
  if (there && !there.isFile()) return writeFile(path, body, {flag})
  try {
    await replaceFile(path, body)
  } catch (error) {
    // Its name, and not that of the file beside it, is the one that somebody knows.
    throw error instanceof Error ? Object.assign(error, {path}) : error
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
