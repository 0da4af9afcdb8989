import {buffer} from 'node:stream/consumers'
import {crc32, deflateRawSync} from 'node:zlib'
import {fromBufferPromise} from 'yauzl'

/** An entry of a ZIP file, true or not. */
export interface ZipEntry {
  readonly name: string | Uint8Array
  readonly body: Uint8Array
  /** The length that the archive states, where it is not the true one. */
  readonly stated?: number
}

/** A ZIP file of these entries (APPNOTE 6.3), names in UTF-8 where they are given as text. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const {name, body, stated} of entries) {
    const nameBytes = Buffer.from(name)
    const packed = deflateRawSync(body)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(typeof name === 'string' ? 0x800 : 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(body), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(stated ?? body.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    const head = Buffer.from('PK\x01\x02\x14\x00', 'latin1')
    central.push(Buffer.concat([head, common, rest, nameBytes]))
    locals.push(local)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(Buffer.concat(central).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...central, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** A file that a ZIP file has, as a reader takes it out. */
export interface ReadEntry {
  readonly isPacked: boolean
  readonly body: Buffer
}

/** The files in a ZIP file, in their order, read by yauzl, which checks every length and CRC. */
export async function readZip(bytes: Uint8Array): Promise<ReadonlyMap<string, ReadEntry>> {
  const zip = await fromBufferPromise(Buffer.from(bytes))
  const files = new Map<string, ReadEntry>()
  for await (const entry of zip.eachEntry()) {
    const body = await buffer(await zip.openReadStreamPromise(entry))
    if (crc32(body) !== entry.crc32) throw new Error(`${entry.fileName}: another CRC`)
    files.set(entry.fileName, {isPacked: entry.compressionMethod !== 0, body})
  }
  return files
}
