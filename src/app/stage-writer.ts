import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Digest} from '../base/brand.ts'
import {digestOf} from '../base/digest.ts'
import type {OutputFile} from '../emit/output.ts'
import {FolderMaker} from './folder-maker.ts'

/** A file that the site is to have. */
export interface WantedFile extends Pick<OutputFile, 'path' | 'body'> {
  /** The digest of the file that is published under this path, where there is one. */
  readonly published: Digest | undefined
}

/** Writes those of the files that differ from what is published into a folder, and answers all digests. */
export function createWriter(folder: string): (files: readonly WantedFile[]) => readonly Digest[] {
  const folders = new FolderMaker()
  const encode = createEncoder()
  return (files) =>
    files.map(({path, body, published}) => {
      const bytes = typeof body === 'string' ? encode(body) : body
      const digest = digestOf(bytes)
      if (digest !== published) {
        const target = join(folder, path)
        folders.makeFor(target)
        writeFileSync(target, bytes)
      }
      return digest
    })
}

/** UTF-8 of one text after another, in the same bytes: good until the next. */
function createEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder()
  let buffer = new Uint8Array(1 << 16)
  return (text) => {
    // No code unit of UTF-16 takes more than three bytes.
    if (buffer.length < text.length * 3) buffer = new Uint8Array(text.length * 4)
    return buffer.subarray(0, encoder.encodeInto(text, buffer).written)
  }
}
