import {rm} from 'node:fs/promises'
import type {Digest} from '../base/brand.ts'
import {WriterThread} from './stage-thread.ts'
import {createWriter, type Lot} from './stage-writer.ts'

/** A folder in which files wait under the paths that they will have. */
export interface Stage {
  readonly folder: string
  /**
   * Writes those files of a lot that differ from what is published, and answers the digest of each.
   * The lot's bytes are the stage's from then on.
   */
  readonly write: (lot: Lot) => Promise<readonly Digest[]>
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
    write: async (lot) => {
      left -= lot.files.length
      if (left >= 0) return here(lot)
      thread ??= new WriterThread(folder)
      return thread.write(lot)
    },
    close: async () => thread?.end(),
    remove: () => rm(folder, {recursive: true, force: true}),
  }
}
