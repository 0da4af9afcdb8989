import {closeSync, openSync, writeSync} from 'node:fs'
import {mkdir, rename, rm} from 'node:fs/promises'
import {dirname} from 'node:path'

/** Writes a file from its pieces, of which none is held; whole or not at all. */
export async function writePieces(target: string, pieces: Iterable<Uint8Array>): Promise<void> {
  await mkdir(dirname(target), {recursive: true})
  const part = `${target}.part`
  try {
    const file = openSync(part, 'w')
    try {
      for (const piece of pieces) {
        for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at)
      }
    } finally {
      closeSync(file)
    }
    await rename(part, target)
  } finally {
    await rm(part, {force: true})
  }
}
