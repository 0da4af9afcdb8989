import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {onTestFinished} from 'vitest'

/** Somebody else who writes while a program reads. */
export interface BusyDisk {
  /** Ends it; whatever was not yet written stays unwritten. */
  readonly mend: () => void
}

type Look = (...args: unknown[]) => unknown

const looking = ['lstat', 'open', 'readdir', 'readFile', 'stat']

/**
 * Calls each of `writes` just before the look of its number, counted from 0, that the program takes
 * at a file or folder for which `counts` is true.
 */
export function busyDisk(
  counts: (path: string) => boolean,
  writes: ReadonlyMap<number, () => void>,
): BusyDisk {
  let looks = 0
  let isWriting = false
  const restore: (() => void)[] = []
  const replace = (functions: Record<string, Look>, name: string): void => {
    const original = functions[name]!
    restore.push(() => {
      functions[name] = original
    })
    functions[name] = (...args) => {
      if (!isWriting && counts(String(args[0]))) {
        isWriting = true
        writes.get(looks++)?.()
        isWriting = false
      }
      return original(...args)
    }
  }
  for (const name of looking) {
    replace(fs as unknown as Record<string, Look>, `${name}Sync`)
    replace(fs.promises as unknown as Record<string, Look>, name)
  }
  syncBuiltinESMExports()
  const mend = (): void => {
    for (const each of restore.splice(0)) each()
    syncBuiltinESMExports()
  }
  onTestFinished(mend)
  return {mend}
}
