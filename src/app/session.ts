import {join, relative, sep} from 'node:path'
import type {ContentPath} from '../base/brand.ts'
import {compareText, type Diagnostic} from '../base/diagnostic.ts'
import type {SourceFile} from '../record/source-file.ts'
import {exists, listFiles} from './files.ts'
import type {SiteFolder} from './site-folder.ts'
import {type Snapshot, type SnapshotOptions, takeSnapshot} from './snapshot.ts'
import {
  isRecordPath,
  readConfig,
  readRecord,
  readSources,
  readTheme,
  type Sources,
  unreadableRecord,
} from './sources.ts'

/** Keeps the newest snapshot while files change. One rebuild at a time; no change is lost. */
export class Session {
  readonly #folder: SiteFolder
  readonly #options: SnapshotOptions
  readonly #touched = new Set<string>()
  #sources: Sources
  #snapshot: Snapshot
  #running: Promise<Snapshot> | undefined

  private constructor(
    folder: SiteFolder,
    options: SnapshotOptions,
    sources: Sources,
    snapshot: Snapshot,
  ) {
    this.#folder = folder
    this.#options = options
    this.#sources = sources
    this.#snapshot = snapshot
  }

  /** Reads the site and takes its first snapshot. */
  static async open(folder: SiteFolder, options: SnapshotOptions): Promise<Session> {
    const sources = await readSources(folder)
    return new Session(folder, options, sources, await takeSnapshot(sources, options))
  }

  /** The newest snapshot. */
  get snapshot(): Snapshot {
    return this.#snapshot
  }

  /** What the newest snapshot was taken from. */
  get sources(): Sources {
    return this.#sources
  }

  /**
   * Says only that these files may differ. What they hold is read when the rebuild begins; where
   * nothing differs after all, the snapshot stays the one that it was.
   */
  touch(paths: Iterable<string>): Promise<Snapshot> {
    for (const path of paths) this.#touched.add(path)
    this.#running ??= this.#rebuild().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #rebuild(): Promise<Snapshot> {
    do {
      const paths = [...this.#touched]
      this.#touched.clear()
      const sources = await rereadSources(this.#sources, paths, this.#folder)
      if (!isSame(sources, this.#sources)) {
        this.#sources = sources
        this.#snapshot = await takeSnapshot(sources, this.#options)
      }
    } while (this.#touched.size > 0)
    return this.#snapshot
  }
}

/** The sources with everything read again that lies at `paths`. */
async function rereadSources(
  sources: Sources,
  paths: readonly string[],
  folder: SiteFolder,
): Promise<Sources> {
  const inside = (parent: string): readonly string[] =>
    paths
      .filter((path) => path.startsWith(parent + sep))
      .map((path) => relative(parent, path).split(sep).join('/'))
  const records = new Map(sources.records)
  const unreadable = new Map(sources.unreadable)
  const contentPaths = inside(folder.content)
  for (const path of contentPaths.filter(isRecordPath)) {
    await rereadRecord(path, folder, records, unreadable)
  }
  const filesTouched = contentPaths.some((path) => !isRecordPath(path))
  const themeTouched = inside(folder.templates).length > 0
  const publicTouched = inside(folder.public).length > 0
  return {
    // In the order in which a fresh start would read them.
    records: new Map([...records].toSorted(([left], [right]) => compareText(left, right))),
    unreadable,
    config: await readConfig(folder),
    files: filesTouched ? await listOtherFiles(folder) : sources.files,
    ...(themeTouched
      ? await readTheme(folder)
      : {templates: sources.templates, theme: sources.theme}),
    publicFiles: publicTouched ? await listFiles(folder.public) : sources.publicFiles,
  }
}

async function listOtherFiles(folder: SiteFolder): Promise<ReadonlySet<string>> {
  const paths = await listFiles(folder.content)
  return new Set(paths.filter((path) => !isRecordPath(path)))
}

async function rereadRecord(
  path: ContentPath,
  folder: SiteFolder,
  records: Map<ContentPath, SourceFile>,
  unreadable: Map<string, Diagnostic>,
): Promise<void> {
  records.delete(path)
  unreadable.delete(path)
  const record = await readRecord(folder, path)
  if (record) records.set(path, record)
  else if (await exists(join(folder.content, path))) unreadable.set(path, unreadableRecord(path))
}

function isSame(left: Sources, right: Sources): boolean {
  const digests = ({records}: Sources): string =>
    [...records.values()].map(({digest}) => digest).join()
  return (
    left.config === right.config &&
    left.templates === right.templates &&
    left.publicFiles === right.publicFiles &&
    left.files === right.files &&
    [...left.unreadable.keys()].join('\n') === [...right.unreadable.keys()].join('\n') &&
    digests(left) === digests(right)
  )
}
