import type {ContentPath, Digest} from '../base/brand.ts'
import {digestOfList} from '../base/digest.ts'

/** A record file as it was read: which one, its text, and a digest by which a change is noticed. */
export interface SourceFile {
  readonly path: ContentPath
  /** The whole file, decoded and otherwise untouched. */
  readonly text: string
  /** Of path and text together: a file that moves is another one, since its id hangs on its name. */
  readonly digest: Digest
}

/** The source file with this path and text; the same two always give the same digest. */
export function createSourceFile(path: ContentPath, text: string): SourceFile {
  return {path, text, digest: digestOfList([path, text])}
}
