import {readdir, realpath} from 'node:fs/promises'
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
 * whether a file is there, and what it holds, is for the caller to read. A folder that goes is one
 * path, which stands for all that was in it.
 *
 * A folder need not exist yet, and may go and come again. Hidden files and the temporary files of
 * editor programs are passed over, and so are links to other folders inside a watched folder.
 * Resolves once every later change will be seen; rejects when the system refuses to watch. A
 * refusal after that goes to `failed`.
 *
 * Only folders are watched, each of which tells the names of the files in it that change: systems
 * set a limit to what may be watched, and ten thousand files take most of a second.
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
    ignored: (path, stats) =>
      !parents.has(path) &&
      (stats?.isFile() === true || !roots.some(({real}) => isWatched(real, path))),
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
  watcher.on('raw', (_, name: string | null, details) => {
    const folder = watchedPathOf(details)
    if (folder !== undefined) hint(join(folder, name ?? ''))
  })
  watcher.on('unlinkDir', hint)
  // What was in it before it was watched.
  watcher.on('addDir', (folder) => {
    void filesIn(folder).then((paths) => paths.forEach(hint))
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

/** The files in a folder and in those inside it; none where it is gone again. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => [])
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({parentPath, name}) => join(parentPath, name))
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
