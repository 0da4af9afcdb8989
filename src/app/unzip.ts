import {createWriteStream} from 'node:fs'
import {join} from 'node:path'
import {buffer} from 'node:stream/consumers'
import {pipeline} from 'node:stream/promises'
import {crc32} from 'node:zlib'
import {type Entry, fromBufferPromise, openPromise, type ZipFile} from 'yauzl'
import {type Checked, report} from '../base/diagnostic.ts'
import {judgeEncoding} from '../importer/encoding.ts'
import {findPathFault, leavesSite} from '../record/file-path.ts'
import {type ZipFault, zipRefused} from './problems.ts'

/** A file that was in an archive. */
export interface Unpacked {
  /** Its path in the archive. */
  readonly name: string
  /** Where it is now, under a name of our own. */
  readonly path: string
}

/** What a ZIP file may hold: more is no copy of an old site, but a trap. */
export const zipLimits = {entries: 200_000, bytes: 4 * 2 ** 30, ratio: 200, ratioFrom: 2 ** 20}

/**
 * Unpacks a ZIP file into a folder. Nothing on the disk is named by an entry; an entry whose path
 * would lead out of the archive, or more than the limits allow, makes the whole be refused.
 */
export async function unzip(path: string, folder: string): Promise<Checked<readonly Unpacked[]>> {
  const unpacked: Unpacked[] = []
  const refuse = (fault: ZipFault): Checked<readonly Unpacked[]> => {
    return {value: [], diagnostics: [report(zipRefused, {file: path}, {fault})]}
  }
  try {
    const zip = await openPromise(path, {decodeStrings: false, autoClose: false})
    try {
      if (zip.entryCount > zipLimits.entries) return refuse('entries')
      // An archive that came to hold nothing: nobody packs that, let alone imports it.
      if (zip.entryCount === 0) return refuse('broken')
      const entries: Entry[] = []
      for await (const entry of zip.eachEntry()) entries.push(entry)
      const fault = findFault(entries)
      if (fault) return refuse(fault)
      for (const entry of entries) {
        const name = nameOf(entry)
        if (name.endsWith('/')) continue
        const target = join(
          folder,
          `${unpacked.length}${/(?:\.warc)?\.[a-z\d]{1,8}$/i.exec(name)?.[0] ?? ''}`,
        )
        await extract(zip, entry, target)
        unpacked.push({name, path: target})
      }
    } finally {
      zip.close()
    }
  } catch (error) {
    if (isDisk(error)) throw error
    return refuse('broken')
  }
  return {value: unpacked, diagnostics: []}
}

/**
 * The files of a ZIP file that is small enough to be held in memory, by name, or why it must not
 * be: as for `unzip`, with a limit of its own.
 */
export async function unzipInMemory(
  bytes: Uint8Array,
  wanted: RegExp,
): Promise<ReadonlyMap<string, Uint8Array> | ZipFault> {
  const files = new Map<string, Uint8Array>()
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), {decodeStrings: false})
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) {
      entries.push(entry)
      if (entries.length > memoryLimits.entries) return 'entries'
    }
    const fault = findFault(entries)
    if (fault) return fault
    const sum = entries.reduce((total, {uncompressedSize}) => total + uncompressedSize, 0)
    if (sum > memoryLimits.bytes) return 'size'
    for (const entry of entries) {
      // What nobody wants is read as well: it may be longer than it says.
      const content = await buffer(proved(await zip.openReadStreamPromise(entry), entry))
      if (wanted.test(nameOf(entry))) files.set(nameOf(entry), content)
    }
  } catch {
    return 'broken'
  }
  return files
}

/** More than this is no text with pictures. */
const memoryLimits = {entries: 10_000, bytes: 2 ** 28}

async function extract(zip: ZipFile, entry: Entry, target: string): Promise<void> {
  // Each entry has its name twice. Where they differ, one is damaged, and which kind it is unknown.
  const {fileName} = await zip.readLocalFileHeaderPromise(entry)
  if (!fileName.equals(entry.fileNameRaw)) throw new Error('another name')
  // The library fails when an entry is longer than it says.
  const content = await zip.openReadStreamPromise(entry)
  await pipeline(content, (chunks) => proved(chunks, entry), createWriteStream(target))
}

/**
 * The bytes of an entry as they come. It fails at their end when their checksum (CRC-32, APPNOTE
 * 4.4.7) is another than the archive states, which the library leaves to its user: else a byte that
 * changed on an old disk would become another character of a text, and nobody would know.
 */
async function* proved(
  chunks: AsyncIterable<Uint8Array>,
  {crc32: stated}: Entry,
): AsyncGenerator<Uint8Array> {
  let sum = 0
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum)
    yield chunk
  }
  if (sum !== stated) throw new Error('another checksum')
}

function findFault(entries: readonly Entry[]): ZipFault | undefined {
  const bytes = entries.reduce((sum, {uncompressedSize}) => sum + uncompressedSize, 0)
  if (bytes > zipLimits.bytes) return 'size'
  const isBomb = ({uncompressedSize, compressedSize}: Entry): boolean =>
    uncompressedSize > zipLimits.ratioFrom && uncompressedSize > compressedSize * zipLimits.ratio
  if (entries.some(isBomb)) return 'ratio'
  if (entries.some((entry) => entry.isEncrypted())) return 'encrypted'
  const names = entries.map(nameOf)
  const leads = (name: string): boolean =>
    name.startsWith('/') || findPathFault(name) !== undefined || leavesSite(name, 0)
  return names.some(leads) ? 'path' : undefined
}

/** Bit 11: the name is UTF-8 (APPNOTE 4.4.4). Older programs in China wrote GBK. */
const nameIsUtf8 = 0x800

function nameOf(entry: Entry): string {
  const bytes = Buffer.from(entry.fileNameRaw)
  if (entry.generalPurposeBitFlag & nameIsUtf8) return bytes.toString('utf8')
  return judgeEncoding(bytes).readings[0]?.text ?? bytes.toString('latin1')
}

function isDisk(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
