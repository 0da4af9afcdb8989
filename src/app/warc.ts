import {createReadStream} from 'node:fs'
import {open, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {pipeline, type Readable} from 'node:stream'
import {createGunzip} from 'node:zlib'
import type {WARCRecord} from 'warcio'
import type {IsoDate} from '../base/day.ts'
import {toIsoDate} from '../base/day.ts'
import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {encodingOfLabel} from '../importer/declared-encoding.ts'
import type {Encoding} from '../importer/encoding.ts'
import {endingOf} from '../importer/to-record.ts'
import {warcBroken, warcTooLarge} from './problems.ts'

/** A page or a file as a web archive has it, now on the disk under a name of our own. */
export interface Archived {
  /** Its address without the scheme: `www.yunzhou.gov.cn/2004/a.html`. */
  readonly name: string
  readonly path: string
  /** Whether the server called it a page or a plain text. */
  readonly isText: boolean
  readonly retrieved: IsoDate | undefined
  readonly declared: Encoding | undefined
}

/** What a web archive may hold: more is no copy of a site, but a trap. */
const warcLimits = {recordBytes: 2 ** 26, bytes: 4 * 2 ** 30, records: 1_000_000}

/** Whether a file is a web archive (ISO 28500) by its name. */
export function isWarc(name: string): boolean {
  return /\.warc(?:\.gz)?$/i.test(name)
}

/**
 * The pages and files in a web archive that servers had when they were asked, the newest of each
 * address, read by warcio, which is loaded for it. Nothing on the disk is named by an address. From
 * a damaged archive comes what stands before the damage, with an error.
 */
export async function readWarc(
  path: string,
  folder: string,
): Promise<Checked<readonly Archived[]>> {
  const {WARCParser} = await import('warcio')
  const harvest: Harvest = {folder, found: new Map(), tooLarge: [], bytes: 0}
  const {found, tooLarge} = harvest
  const diagnostics: Diagnostic[] = []
  let records = 0
  const archive = openArchive(path)
  let last: Answer | undefined
  // Of what is packed, bytes come before they are proved: that another record follows proves the last.
  const keepLast = () => last && found.set(last.name, last)
  try {
    for await (const record of new WARCParser(archive)) {
      const isTooMuch = ++records > warcLimits.records || harvest.bytes > warcLimits.bytes
      if (isTooMuch || !record.warcHeaders.statusline.startsWith('WARC/')) throw new Error('broken')
      keepLast()
      last = await takeAnswer(record, harvest, records)
    }
    keepLast()
    if (await isCutOff(path)) throw new Error('broken')
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    diagnostics.push(report(warcBroken, {file: path}, {count: found.size}))
  } finally {
    archive.destroy()
  }
  if (tooLarge.length > 0) {
    diagnostics.push(report(warcTooLarge, {file: path}, {addresses: tooLarge}))
  }
  return {value: [...found.values()], diagnostics}
}

interface Answer extends Archived {
  readonly taken: string
}

interface Harvest {
  readonly folder: string
  readonly found: Map<string, Answer>
  readonly tooLarge: string[]
  bytes: number
}

/** Writes down what a server answered, unless a newer answer for its address is there already. */
async function takeAnswer(
  record: WARCRecord,
  harvest: Harvest,
  number: number,
): Promise<Answer | undefined> {
  const name = nameOfAnswer(record)
  const taken = record.warcDate ?? ''
  const isWanted = name !== undefined && (harvest.found.get(name)?.taken ?? '') <= taken
  const {reader: block} = record
  const content = isWanted ? await readLimited(record) : undefined
  await readToEnd(block)
  if (!isWanted) return undefined
  if (!content) {
    harvest.tooLarge.push(name)
    return undefined
  }
  const path = join(harvest.folder, `${number}${endingOf(name.replace(/\?.*$/s, ''))}`)
  await writeFile(path, content)
  harvest.bytes += content.length
  return {name, path, taken, ...describe(record, taken)}
}

/** The bytes of an archive, unpacked by Node: reading them fails where it was cut off. */
function openArchive(path: string): Readable {
  const file = createReadStream(path)
  // What goes wrong in either reaches whoever reads the bytes.
  return path.endsWith('.gz') ? pipeline(file, createGunzip(), () => {}) : file
}

/** Whether an archive that is not packed ends in the middle of a record. */
async function isCutOff(path: string): Promise<boolean> {
  if (path.endsWith('.gz')) return false
  const file = await open(path)
  try {
    const {size} = await file.stat()
    const end = Buffer.alloc(4)
    await file.read(end, 0, 4, Math.max(0, size - 4))
    return end.toString('latin1') !== '\r\n\r\n'
  } finally {
    await file.close()
  }
}

/** The address of what a server answered, without its scheme; undefined for any other record. */
function nameOfAnswer(record: WARCRecord): string | undefined {
  const isAnswer = record.warcType === 'response' || record.warcType === 'resource'
  const status = Number(record.httpHeaders?.statusCode ?? 200)
  const {warcTargetURI: uri} = record
  if (!isAnswer || status !== 200 || !uri || !URL.canParse(uri)) return undefined
  const {protocol, host, pathname, search} = new URL(uri)
  return /^https?:$/.test(protocol) ? `${host}${pathname}${search}` : undefined
}

async function readLimited(record: WARCRecord): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of record) {
    size += chunk.length
    if (size > warcLimits.recordBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * Reads what is left of a record, and fails where the archive ends before it or no length is
 * stated: warcio would keep half an answer, and ask for ever for the rest of what nobody reads.
 */
async function readToEnd(block: WARCRecord['reader']): Promise<void> {
  let rest = 0
  for await (const chunk of block) rest += chunk.length
  if ('limit' in block && !(Number(block.limit) <= 0)) throw new Error(`broken after ${rest} bytes`)
}

function describe(
  record: WARCRecord,
  taken: string,
): Pick<Archived, 'isText' | 'retrieved' | 'declared'> {
  const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? ''
  return {
    isText: /^\s*(?:text\/(?:html|plain)|application\/xhtml)/i.test(type),
    retrieved: toIsoDate(taken.slice(0, 10)),
    declared: encodingOfLabel(/charset=["']?([\w-]+)/i.exec(type)?.[1] ?? ''),
  }
}
