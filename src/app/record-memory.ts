import {lstatSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ContentPath, Digest} from '../base/brand.ts'
import {createSourceFile, type SourceFile} from '../record/source-file.ts'
import {decodeUtf8, isMissing} from './files.ts'
import {readSealed, writeSealed} from './sealed-file.ts'
import type {SiteFolder} from './site-folder.ts'
import {settledMs, stampText} from './stamp.ts'
import {changedMeanwhile} from './trouble.ts'

/** What the last build knew of record files, so that what lies as it lay need not be read. */
export interface RecordMemory {
  /** The record file, if nothing has touched it; its text is read when somebody asks for it. */
  readonly recall: (path: ContentPath) => SourceFile | undefined
  /** Takes note of a file that was read after it was not recalled. */
  readonly note: (source: SourceFile) => void
  /** Keeps what was recalled and noted, for the next build. */
  readonly keep: () => Promise<void>
}

interface Known {
  readonly stamp: string
  readonly digest: Digest
}

/** The memory of a site; empty where there is none, or it is damaged. */
export async function openRecordMemory({cache, content}: SiteFolder): Promise<RecordMemory> {
  const file = join(cache, 'records.json')
  const last = new Map(await readSealed<readonly (readonly [ContentPath, Known])[]>(file))
  const stamps = new Map<ContentPath, string>()
  const now = new Map<ContentPath, Known>()
  return {
    recall: (path) => {
      const found = lstatSync(join(content, path), {throwIfNoEntry: false})
      if (!found?.isFile()) return undefined
      const stamp = stampText(found)
      // What has just changed may change again unseen.
      if (Math.max(found.mtimeMs, found.ctimeMs) < Date.now() - settledMs) stamps.set(path, stamp)
      const known = last.get(path)
      if (known?.stamp !== stamp) return undefined
      now.set(path, known)
      return recalled(path, known.digest, content)
    },
    note: ({path, digest}) => {
      const stamp = stamps.get(path)
      if (stamp !== undefined) now.set(path, {stamp, digest})
    },
    keep: () => writeSealed(file, [...now]),
  }
}

function recalled(path: ContentPath, digest: Digest, content: string): SourceFile {
  return {
    path,
    digest,
    get text() {
      const place = join(content, path)
      const text = decodeUtf8(readIfThere(place))
      const source = text === undefined ? undefined : createSourceFile(path, text)
      if (source?.digest !== digest) throw changedMeanwhile(place)
      return source.text
    },
  }
}

function readIfThere(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    if (isMissing(error)) throw changedMeanwhile(path)
    throw error
  }
}
