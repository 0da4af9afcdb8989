import {
  accessSync,
  constants,
  cpSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  type Stats,
} from 'node:fs'
import {lstat, readdir, rm, rmdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Digest, OutputPath} from '../base/brand.ts'
import {checksumFile, formatChecksums} from '../emit/checksums.ts'
import {type Manifest, type NamedFile, OutputDiff} from '../emit/diff.ts'
import type {OutputFile, OutputGroup} from '../emit/output.ts'
import {ifMissing, isCode, isMissing, mapConcurrently} from './files.ts'
import {FolderMaker} from './folder-maker.ts'
import {Lots} from './lots.ts'
import {readManifest, writeManifest} from './manifest.ts'
import {type SharedKeys, writeOutputKeys} from './output-keys.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolder} from './site-folder.ts'
import {readySpare} from './spare-site.ts'
import {openStage} from './stage.ts'
import {swapIn, takeBack} from './swap.ts'
import {linkedFolder} from './trouble.ts'

/** What publishing did. */
export interface Written {
  readonly written: number
  readonly removed: number
  readonly unchanged: number
}

/** Files that are written aside, and wait for the word. */
export interface StagedOutput {
  /** Every file of the site, with what it is made from. */
  readonly files: readonly NamedFile[]
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
 * that a later one is wrong is known before the first is published. What the last keys
 * tell to be there already is not made.
 */
export async function stageOutput(
  output: Iterable<OutputFile | OutputGroup>,
  {shared, keys: lastKeys}: SharedKeys,
  folder: SiteFolder,
): Promise<StagedOutput> {
  takeBack(folder)
  const last = await readManifest(folder.output)
  const spareReady = readySpare(folder, last)
  const present = findPresent(folder.output, [...last.keys()])
  const diff = new OutputDiff(last, present, lastKeys)
  const stage = openStage(join(folder.cache, 'staged'))
  const lots = new Lots(stage, diff)
  const discard = async (): Promise<void> => {
    await stage.close()
    await spareReady
    await stage.remove()
  }
  await stage.remove()
  const files: NamedFile[] = []
  try {
    for (const item of output) {
      if ('files' in item) await takeGroup(item, diff, lots, files)
      else await takeFile(item, lots, files)
    }
    await lots.end()
    const path = checksumFile as OutputPath
    await takeFile({path, body: formatChecksums(diff.manifest), from: 'checksums'}, lots, files)
    await lots.end()
    await stage.close()
  } catch (error) {
    await discard()
    throw error
  }
  return {
    files,
    discard,
    publish: async () => {
      const {unchanged, remove, manifest} = diff
      const {staged} = lots
      await spareReady
      try {
        if (
          staged.size + remove.length > 0 &&
          !(await swapIn({manifest, last, staged, stage: stage.folder}, folder))
        ) {
          await publishFiles(folder.output, {stage: stage.folder, staged, last, diff})
        }
      } finally {
        await stage.remove()
      }
      await writeOutputKeys({shared, keys: diff.keys}, folder)
      return {written: staged.size, removed: remove.length, unchanged}
    },
  }
}

async function takeFile(file: OutputFile, lots: Lots, files: NamedFile[]): Promise<void> {
  files.push({path: file.path, from: file.from})
  await lots.add(file)
}

async function takeGroup(
  group: OutputGroup,
  diff: OutputDiff,
  lots: Lots,
  files: NamedFile[],
): Promise<void> {
  const kept = diff.takeGroup(group)
  if (kept) {
    files.push(...kept)
    return
  }
  const made: NamedFile[] = []
  for (const file of group.files) await takeFile(file, lots, made)
  diff.noteGroup(group, made)
  files.push(...made)
}

/** Which of these files are in a folder. */
function findPresent(folder: string, paths: readonly OutputPath[]): ReadonlySet<OutputPath> {
  return new Set(paths.filter((path) => isFile(join(folder, path))))
}

function isFile(path: string): boolean {
  return lookAt(path)?.isFile() ?? false
}

/** Also where a build was cut off while a file took the place of a folder around this one. */
function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, {throwIfNoEntry: false})
  } catch (error) {
    if (isCode(error, 'ENOTDIR')) return undefined
    throw error
  }
}

interface Staged {
  readonly stage: string
  readonly staged: ReadonlyMap<OutputPath, string>
  readonly last: Manifest
  readonly diff: OutputDiff
}

async function publishFiles(output: string, {stage, staged, last, diff}: Staged): Promise<void> {
  const {remove, manifest} = diff
  const paths = [...staged.keys()]
  refuseLinks(output, [...paths, ...remove])
  const near = bringNear(stage, output)
  readyFolders(output, paths, remove)
  // Should this be cut off, the next build writes again, or removes, whatever was begun.
  const begun = paths.map((path) => [path, unknownDigest] as const)
  await writeManifest(output, new Map([...last, ...begun]))
  // Removing comes first: a file may make way for a folder, or a name for the same in capitals.
  await removeFiles(output, remove)
  const folders = new FolderMaker()
  for (const path of paths) {
    const target = join(output, path)
    folders.makeFor(target)
    renameSync(join(near, path), target)
  }
  await writeManifest(output, manifest)
  rmSync(near, {recursive: true, force: true})
}

/** Throws where a folder in the output is a link: what lies behind it is nothing of this site's. */
function refuseLinks(output: string, paths: readonly OutputPath[]): void {
  const folders = new Set(['.dibao'])
  for (const path of paths) {
    // Who has been seen was seen with all around it.
    for (let at = dirname(path); at !== '.' && !folders.has(at); at = dirname(at)) folders.add(at)
  }
  for (const folder of folders) {
    const path = join(output, folder)
    if (lookAt(path)?.isSymbolicLink()) throw linkedFolder(path)
  }
}

/**
 * Makes folders as far as no file is in their way, since there may be no room for one, and asks of
 * all that are there whether they may be changed.
 */
function readyFolders(
  output: string,
  paths: readonly OutputPath[],
  remove: readonly OutputPath[],
): void {
  const folders = new FolderMaker()
  for (const path of paths) {
    try {
      folders.makeFor(join(output, path))
    } catch (error) {
      if (!isCode(error, 'ENOTDIR')) throw error
    }
  }
  for (const folder of new Set([...paths, ...remove].map((path) => dirname(path)))) {
    try {
      accessSync(join(output, folder), constants.W_OK)
    } catch (error) {
      if (!isMissing(error) && !isCode(error, 'ENOTDIR')) throw error
    }
  }
}

/**
 * Brings what waits to the disk that the output folder lies on, where it is not there already, so
 * that a disk that is full is known of before anything published is touched.
 */
function bringNear(stage: string, output: string): string {
  const near = join(output, '.dibao', 'incoming')
  rmSync(near, {recursive: true, force: true})
  mkdirSync(dirname(near), {recursive: true})
  try {
    renameSync(stage, near)
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error
    copyWhole(stage, near)
  }
  return near
}

function copyWhole(from: string, to: string): void {
  try {
    cpSync(from, to, {recursive: true})
  } catch (error) {
    rmSync(to, {recursive: true, force: true})
    throw error
  }
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
