import {relative, sep} from 'node:path'
import type {ContentPath} from '../base/brand.ts'
import {type Checked, compareText} from '../base/diagnostic.ts'
import type {SourceFile} from '../record/source-file.ts'
import {ledgerFile, redirectFile} from '../site/site-files.ts'
import {isListed, listFiles} from './files.ts'
import {readPictureSizes} from './picture-sizes.ts'
import {openRecordMemory} from './record-memory.ts'
import type {SiteFolder} from './site-folder.ts'
import {type Snapshot, type SnapshotOptions, takeSnapshot} from './snapshot.ts'
import {
  byFile,
  isRecordPath,
  readAddressFiles,
  readConfig,
  readGlossary,
  readRecord,
  readSources,
  readTheme,
  type Sources,
  type Theme,
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
    const sources = await readSources(folder, undefined, await openRecordMemory(folder))
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
   * nothing differs after all, the snapshot stays the one that it was. Files that are only copied
   * are never held, so that a touched one counts as different. A folder stands for the records that
   * were in it. When reading fails the promise
   * rejects, and the next touch reads these files again.
   */
  touch(paths: Iterable<string>): Promise<Snapshot> {
    for (const path of paths) this.#touched.add(path)
    this.#running ??= this.#rebuild()
    return this.#running
  }

  async #rebuild(): Promise<Snapshot> {
    try {
      do {
        await this.#readTouched()
      } while (this.#touched.size > 0)
      return this.#snapshot
    } finally {
      // Together with the last look at what is touched: nothing can be touched between the two.
      this.#running = undefined
    }
  }

  async #readTouched(): Promise<void> {
    const paths = [...this.#touched]
    this.#touched.clear()
    try {
      const sources = await rereadSources(this.#sources, paths, this.#folder)
      if (isSame(sources, this.#sources)) return
      this.#snapshot = await takeSnapshot(sources, this.#options)
      this.#sources = sources
    } catch (error) {
      for (const path of paths) this.#touched.add(path)
      throw error
    }
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
      .filter((path) => path === parent || path.startsWith(parent + sep))
      .map((path) => relative(parent, path).split(sep).join('/'))
  const contentPaths = inside(folder.content)
  const recordPaths = contentPaths.flatMap((path) =>
    isRecordPath(path) ? path : knownRecordsIn(path, sources),
  )
  const records = new Map(sources.records)
  const unreadable = new Map(sources.unreadable)
  for (const path of recordPaths) {
    records.delete(path)
    unreadable.delete(`content/${path}`)
    const {value, diagnostics} = await rereadRecord(folder, path)
    if (value) records.set(path, value)
    for (const [file, each] of byFile(diagnostics)) unreadable.set(file, each)
  }
  const config = await readConfig(folder)
  const glossary = await readGlossary(folder)
  const addresses = await readAddressFiles(folder)
  const themeTouched = inside(folder.templates).length > 0
  const {diagnostics, ...theme} = themeTouched ? await readTheme(folder) : keptTheme(sources)
  for (const file of ['dibao.yml', 'glossary.yml', ledgerFile, redirectFile]) {
    unreadable.delete(file)
  }
  for (const file of unreadable.keys()) {
    if (themeTouched && file.startsWith('templates/')) unreadable.delete(file)
  }
  const filesTouched = contentPaths.some((path) => !isRecordPath(path))
  const publicTouched = inside(folder.public).length > 0
  const files = filesTouched ? await listOtherFiles(folder) : sources.files
  const publicFiles = publicTouched ? await listFiles(folder.public) : sources.publicFiles
  return {
    // In the order in which a fresh start would read them.
    records: new Map([...records].toSorted(([left], [right]) => compareText(left, right))),
    unreadable: new Map([
      ...unreadable,
      ...byFile([config, glossary, addresses, {diagnostics}].flatMap((each) => each.diagnostics)),
    ]),
    config: config.value,
    glossary: glossary.value,
    addresses: addresses.value,
    files,
    ...theme,
    publicFiles,
    // A module that is loaded stays so until the program ends.
    extensions: sources.extensions,
    pictureSizes:
      filesTouched || publicTouched
        ? await readPictureSizes(folder, files, publicFiles)
        : sources.pictureSizes,
  }
}

/** Records that were in a folder; the path of a file that is no record stands for none. */
function knownRecordsIn(path: string, {records, unreadable}: Sources): readonly ContentPath[] {
  const start = path === '' ? '' : `${path}/`
  return [
    ...records.keys(),
    ...[...unreadable.keys()].flatMap((file) => /^content\/(.*)/.exec(file)?.[1] ?? []),
  ].filter((known): known is ContentPath => known.startsWith(start) && isRecordPath(known))
}

function keptTheme({templates, ownTemplates, theme}: Sources): Theme {
  return {templates, ownTemplates, theme, diagnostics: []}
}

async function listOtherFiles(folder: SiteFolder): Promise<ReadonlySet<string>> {
  const paths = await listFiles(folder.content)
  return new Set(paths.filter((path) => !isRecordPath(path)))
}

/** Reads a record that a fresh start would find; links and hidden files it would pass over. */
async function rereadRecord(
  folder: SiteFolder,
  path: ContentPath,
): Promise<Checked<SourceFile | undefined>> {
  return (await isListed(folder.content, path))
    ? readRecord(folder, path)
    : {value: undefined, diagnostics: []}
}

function isSame(left: Sources, right: Sources): boolean {
  return (
    left.config === right.config &&
    left.glossary === right.glossary &&
    left.addresses.ledger === right.addresses.ledger &&
    left.addresses.redirects === right.addresses.redirects &&
    left.publicFiles === right.publicFiles &&
    left.files === right.files &&
    isSameMap(left.records, right.records, (one, other) => one.digest === other.digest) &&
    isSameMap(left.unreadable, right.unreadable, () => true) &&
    isSameMap(left.templates, right.templates, (one, other) => one === other) &&
    isSameMap(left.theme, right.theme, (one, other) => Buffer.compare(one, other) === 0)
  )
}

function isSameMap<T>(
  left: ReadonlyMap<string, T>,
  right: ReadonlyMap<string, T>,
  isSameValue: (left: T, right: T) => boolean,
): boolean {
  if (left === right) return true
  if (left.size !== right.size) return false
  for (const [key, one] of left) {
    const other = right.get(key)
    if (other === undefined || !isSameValue(one, other)) return false
  }
  return true
}
