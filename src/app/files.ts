import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path'
import {compareText} from '../base/diagnostic.ts'

/**
 * The paths of all files in a folder, relative to it, with `/`, in one order on every machine.
 * Hidden files are passed over, and so are symbolic links, which may lead anywhere. A folder that
 * does not exist has none.
 */
export async function listFiles(folder: string, inside = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, inside), {withFileTypes: true}).catch(ifMissing([]))
  const found: string[] = []
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = inside === '' ? entry.name : `${inside}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await listFiles(folder, path)))
    else if (entry.isFile()) found.push(path)
  }
  return inside === '' ? found.toSorted(compareText) : found
}

/** The bytes of a file, or undefined when it does not exist. */
export async function readBytes(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(ifMissing(undefined))
}

/** Whether there is anything at a path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(() => true, ifMissing(false))
}

/** The text of bytes that are UTF-8, without a byte order mark; undefined when they are not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}

/** Calls `task` for every item, a number of them at a time, and answers in the items' order. */
export async function mapConcurrently<T, R>(
  items: readonly T[],
  task: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  let next = 0
  const run = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await task(items[index]!)
    }
  }
  await Promise.all(Array.from({length: concurrentMax}, run))
  return results
}

// Enough to keep a disk busy, and far below the number of files a process may open.
const concurrentMax = 16

/** A handler that gives `value` when a file or folder does not exist, and fails otherwise. */
export function ifMissing<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value
    throw error
  }
}
