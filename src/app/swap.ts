import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import {dirname, join} from 'node:path'
import type {OutputPath} from '../base/brand.ts'
import type {Manifest} from '../emit/diff.ts'
import {FolderMaker} from './folder-maker.ts'
import {readManifest, writeManifest} from './manifest.ts'
import type {SiteFolder} from './site-folder.ts'
import {spareOf} from './spare-site.ts'

/** A site that is to take the place of the published one. */
export interface NextSite {
  readonly manifest: Manifest
  /** The manifest of the published one. */
  readonly last: Manifest
  /** The folder in which files wait under their own paths, and nothing else. */
  readonly stage: string
  /** Where each file waits that the published site does not have, or has otherwise. */
  readonly staged: ReadonlyMap<OutputPath, string>
}

/**
 * Puts a whole site in the place of the published one by renaming its folder: at any moment the one
 * or the other is there, save for the microseconds between two renamings, which `takeBack` mends.
 *
 * Two folders take turns: the published one and, in the cache, the one before it, which is brought
 * up to date first. A file is a hard link, so one that does not change costs nothing; files of
 * others in the published folder come along. False, with the published site as it was, where
 * folders cannot be renamed (a link, a mounted one, one that a program of Windows has open) or files
 * not linked (exFAT).
 */
export async function swapIn(next: NextSite, folder: SiteFolder): Promise<boolean> {
  const {spare} = placesOf(folder)
  // Renamed, a link would leave what it leads to as it was.
  if (lstatSync(folder.output, {throwIfNoEntry: false})?.isSymbolicLink()) return false
  try {
    if (!existsSync(folder.output)) {
      // Nothing is published, so that all of the site waits, and a renaming is all there is to do.
      await writeManifest(next.stage, next.manifest)
      mkdirSync(dirname(folder.output), {recursive: true})
      renameSync(next.stage, folder.output)
      return true
    }
    const known = await readManifest(spare)
    // Without it the spare is not whole: a build was cut off while it was at work on it.
    rmSync(join(spare, '.dibao'), {recursive: true, force: true})
    const present = listTree(spare)
    const isRight = (path: OutputPath): boolean =>
      known.get(path) === next.manifest.get(path) && present.get(path) === 'file'
    const right = new Set([...next.manifest.keys()].filter(isRight))
    removeFrom(
      spare,
      [...present.keys()].filter((path) => !right.has(path as OutputPath)),
    )
    const maker = new FolderMaker()
    for (const path of next.manifest.keys()) {
      if (right.has(path)) continue
      maker.makeFor(join(spare, path))
      linkSync(next.staged.get(path) ?? join(folder.output, path), join(spare, path))
    }
    bringForeign(next, folder, maker)
    await writeManifest(spare, next.manifest)
    exchange(folder)
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

/**
 * Ends what a build began that was cut off between two renamings of its end: the site that was on
 * its way out is the published one where there is no other, and else the spare.
 */
export function takeBack(folder: SiteFolder): void {
  const {spare, outgoing} = placesOf(folder)
  if (!existsSync(outgoing)) return
  if (!existsSync(folder.output)) renameSync(outgoing, folder.output)
  else if (!existsSync(spare)) renameSync(outgoing, spare)
}

function placesOf(folder: SiteFolder) {
  return {spare: spareOf(folder), outgoing: join(folder.cache, 'outgoing')}
}

function exchange(folder: SiteFolder): void {
  const {spare, outgoing} = placesOf(folder)
  rmSync(outgoing, {recursive: true, force: true})
  renameSync(folder.output, outgoing)
  try {
    renameSync(spare, folder.output)
  } catch (error) {
    renameSync(outgoing, folder.output)
    throw error
  }
  renameSync(outgoing, spare)
}

/** Whether the system says that this cannot be done here, rather than that something is wrong. */
function isRefusal(error: unknown): boolean {
  const codes = ['EPERM', 'EACCES', 'EBUSY', 'EXDEV', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** What others put into the published folder, hidden files too, stands in the next one as well. */
function bringForeign({manifest, last}: NextSite, folder: SiteFolder, maker: FolderMaker): void {
  const {spare} = placesOf(folder)
  for (const [path, kind] of listTree(folder.output)) {
    const name = path as OutputPath
    if (last.has(name) || manifest.has(name) || /^\.dibao(?:\/|$)/.test(path)) continue
    const [from, to] = [join(folder.output, path), join(spare, path)]
    maker.makeFor(to)
    if (kind === 'link') symlinkSync(readlinkSync(from), to)
    else linkSync(from, to)
  }
}

/** Every file and link in a folder, hidden ones too; none where there is no folder. */
function listTree(
  folder: string,
  inside = '',
  found = new Map<string, 'file' | 'link'>(),
): ReadonlyMap<string, 'file' | 'link'> {
  if (inside === '' && !existsSync(folder)) return found
  for (const entry of readdirSync(join(folder, inside), {withFileTypes: true})) {
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isDirectory()) listTree(folder, path, found)
    else found.set(path, entry.isSymbolicLink() ? 'link' : 'file')
  }
  return found
}

/** Removes files, and the folders that are left empty. */
function removeFrom(folder: string, paths: readonly string[]): void {
  for (const path of paths) rmSync(join(folder, path))
  for (const path of paths) {
    let parent = dirname(path)
    while (parent !== '.' && isEmpty(join(folder, parent))) {
      rmdirSync(join(folder, parent))
      parent = dirname(parent)
    }
  }
}

function isEmpty(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).length === 0
}
