import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {copyFile, mkdir, rename} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {exists} from './files.ts'
import type {SiteFolder} from './site-folder.ts'

/** The pictures and attachments of imported records, each kept once. */
export interface FileStore {
  /** Keeps a file and answers where it is under `content/`: `files/0a1b2c3d4e5f6071.jpg`. */
  readonly keep: (path: string) => Promise<string>
}

/**
 * A store in the site's content, named by what is in the files, so that one picture used by many
 * pages is there once. A trial run only finds out the names.
 */
export function createFileStore({content}: SiteFolder, isDryRun: boolean): FileStore {
  const kept = new Map<string, Promise<string>>()
  const keep = async (path: string): Promise<string> => {
    const name = `files/${(await digestOfFile(path)).slice(0, 16)}${endingOf(path)}`
    const target = join(content, name)
    if (isDryRun || (await exists(target))) return name
    await mkdir(dirname(target), {recursive: true})
    await copyFile(path, `${target}.part`)
    await rename(`${target}.part`, target)
    return name
  }
  return {
    keep: (path) => {
      const name = kept.get(path) ?? keep(path)
      kept.set(path, name)
      return name
    },
  }
}

async function digestOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

function endingOf(path: string): string {
  return /\.[a-z\d]{1,8}$/i.exec(path)?.[0].toLowerCase() ?? ''
}
