import {hash} from 'node:crypto'
import type {Digest} from './brand.ts'

/** SHA-256 of bytes, or of a text as UTF-8. */
export function digestOf(data: string | Uint8Array): Digest {
  return hash('sha256', data, 'hex') as Digest
}

/** Digest of a list of texts. Lengths go in too, so that no two different lists collide. */
export function digestOfList(texts: readonly string[]): Digest {
  return digestOf(texts.map((text) => `${text.length}:${text}`).join(''))
}

/** A UUID that follows from a list of texts: version 8 (RFC 9562, section 5.8), of their digest. */
export function uuidOf(texts: readonly string[]): string {
  const hex = digestOfList(texts)
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
