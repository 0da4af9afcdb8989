import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Digest, OutputPath} from '../base/brand.ts'
import {digestOf} from '../base/digest.ts'
import {FolderMaker} from './folder-maker.ts'

/** Files that the site is to have, one behind another: bytes in one piece change hands uncopied. */
export interface Lot {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly files: readonly WantedFile[]
}

/** A file of a lot. */
export interface WantedFile {
  readonly path: OutputPath
  /** Where its bytes end. */
  readonly end: number
  /** The digest of the file that is published under this path, where there is one. */
  readonly published: Digest | undefined
}

/** Writes those files of a lot that differ from what is published into a folder, and answers all digests. */
export function createWriter(folder: string): (lot: Lot) => readonly Digest[] {
  const folders = new FolderMaker()
  return ({bytes, files}) => {
    let start = 0
    return files.map(({path, end, published}) => {
      const body = bytes.subarray(start, end)
      start = end
      const digest = digestOf(body)
      if (digest !== published) {
        const target = join(folder, path)
        folders.makeFor(target)
        writeFileSync(target, body)
      }
      return digest
    })
  }
}
