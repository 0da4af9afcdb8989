import {lstat, readdir, readFile, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {compareText} from '../base/diagnostic.ts'

/**
 * The paths of all files in a folder, relative to it, with `/`, in one order on every machine.
 * Hidden files are passed over, save those under `.well-known` (RFC 8615), and so are symbolic
 * links, which may lead anywhere. A folder that does not exist has none.
 */
export async function listFiles(folder: string, inside = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, inside), {withFileTypes: true}).catch(ifMissing([]))
  const found: string[] = []
  for (const entry of entries) {
    if (isHidden(entry.name)) continue
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await listFiles(folder, path)))
    else if (entry.isFile()) found.push(path)
  }
  return inside === '' ? found.toSorted(compareText) : found
}

/** Whether `listFiles` would name the file at `path` of `folder`. */
export async function isListed(folder: string, path: string): Promise<boolean> {
  const names = path.split('/')
  if (names.some(isHidden)) return false
  for (const index of names.keys()) {
    const found = await lstat(join(folder, ...names.slice(0, index + 1))).catch(
      ifMissing(undefined),
    )
    const isLast = index === names.length - 1
    if (!(isLast ? found?.isFile() : found?.isDirectory())) return false
  }
  return true
}

function isHidden(name: string): boolean {
  return name.startsWith('.') && name !== '.well-known'
}

/** The bytes of a file, or undefined when it does not exist. */
export async function readBytes(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(ifMissing(undefined))
}

/** Removes a file, if there is one. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, {force: true})
}

/** Whether there is anything at a path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, ifMissing(false))
}

/** Whether there is a folder at a path. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), ifMissing(false))
}

/** The text of bytes that are UTF-8, without a byte order mark; undefined when they are not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Calls `task` for every item, a number of them at a time, and answers in the items' order. When
 * one fails no more are begun, and those under way have ended when the promise rejects.
 */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  task: (item: T) => Promise<R>,
  atOnce = concurrentMax,
): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const run = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      try {
        results[index] = await task(items[index]!)
      } catch (error) {
        next = items.length
        throw error
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({length: atOnce}, run))
  const failed = ended.find(({status}) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  return results
}

// Enough to keep a disk busy, and far below the number of files a process may open.
const concurrentMax = 16

/** A handler that gives `value` when a file or folder does not exist, and fails otherwise. */
export function ifMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (isMissing(error)) return value
    throw error
  }
}

/** Whether an error says that a file or folder does not exist. */
export function isMissing(error: unknown): boolean {
  return isCode(error, 'ENOENT')
}

/** Whether an error has this code of the system. */
export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
