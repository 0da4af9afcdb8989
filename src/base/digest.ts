import {createHash, hash} from 'node:crypto'
import type {Digest} from './brand.ts'

/** SHA-256 of bytes, or of a text as UTF-8. */
export function digestOf(data: string | Uint8Array): Digest {
  return hash('sha256', data, 'hex') as Digest
}

/** Digest of a list of texts. Lengths go in too, so that no two different lists collide. */
export function digestOfList(texts: readonly string[]): Digest {
  const digest = createHash('sha256')
  for (const text of texts) digest.update(`${text.length}:`).update(text)
  return digest.digest('hex') as Digest
}
