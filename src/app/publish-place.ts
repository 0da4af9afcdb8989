import {copyFile, mkdir, rename, rmdir, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import type {Digest} from '../base/brand.ts'
import {digestOf} from '../base/digest.ts'
import {checksumFile, formatChecksums, parseChecksums} from '../emit/checksums.ts'
import {type Checksums, unknownDigest} from '../emit/publishing.ts'
import {ifMissing, readBytes, removeFile} from './files.ts'
import {replaceFile} from './replace-file.ts'

/** A place that a site is published to. */
export interface PublishPlace {
  /** What was published there before; undefined when nothing was. */
  readonly published: () => Promise<Checksums | undefined>
  /** Those of the files that are there with other bytes than the site's. */
  readonly differing: (paths: readonly string[]) => Promise<readonly string[]>
  /**
   * Sends those of the files that are not there as they should be, one after another, each whole or
   * not at all. Answers how many.
   */
  readonly send: (paths: readonly string[], sent: () => void) => Promise<number>
  /** Removes files, and the folders that this leaves empty. */
  readonly remove: (paths: readonly string[]) => Promise<void>
  /** Keeps there what `published` will answer. */
  readonly note: (published: Checksums) => Promise<void>
}

/** Where a place keeps the list of what was published to it, hidden from the lists of files. */
export const publishedFile = '.dibao/published.txt'

/** The list of a place, from its text. A site that was copied there by hand has its own list. */
export async function readPublished(
  read: (path: string) => Promise<Uint8Array | undefined>,
): Promise<Checksums | undefined> {
  for (const path of [publishedFile, checksumFile]) {
    const bytes = await read(path)
    const list = bytes && parseChecksums(new TextDecoder().decode(bytes))
    if (!list) continue
    // It does not name itself.
    const whole = path === checksumFile ? [...list, [path, unknownDigest] as const] : [...list]
    return new Map(whole.filter(([name]) => isInside(name)))
  }
  return undefined
}

/** Whether a name leads into the place. A list that somebody else wrote must not lead out of it. */
function isInside(name: string): boolean {
  return !/[\\\0:]/.test(name) && !name.split('/').some((part) => /^\.{0,2}$/.test(part))
}

/** A folder: on this disk, on another, on a share of the network. */
export function folderPublishPlace(from: string, to: string, wanted: Checksums): PublishPlace {
  let known: Checksums = new Map()
  const isThere = async (path: string): Promise<boolean> => {
    const [ours, theirs] = [await sizeOf(join(from, path)), await sizeOf(join(to, path))]
    if (ours !== theirs) return false
    const digest = wanted.get(path)
    return known.get(path) === digest || (await digestOfFile(join(to, path))) === digest
  }
  return {
    published: async () => {
      const published = await readPublished((path) => readBytes(join(to, path)))
      known = published ?? known
      return published
    },
    differing: async (paths) => {
      const found: string[] = []
      for (const path of paths) {
        const there = await sizeOf(join(to, path))
        if (there !== undefined && !(await isThere(path))) found.push(path)
      }
      return found
    },
    send: async (paths, sent) => {
      let count = 0
      for (const path of paths) {
        if (!(await isThere(path))) {
          await putFile(join(from, path), join(to, path), join(to, dirname(publishedFile)))
          count++
        }
        sent()
      }
      return count
    },
    remove: async (paths) => {
      for (const path of paths) {
        // It may have made way for a folder before an interruption.
        if ((await sizeOf(join(to, path))) === undefined) continue
        await removeFile(join(to, path))
        await removeEmptyFolders(to, dirname(path))
      }
    },
    note: (published) => replaceFile(join(to, publishedFile), formatChecksums(published)),
  }
}

/** Copies a file under a name aside first, on the same disk, so that it is never seen half. */
async function putFile(from: string, to: string, aside: string): Promise<void> {
  const half = join(aside, 'sending')
  await mkdir(aside, {recursive: true})
  await mkdir(dirname(to), {recursive: true})
  await copyFile(from, half)
  await rename(half, to)
}

async function sizeOf(path: string): Promise<number | undefined> {
  // Nothing is where a file stands in the place of a folder.
  const found = await stat(path).catch((error: unknown) => {
    const isInFile = error instanceof Error && 'code' in error && error.code === 'ENOTDIR'
    return isInFile ? undefined : ifMissing(undefined)(error)
  })
  return found?.isFile() ? found.size : undefined
}

async function digestOfFile(path: string): Promise<Digest | undefined> {
  const bytes = await readBytes(path)
  return bytes && digestOf(bytes)
}

async function removeEmptyFolders(top: string, inside: string): Promise<void> {
  for (let folder = inside; folder !== '.'; folder = dirname(folder)) {
    // A folder that has something in it stays, and so do those above it.
    const isGone = await rmdir(join(top, folder)).then(
      () => true,
      () => false,
    )
    if (!isGone) return
  }
}
