import {gzipSync} from 'node:zlib'

/** An answer of a server as a web archive keeps it. */
export interface WarcAnswer {
  readonly uri: string
  readonly body: Uint8Array
  readonly type?: string
  readonly status?: number
  readonly date?: string
  readonly encoding?: 'gzip'
}

/** A web archive (WARC 1.0, ISO 28500) of these answers, each record packed by itself. */
export function makeWarc(answers: readonly WarcAnswer[]): Buffer {
  const info = record(
    'warcinfo',
    'urn:info',
    '2020-01-02T03:04:05Z',
    Buffer.from('software: x\r\n'),
  )
  return Buffer.concat([info, ...answers.map(toRecord)])
}

function toRecord(answer: WarcAnswer): Buffer {
  const {uri, body, type = 'text/html', status = 200, date = '2020-01-02T03:04:05Z'} = answer
  const content = answer.encoding ? gzipSync(body) : body
  const head = [
    `HTTP/1.1 ${status} OK`,
    `Content-Type: ${type}`,
    ...(answer.encoding ? [`Content-Encoding: ${answer.encoding}`] : []),
    `Content-Length: ${content.length}`,
  ]
  const http = Buffer.from(`${head.join('\r\n')}\r\n\r\n`)
  return record('response', uri, date, Buffer.concat([http, content]))
}

function record(type: string, uri: string, date: string, block: Uint8Array): Buffer {
  const kind =
    type === 'response' ? 'application/http; msgtype=response' : 'application/warc-fields'
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${uri}`,
    `WARC-Date: ${date}`,
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
    `Content-Type: ${kind}`,
    `Content-Length: ${block.length}`,
  ]
  return gzipSync(
    Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]),
  )
}
