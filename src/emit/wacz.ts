import {compareText} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import {type Capture, type WarcRecord, warcInfo, warcResponse} from './warc.ts'
import {type PackedFile, packFile} from './zip.ts'

/** What a web archive says of itself. */
export interface WaczFacts {
  readonly title: string
  /** Full address of the page to begin with. */
  readonly home: string
  readonly software: string
  /** When it was made: `2025-01-01T00:00:00Z`. */
  readonly moment: string
}

/**
 * The files of a web archive (WACZ 1.1.1) of these captures: archives, their index, the list of
 * pages, and a description with the digest of each. No more than one archive is held at a time.
 */
export function* waczFiles(captures: Iterable<Capture>, facts: WaczFacts): Generator<PackedFile> {
  const index: IndexLine[] = []
  const pages: string[] = [pagesHead]
  const parts: Part[] = []
  for (const archive of archivesOf(captures, facts)) {
    const path = `archive/${archive.name}`
    parts.push(partOf(path, archive.bytes))
    index.push(...archive.index)
    pages.push(...archive.pages)
    // A reader takes single records out of it, so it lies there as it is.
    yield packFile(path, archive.bytes, 'stored')
  }
  const lists = new Map([
    ['indexes/index.cdxj', index.toSorted(compareLines).map(([key, line]) => `${key} ${line}\n`)],
    ['pages/pages.jsonl', pages.map((line) => `${line}\n`)],
  ])
  for (const [path, lines] of lists) {
    const text = Buffer.from(lines.join(''))
    parts.push(partOf(path, text))
    yield packFile(path, text)
  }
  const description = describe(parts, facts)
  const digest = {path: descriptionPath, hash: `sha256:${digestOf(description)}`}
  yield packFile(descriptionPath, description)
  yield packFile('datapackage-digest.json', `${JSON.stringify(digest, null, 2)}\n`)
}

const descriptionPath = 'datapackage.json'

/** A line of the index by the key that it is found by. */
type IndexLine = readonly [key: string, line: string]

interface Archive {
  readonly name: string
  readonly bytes: Uint8Array
  readonly index: readonly IndexLine[]
  readonly pages: readonly string[]
}

// Small enough to be held, large enough that a collection has few.
const archiveBytesMax = 64_000_000

/** The captures as archives, each a file of WARC records. */
function* archivesOf(
  captures: Iterable<Capture>,
  {software, moment}: WaczFacts,
): Generator<Archive> {
  let number = 0
  let open = beginArchive(++number, software, moment)
  for (const capture of captures) {
    const record = warcResponse(capture, moment)
    if (open.length + record.packed.length > archiveBytesMax && open.index.length > 0) {
      yield {...open, bytes: Buffer.concat(open.pieces)}
      open = beginArchive(++number, software, moment)
    }
    open.index.push(indexLine(capture, record, open, moment))
    if (capture.title !== undefined)
      open.pages.push(pageLine(capture.address, capture.title, moment))
    open.pieces.push(record.packed)
    open.length += record.packed.length
  }
  yield {...open, bytes: Buffer.concat(open.pieces)}
}

function beginArchive(number: number, software: string, moment: string) {
  const name = `data-${number}.warc.gz`
  const {packed} = warcInfo(software, name, moment)
  const [index, pages]: [IndexLine[], string[]] = [[], []]
  return {name, pieces: [packed], length: packed.length, index, pages}
}

/** Where a capture lies (CDXJ 1.0): its record begins at the end of what the archive has so far. */
function indexLine(
  {address, status, mediaType}: Capture,
  {packed, payloadDigest, recordDigest}: WarcRecord,
  {name, length}: {readonly name: string; readonly length: number},
  moment: string,
): IndexLine {
  const data = {
    url: address,
    digest: payloadDigest,
    mime: mediaType.split(';')[0],
    offset: length,
    length: packed.length,
    recordDigest,
    status,
    filename: name,
  }
  return [searchKey(address), `${moment.replace(/\D/g, '')} ${JSON.stringify(data)}`]
}

/**
 * The key that an address is looked up by: its host from the end, then the path, in small letters
 * (SURT): `https://a.example.cn/B/` is `cn,example,a)/b/`.
 */
function searchKey(address: string): string {
  const {hostname, port, pathname, search} = new URL(address)
  const host = hostname.split('.').reverse().join(',')
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${search}`.toLowerCase()
}

function compareLines([left, one]: IndexLine, [right, other]: IndexLine): number {
  return compareText(left, right) || compareText(one, other)
}

const pagesHead = JSON.stringify({format: 'json-pages-1.0', id: 'pages', title: 'All Pages'})

function pageLine(url: string, title: string, ts: string): string {
  return JSON.stringify({id: digestOf(url).slice(0, 22), url, ts, title})
}

/** A part of the collection, as its description lists it. */
interface Part {
  readonly path: string
  readonly hash: string
  readonly bytes: number
}

function partOf(path: string, body: Uint8Array): Part {
  return {path, hash: `sha256:${digestOf(body)}`, bytes: body.length}
}

function describe(parts: readonly Part[], {title, home, software, moment}: WaczFacts): string {
  const resources = parts.map((part) => ({name: part.path.replace(/^.*\//, ''), ...part}))
  const description = {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title,
    created: moment,
    software,
    mainPageUrl: home,
    mainPageDate: moment,
    resources,
  }
  return `${JSON.stringify(description, null, 2)}\n`
}
