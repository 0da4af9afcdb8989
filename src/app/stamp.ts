import {lstatSync, readdirSync, type Stats} from 'node:fs'
import {join} from 'node:path'
import type {Digest} from '../base/brand.ts'
import {digestOf} from '../base/digest.ts'
import {isMissing} from './files.ts'

/** What the system tells of files without reading them: it changes whenever one of them does. */
export interface Stamp {
  readonly digest: Digest
  /** When the last of them changed, in milliseconds since 1970. */
  readonly changedAt: number
  /** The one that changed last; a folder, where something was added to it or taken away. */
  readonly changedLast: string
}

/** A system's clock for files goes in steps: what is younger than this may change again unseen. */
export const settledMs = 100

/** The stamp of files, and of all that lie in folders; hidden ones count for nothing. */
export function stampOf(paths: Iterable<string>): Stamp {
  const told: string[] = []
  let changedAt = 0
  let last = {path: '', at: 0}
  const add = (path: string): void => {
    const found = lstatSync(path, {throwIfNoEntry: false})
    if (found && found.ctimeMs > last.at) last = {path, at: found.ctimeMs}
    if (found?.isDirectory()) {
      for (const name of namesIn(path)) add(join(path, name))
      return
    }
    told.push(`${path}\0${found ? stampText(found) : ''}`)
    changedAt = Math.max(changedAt, found?.ctimeMs ?? 0, found?.mtimeMs ?? 0)
  }
  for (const path of paths) add(path)
  return {digest: digestOf(told.join('\n')), changedAt, changedLast: last.path}
}

/** What is told of one file. */
export function stampText({size, mtimeMs, ctimeMs, ino}: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.') || name === '.well-known')
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
