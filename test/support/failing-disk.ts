import fs from 'node:fs'
import {syncBuiltinESMExports} from 'node:module'
import {onTestFinished} from 'vitest'

/** What befalls a program at some moment, and from then on. */
export type Mishap =
  /** Nothing that it does any more has an effect, as if it had been killed. */
  | 'killed'
  /** Nothing can be added; renaming and removing go on. */
  | 'full'
  /** Nothing can be changed. */
  | 'forbidden'

/** How the disk fails. */
export interface FailingDisk {
  /** How many changes were asked for. */
  readonly changes: () => number
  readonly mend: () => void
}

type Change = (...args: unknown[]) => unknown

const adding = ['writeFile', 'mkdir', 'link', 'symlink', 'copyFile', 'cp', 'write']
const others = ['rename', 'rm', 'rmdir']

/**
 * From the change of this number on, counted from 0, nothing under `root` can be changed as the
 * mishap has it; a file that is being written is left with half of its bytes.
 */
export function failDisk(root: string, mishap: Mishap, from: number): FailingDisk {
  let changes = 0
  const isHere = (arg: unknown): boolean => typeof arg === 'number' || String(arg).startsWith(root)
  const isHit = (name: string, args: readonly unknown[]): boolean => {
    if (!isHere(args[0]) && !isHere(args[1])) return false
    if (changes++ < from) return false
    // A folder that is there already is told of before anything else is.
    return mishap !== 'full' || (adding.includes(name) && !isThere(name, args))
  }
  const isThere = (name: string, [path]: readonly unknown[]): boolean =>
    name === 'mkdir' && fs.existsSync(path as string)
  const restore: (() => void)[] = []
  const replace = (functions: Record<string, Change>, name: string, isAsync: boolean): void => {
    const own = isAsync ? name : `${name}Sync`
    const original = functions[own]
    if (!original) return
    restore.push(() => {
      functions[own] = original
    })
    functions[own] = (...args) => {
      if (!isHit(name, args)) return original(...args)
      if (name === 'writeFile' && changes === from + 1) leaveHalf(args)
      const failure = failureOf(mishap, args[0])
      if (isAsync) return Promise.reject(failure)
      throw failure
    }
  }
  const writeFileSync = fs.writeFileSync
  const leaveHalf = ([path, body]: readonly unknown[]): void => {
    const bytes = Buffer.from(body as string)
    writeFileSync(path as string, bytes.subarray(0, bytes.length / 2))
  }
  for (const name of [...adding, ...others]) {
    replace(fs as unknown as Record<string, Change>, name, false)
    replace(fs.promises as unknown as Record<string, Change>, name, true)
  }
  syncBuiltinESMExports()
  const mend = (): void => {
    for (const each of restore.splice(0)) each()
    syncBuiltinESMExports()
  }
  onTestFinished(mend)
  return {changes: () => changes, mend}
}

function failureOf(mishap: Mishap, path: unknown): Error {
  const code = {killed: 'EKILLED', full: 'ENOSPC', forbidden: 'EACCES'}[mishap]
  return Object.assign(new Error(code), {code, path})
}
