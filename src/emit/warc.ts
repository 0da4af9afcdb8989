import {gzipSync} from 'fflate'
import {digestOf, uuidOf} from '../base/digest.ts'

/** A page or file as a server would send it. */
export interface Capture {
  /** Full address. */
  readonly address: string
  readonly status: 200 | 301
  readonly mediaType: string
  /** Where it leads, of a redirect. */
  readonly location?: string
  /** Of a page that a reader may begin with. */
  readonly title?: string
  readonly body: Uint8Array
}

/** A record of a web archive, packed, with what an index of it needs. */
export interface WarcRecord {
  readonly packed: Uint8Array
  /** Digest of what was sent, `sha256:…`. */
  readonly payloadDigest: string
  /** Digest of the unpacked record. */
  readonly recordDigest: string
}

/** The record that a file of a web archive begins with: what wrote it. */
export function warcInfo(software: string, file: string, moment: string): WarcRecord {
  const fields = `software: ${software}\r\nformat: WARC File Format 1.1\r\n`
  return writeRecord(
    {type: 'warcinfo', moment, names: {'WARC-Filename': file}},
    {mediaType: 'application/warc-fields', block: Buffer.from(fields), body: Buffer.from(fields)},
  )
}

/**
 * What a server answers, as a record of a web archive (WARC 1.1, ISO 28500:2017), packed by itself,
 * so that it can be read without those before it. Its name follows from what it holds.
 */
export function warcResponse(capture: Capture, moment: string): WarcRecord {
  const {address, status, mediaType, location, body} = capture
  const head = [
    status === 200 ? 'HTTP/1.1 200 OK' : 'HTTP/1.1 301 Moved Permanently',
    `Content-Type: ${mediaType}`,
    `Content-Length: ${body.length}`,
    ...(location === undefined ? [] : [`Location: ${location}`]),
  ]
  const block = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
  return writeRecord(
    {type: 'response', moment, names: {'WARC-Target-URI': address}},
    {mediaType: 'application/http; msgtype=response', block, body},
  )
}

interface RecordHead {
  readonly type: 'warcinfo' | 'response'
  readonly moment: string
  readonly names: Readonly<Record<string, string>>
}

interface RecordBlock {
  readonly mediaType: string
  readonly block: Uint8Array
  readonly body: Uint8Array
}

function writeRecord({type, moment, names}: RecordHead, of: RecordBlock): WarcRecord {
  const payloadDigest = `sha256:${digestOf(of.body)}`
  const blockDigest = `sha256:${digestOf(of.block)}`
  const fields = {
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:uuid:${uuidOf([type, moment, ...Object.values(names), blockDigest])}>`,
    'WARC-Date': moment,
    ...names,
    'WARC-Block-Digest': blockDigest,
    ...(type === 'response' && {'WARC-Payload-Digest': payloadDigest}),
    'Content-Type': of.mediaType,
    'Content-Length': String(of.block.length),
  }
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`)
  const record = Buffer.concat([
    Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`),
    of.block,
    Buffer.from('\r\n\r\n'),
  ])
  // A time of 0 says that there is none (RFC 1952, 2.3.1).
  const packed = gzipSync(record, {level: 6, mtime: 0})
  return {packed, payloadDigest, recordDigest: `sha256:${digestOf(record)}`}
}
