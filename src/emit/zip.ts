import {crc32} from 'node:zlib'
import {deflateSync} from 'fflate'

/** What a ZIP file says of one of the files in it. */
interface ZipEntry {
  readonly name: string
  /** CRC-32 of the bytes before they were packed. */
  readonly crc: number
  readonly length: number
  readonly packedLength: number
  readonly method: 'stored' | 'deflated'
}

/** A file as it lies in a ZIP file. */
export interface PackedFile extends ZipEntry {
  readonly packed: Uint8Array
}

/**
 * A file as a ZIP file has it, packed unless it is to lie there as it is; under 4 GiB. Packing is
 * done by one program that gives the same bytes on every machine, which the builds of zlib do not.
 */
export function packFile(
  name: string,
  body: string | Uint8Array,
  method: ZipEntry['method'] = 'deflated',
): PackedFile {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const packed = method === 'deflated' ? deflateSync(bytes, {level: 6}) : bytes
  const lengths = {length: bytes.length, packedLength: packed.length}
  return {name, crc: crc32(bytes), ...lengths, method, packed}
}

/**
 * The pieces of a ZIP file (APPNOTE 6.3) of these files, in their order, however long it becomes.
 * Each file is asked for when those before it are written, so that no more than one need be held.
 */
export function* zipPieces(files: Iterable<PackedFile>): Generator<Uint8Array> {
  const placed: PlacedEntry[] = []
  let offset = 0
  for (const {packed, ...entry} of files) {
    const header = localHeader(entry)
    placed.push({...entry, offset})
    yield header
    yield packed
    offset += header.length + packed.length
  }
  yield centralDirectory(placed, offset)
}

/** An entry with the place of its header in the ZIP file. */
interface PlacedEntry extends ZipEntry {
  readonly offset: number
}

const signatures = {local: 0x04034b50, central: 0x02014b50, end: 0x06054b50} as const
const signatures64 = {end: 0x06064b50, locator: 0x07064b50} as const
const methods = {stored: 0, deflated: 8} as const
// Names are UTF-8 (APPNOTE 4.4.4, bit 11).
const flags = 0x800
// The first day that the format can say, since what is made has no clock: 1980-01-01 00:00.
const day = 0x21
// Version 4.5 of the format has the fields of 64 bits that places beyond 4 GiB need.
const [version, version64] = [20, 45]
const [max16, max32] = [0xffff, 0xffffffff]

/** What stands in front of the bytes of a file. */
function localHeader(entry: ZipEntry): Uint8Array {
  const name = Buffer.from(entry.name)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(signatures.local, 0)
  writeCommon(header, 4, entry)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

/** What stands at the end: all entries with their places, and how many bytes came before. */
function centralDirectory(entries: readonly PlacedEntry[], start: number): Uint8Array {
  const directory = Buffer.concat(entries.map(centralHeader))
  const isLong = entries.length >= max16 || start + directory.length >= max32
  const end = Buffer.alloc(22)
  end.writeUInt32LE(signatures.end, 0)
  for (const at of [8, 10]) end.writeUInt16LE(Math.min(entries.length, max16), at)
  end.writeUInt32LE(Math.min(directory.length, max32), 12)
  end.writeUInt32LE(Math.min(start, max32), 16)
  const long = isLong ? [longEnd(entries.length, directory.length, start)] : []
  return Buffer.concat([directory, ...long, end])
}

function centralHeader(entry: PlacedEntry): Uint8Array {
  const name = Buffer.from(entry.name)
  const extra = entry.offset >= max32 ? longOffset(entry.offset) : Buffer.alloc(0)
  const header = Buffer.alloc(46)
  header.writeUInt32LE(signatures.central, 0)
  header.writeUInt16LE(extra.length > 0 ? version64 : version, 4)
  writeCommon(header, 6, entry)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(Math.min(entry.offset, max32), 42)
  return Buffer.concat([header, name, extra])
}

function writeCommon(header: Buffer, at: number, entry: ZipEntry): void {
  header.writeUInt16LE(version, at)
  header.writeUInt16LE(flags, at + 2)
  header.writeUInt16LE(methods[entry.method], at + 4)
  header.writeUInt16LE(day, at + 8)
  header.writeUInt32LE(entry.crc, at + 10)
  header.writeUInt32LE(entry.packedLength, at + 14)
  header.writeUInt32LE(entry.length, at + 18)
}

/** A place of 64 bits, which stands apart (APPNOTE 4.5.3). */
function longOffset(offset: number): Buffer {
  const field = Buffer.alloc(12)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8, 2)
  field.writeBigUInt64LE(BigInt(offset), 4)
  return field
}

/** The end of a long ZIP file, and where it is (APPNOTE 4.3.14, 4.3.15). */
function longEnd(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(56)
  end.writeUInt32LE(signatures64.end, 0)
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(version64, 12)
  end.writeUInt16LE(version64, 14)
  for (const at of [24, 32]) end.writeBigUInt64LE(BigInt(count), at)
  end.writeBigUInt64LE(BigInt(length), 40)
  end.writeBigUInt64LE(BigInt(start), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(signatures64.locator, 0)
  locator.writeBigUInt64LE(BigInt(start + length), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([end, locator])
}
