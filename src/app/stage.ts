import {rm} from 'node:fs/promises'
import type {Digest} from '../base/brand.ts'
import {WriterThread} from './stage-thread.ts'
import {createWriter, type WantedFile} from './stage-writer.ts'

/** A folder in which files wait under the paths that they will have. */
export interface Stage {
  readonly folder: string
  /** Writes those of the files that differ from what is published, and answers the digest of each. */
  readonly write: (files: readonly WantedFile[]) => Promise<readonly Digest[]>
  /** Nothing more will be written. */
  readonly close: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** What is less is written before a thread would be ready. */
const filesWorthThread = 1000

/**
 * Opens a stage. Many files are digested and written by a thread of their own, while this one makes
 * the next; `filesHere` are taken before that.
 */
export function openStage(folder: string, filesHere = filesWorthThread): Stage {
  const here = createWriter(folder)
  let left = filesHere
  let thread: WriterThread | undefined
  return {
    folder,
    write: async (files) => {
      left -= files.length
      if (left >= 0) return here(files)
      thread ??= new WriterThread(folder)
      return thread.write(files)
    },
    close: async () => thread?.end(),
    remove: () => rm(folder, {recursive: true, force: true}),
  }
}
