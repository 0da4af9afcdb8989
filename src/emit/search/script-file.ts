import {Buffer} from 'node:buffer'

/**
 * A file of the index: a script that hands its texts to the element that loaded it. Scripts are
 * the only files that a page from a disk may load, and a page from a server can keep them as well.
 * UTF-16 with a byte order mark, which every browser heeds before any header (Encoding Standard,
 * "decode"), holds a Han character or 15 bits in two bytes.
 */
export function scriptFile(texts: readonly string[]): Uint8Array {
  return Buffer.from(`\ufeff${call(texts)}`, 'utf16le')
}

/** The same of texts that are mostly of ASCII, in UTF-8. */
export function plainScriptFile(texts: readonly string[]): Uint8Array {
  return Buffer.from(`\ufeff${call(texts)}`)
}

function call(texts: readonly string[]): string {
  return `document.currentScript.take(${texts.map((text) => JSON.stringify(text)).join(',')})`
}
