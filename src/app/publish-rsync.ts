import {spawn} from 'node:child_process'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {formatChecksums} from '../emit/checksums.ts'
import {readBytes} from './files.ts'
import {type PublishPlace, publishedFile, readPublished} from './publish-place.ts'

/**
 * Whether what was written is a place on another machine, as rsync reads it: a colon before any
 * slash, but not after a single letter, which is a disk of Windows.
 */
export function isRemote(target: string): boolean {
  return /^(?:[^/\\:]{2,}|[^/\\:]*@[^/\\:]+):/.test(target)
}

/**
 * A place on another machine, reached by rsync 3.1 or later, over ssh or at its own server. rsync
 * compares the bytes of both sides, and writes each file aside before it takes its name.
 */
export function rsyncPublishPlace(from: string, target: string): PublishPlace {
  const to = target.replace(/\/*$/, '/')
  /** Answers the files that were sent, or would be. */
  const send = async (paths: readonly string[], more: readonly string[] = [], source = from) => {
    if (paths.length === 0) return []
    const names = await rsync([...forList, ...more, '--', `${source}/`, to], paths)
    return names.split('\n').filter((name) => name !== '' && !name.endsWith('/'))
  }
  return {
    published: () =>
      withFolder((folder) =>
        readPublished(async (path) => {
          const copy = join(folder, 'published')
          await rsync([...always, '--', to + path, copy]).catch(ifNotThere)
          return readBytes(copy)
        }),
      ),
    differing: (paths) => send(paths, ['--dry-run', '--existing']),
    send: async (paths, sent) => {
      const names = await send(paths)
      for (const _ of paths) sent()
      return names.length
    },
    remove: (paths) =>
      withFolder(async (empty) => {
        // What is listed and not in the folder that is sent from, is removed where it is sent to:
        // first files, then the folders that are left empty, the innermost first.
        for (const names of [paths, ...foldersByDepth(paths)]) {
          await send(names, ['--delete-missing-args', '--no-implied-dirs'], empty).catch(ifNotEmpty)
        }
      }),
    note: (published) =>
      withFolder(async (folder) => {
        const list = join(folder, publishedFile)
        await mkdir(dirname(list))
        await writeFile(list, formatChecksums(published))
        await send([publishedFile], [], folder)
      }),
  }
}

// Arguments go to the other side as they are, whatever signs a name has.
const always = ['--times', '--secluded-args']
const forList = [
  ...always,
  ...['--omit-dir-times', '--checksum', '--from0', '--files-from=-', '--out-format=%n'],
]

/** The folders that files lie in, all of one depth together, the innermost first. */
function foldersByDepth(paths: readonly string[]): readonly (readonly string[])[] {
  const levels: Set<string>[] = []
  for (const path of paths) {
    const names = path.split('/').slice(0, -1)
    for (const index of names.keys()) {
      levels[index] ??= new Set()
      levels[index].add(names.slice(0, index + 1).join('/'))
    }
  }
  return levels.map((level) => [...level]).toReversed()
}

/** What rsync ended with: its exit status, as its manual lists them, and what it said. */
export class RsyncError extends Error {
  readonly status: number

  constructor(status: number, said: string) {
    super(said)
    this.status = status
  }
}

/** Some file could not be read: here, the list of a place that nothing was published to. */
function ifNotThere(error: unknown): void {
  if (!(error instanceof RsyncError && error.status === 23)) throw error
}

/** Some file of the list has vanished: those that are to be removed always have. */
function ifNotEmpty(error: unknown): void {
  if (!(error instanceof RsyncError && error.status === 24)) throw error
}

/** Runs rsync, with names for it to read, and answers what it printed. */
function rsync(args: readonly string[], names: readonly string[] = []): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('rsync', args, {stdio: ['pipe', 'pipe', 'pipe']})
    let [printed, said] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.once('error', reject)
    child.once('close', (status) => {
      if (status === 0) resolve(printed)
      else reject(new RsyncError(status ?? 0, said.trim()))
    })
    // When it ends before it has read them all, its status says why.
    child.stdin.on('error', () => {}).end(names.map((name) => `${name}\0`).join(''))
  })
}

async function withFolder<T>(task: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dibao-publish-'))
  try {
    return await task(folder)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}
