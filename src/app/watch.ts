import {realpath} from 'node:fs/promises'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {watch as watchFiles} from 'chokidar'

/** Folders that are being watched. */
export interface Watching {
  /** Stops; `touched` is not called after this is called. */
  close(): Promise<void>
}

/**
 * Calls `touched` with the absolute paths of files that may differ, once for each burst of events:
 * 40 ms after the last event of it, and no more than 200 ms after the first. The paths are hints;
 * whether a file is there, and what it holds, is for the caller to read.
 *
 * A folder need not exist yet, and may go and come again. Hidden files and the temporary files of
 * editor programs are passed over, and so are links to other folders inside a watched folder.
 * Resolves once every later change will be seen; rejects when the system refuses to watch. A
 * refusal after that goes to `failed`.
 */
export async function watch(
  folders: readonly string[],
  touched: (paths: readonly string[]) => void,
  failed?: (error: Error) => void,
): Promise<Watching> {
  const roots = await Promise.all(folders.map(toRoot))
  const bursts = collectBursts(touched)
  // The folder above is watched too: only there can be seen that a root goes or comes.
  const parents = new Set(roots.map(({real}) => dirname(real)))
  const watcher = watchFiles([...parents], {
    ignored: (path) => !parents.has(path) && !roots.some(({real}) => isWatched(real, path)),
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    atomic: false,
  })
  await new Promise<void>((ready, refused) => {
    watcher.once('ready', ready).once('error', (error) => {
      void watcher.close()
      refused(tooManyFiles(error))
    })
  })
  watcher.removeAllListeners('error')
  if (failed) watcher.on('error', (error) => failed(tooManyFiles(error)))
  const hint = (path: string): void => {
    for (const {given, real} of roots) {
      if (isWatched(real, path)) bursts.add(join(given, relative(real, path)))
    }
  }
  const recent = createRecent()
  watcher.on('all', (event, path) => {
    if (event === 'addDir' || event === 'unlinkDir') return
    recent.add(path)
    hint(path)
  })
  watcher.on('raw', (_, name: string | null, details) => {
    const speaker = watchedPathOf(details)
    if (speaker === undefined) return
    // The speaker may be the file itself or its folder.
    for (const path of [speaker, join(speaker, name ?? '')]) {
      if (recent.has(path)) hint(path)
    }
  })
  return {
    close: async () => {
      bursts.close()
      await watcher.close()
    },
  }
}

/** A watched folder as the caller calls it, and where it is when links are followed. */
interface Root {
  readonly given: string
  readonly real: string
}

async function toRoot(folder: string): Promise<Root> {
  const given = resolve(folder)
  const above = await realpath(dirname(given)).catch(() => dirname(given))
  const real = await realpath(given).catch(() => join(above, basename(given)))
  return {given, real}
}

// Emacs, Vim (which writes a file called 4913 to try a folder), and office programs.
const temporary = /^\.|~$|^~\$|^#.*#$|\.sw[a-z]$|^4913$/

function isWatched(root: string, path: string): boolean {
  if (path === root) return true
  if (!path.startsWith(root + sep)) return false
  return !relative(root, path)
    .split(sep)
    .some((name) => temporary.test(name))
}

// Over the 100 ms for which chokidar keeps a second event of a file to itself. The change behind it
// is real, and may come after the first was read; the raw event tells of it.
const keptBackMs = 150

/** The paths of which an event came so lately that chokidar would keep the next to itself. */
function createRecent() {
  const times = new Map<string, number>()
  const has = (path: string): boolean =>
    performance.now() - (times.get(path) ?? Number.NEGATIVE_INFINITY) < keptBackMs
  return {
    has,
    add: (path: string): void => {
      // Insertion order is order of time: what is old stands in front.
      times.delete(path)
      for (const old of times.keys()) {
        if (has(old)) break
        times.delete(old)
      }
      times.set(path, performance.now())
    },
  }
}

function watchedPathOf(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('watchedPath' in details))
    return undefined
  return typeof details.watchedPath === 'string' ? details.watchedPath : undefined
}

const quietMs = 40
const longestMs = 200

function collectBursts(touched: (paths: readonly string[]) => void) {
  const paths = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let startedAt = 0
  const flush = (): void => {
    const burst = [...paths]
    paths.clear()
    touched(burst)
  }
  return {
    add: (path: string): void => {
      const now = performance.now()
      if (paths.size === 0) startedAt = now
      paths.add(path)
      clearTimeout(timer)
      timer = setTimeout(flush, Math.max(0, Math.min(quietMs, startedAt + longestMs - now)))
    },
    close: (): void => {
      clearTimeout(timer)
      paths.clear()
    },
  }
}

function tooManyFiles(cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
  return new Error(
    `系统不让继续监视文件（${code}），多半是文件太多；请调高系统的监视上限，或不用自动刷新。` +
      `The system refuses to watch (${code}), most often because there are too many files; ` +
      `raise its limit of watched files, or do without reloading.`,
    {cause},
  )
}
