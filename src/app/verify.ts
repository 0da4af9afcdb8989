import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {join} from 'node:path'
import type {Digest} from '../base/brand.ts'
import {compareText, type Diagnostic, report} from '../base/diagnostic.ts'
import {checksumFile, parseChecksums} from '../emit/checksums.ts'
import {encodePath} from '../render/links.ts'
import {isMissing, listFiles, mapConcurrently, readBytes} from './files.ts'
import {
  verifyChanged,
  verifyExtra,
  verifyMissing,
  verifyNothing,
  verifyRedirected,
  verifyUnread,
} from './verify-problems.ts'

/** Where files of a published site are read from, to see whether they are what was published. */
export interface Place {
  /** Digests by path, as they were published; undefined where the list cannot be read. */
  readonly checksums: () => Promise<ReadonlyMap<string, Digest> | undefined>
  readonly read: (path: string) => Promise<Found>
  /** All files there are, where that can be known. */
  readonly list: () => Promise<readonly string[]>
  /** Files that nobody can ask for there. */
  readonly hidden: ReadonlySet<string>
}

/** What was found of one file. */
export type Found =
  | {readonly kind: 'bytes'; readonly digest: Digest; readonly bytes: number}
  | {readonly kind: 'missing'}
  | {readonly kind: 'redirected'; readonly to: string}
  | {readonly kind: 'unread'; readonly detail: string}

/**
 * Checks every file of a place against its list: what is missing, changed, extra or unreadable. Files
 * whose digest `done` has are passed over; each that is right is told to `passed`. Of what a server
 * redirects, as it does with old addresses, nothing is known, which is told once for all.
 */
export async function verify(
  place: Place,
  checksums: ReadonlyMap<string, Digest>,
  done: ReadonlyMap<string, Digest>,
  passed: (path: string, digest: Digest) => void,
): Promise<readonly Diagnostic[]> {
  const wanted = [...checksums].filter(
    ([path, digest]) => !place.hidden.has(path) && done.get(path) !== digest,
  )
  const redirected: {readonly path: string; readonly to: string}[] = []
  const found = await mapConcurrently(wanted, async ([path, digest]) => {
    const file = await place.read(path)
    if (file.kind === 'bytes' && file.digest === digest) {
      passed(path, digest)
      return undefined
    }
    if (file.kind === 'redirected') {
      redirected.push({path, to: file.to})
      return undefined
    }
    if (file.kind === 'missing') return report(verifyMissing, {file: path}, {})
    if (file.kind === 'unread') return report(verifyUnread, {file: path}, {detail: file.detail})
    return report(verifyChanged, {file: path}, {bytes: file.bytes})
  })
  const extra = (await place.list()).filter((path) => !checksums.has(path) && path !== checksumFile)
  return [
    ...found.filter((each) => each !== undefined),
    ...extra.map((path) => report(verifyExtra, {file: path}, {})),
    ...tellRedirected(redirected, redirected.length === wanted.length),
  ]
}

function tellRedirected(
  redirected: readonly {readonly path: string; readonly to: string}[],
  isAll: boolean,
): readonly Diagnostic[] {
  const [first] = redirected.toSorted((left, right) => compareText(left.path, right.path))
  if (!first) return []
  const problem = isAll ? verifyNothing : verifyRedirected
  return [report(problem, {file: first.path}, {count: redirected.length, to: first.to})]
}

/** A published site in a folder. Files are read in pieces, however long they are. */
export function folderPlace(folder: string): Place {
  return {
    checksums: async () => {
      const bytes = await readBytes(join(folder, checksumFile))
      return parseChecksums(new TextDecoder().decode(bytes))
    },
    read: (path) =>
      digestStream(createReadStream(join(folder, path))).catch((error: unknown): Found => {
        if (isMissing(error)) return {kind: 'missing'}
        return {kind: 'unread', detail: codeOf(error)}
      }),
    list: () => listFiles(folder),
    hidden: new Set(),
  }
}

/**
 * A published site on a server. A page is asked for as readers do, without `index.html`; what a
 * server has besides cannot be known. An answer that does not end is given up, after two minutes or,
 * of the list, at 128 MB; the bytes of a file are never held.
 */
export function servedPlace(address: string): Place {
  const base = address.replace(/\/*$/, '/')
  const ask = (path: string): Promise<Response> =>
    fetch(base + encodePath(path), {
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMs),
    })
  return {
    checksums: async () => {
      const answer = await ask(checksumFile).catch(() => undefined)
      const list = answer?.ok ? await readText(answer.body ?? []).catch(() => undefined) : undefined
      return list === undefined ? undefined : parseChecksums(list)
    },
    read: async (path): Promise<Found> => {
      try {
        const answer = await ask(path.replace(/(^|\/)index\.html$/, '$1'))
        if (answer.status >= 300 && answer.status < 400) {
          return {kind: 'redirected', to: answer.headers.get('location') ?? ''}
        }
        if (answer.status === 404) return {kind: 'missing'}
        // A withdrawn announcement is sent as gone, with its page.
        if (!answer.ok && answer.status !== 410) {
          return {kind: 'unread', detail: `HTTP ${answer.status}`}
        }
        return await digestStream(answer.body ?? [])
      } catch (error) {
        return {kind: 'unread', detail: codeOf(error)}
      }
    },
    list: async () => [],
    hidden: new Set(['_headers', '_redirects']),
  }
}

// Longer than a slow line needs for a large attachment to begin and end.
const answerMs = 120_000

// A hundred characters a file: more than a million files.
const listBytesMax = 128_000_000

/** The text of a list; undefined where it is longer than any. */
async function readText(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string | undefined> {
  const held: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    if (bytes > listBytesMax) return undefined
    held.push(chunk)
  }
  return Buffer.concat(held).toString('utf8')
}

async function digestStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Found> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return {kind: 'bytes', digest: hash.digest('hex') as Digest, bytes}
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return cause instanceof Error ? cause.name : String(cause)
}
