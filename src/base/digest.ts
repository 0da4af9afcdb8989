import {createHash} from 'node:crypto'
import type {Digest} from './brand.ts'

/** SHA-256 of bytes, or of a text as UTF-8. */
export function digestOf(data: string | Uint8Array): Digest {
  return createHash('sha256').update(data).digest('hex') as Digest
}

/** Digest of a list of texts. Lengths go in too, so that no two different lists collide. */
export function digestOfList(texts: readonly string[]): Digest {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}:`).update(text)
  return hash.digest('hex') as Digest
}
