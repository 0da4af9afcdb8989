import {existsSync} from 'node:fs'
import {join} from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import type {Digest} from '../base/brand.ts'
import type {IsoDate} from '../base/day.ts'
import type {Diagnostic} from '../base/diagnostic.ts'
import {digestOfList} from '../base/digest.ts'
import {extensionFiles} from '../site/site-files.ts'
import {todayIn} from './clock.ts'
import {removeFile} from './files.ts'
import {readManifest} from './manifest.ts'
import {readSealed, writeSealed} from './sealed-file.ts'
import type {SiteFolder} from './site-folder.ts'
import {type Stamp, settledMs, stampOf} from './stamp.ts'

/** What a build said, for the next one to say again when nothing has changed. */
export interface BuildAccount {
  readonly articles: number
  readonly files: number
  readonly diagnostics: readonly Diagnostic[]
  /** The day that it was, where the site is. */
  readonly today: IsoDate
  readonly timeZone: string
}

interface LastBuild extends BuildAccount {
  readonly input: Digest
  readonly output: Digest
}

/** What the system tells of all that a build is made from. */
export interface InputStamp {
  /** Of the site's own files. */
  readonly site: Stamp
  /** Of those and of the program. */
  readonly digest: Digest
  /**
   * Whether the same stamp is the same input: not where a file has just changed, and may once more
   * at the same time by the system's clock, nor where a site's own code may look anywhere.
   */
  readonly isSure: boolean
}

/** The stamp of all that a build is made from, to be taken before anything is read. */
export function stampInput(folder: SiteFolder): InputStamp {
  const now = Date.now()
  const [site, program] = [stampOf(siteFiles(folder)), stampOf(programFiles())]
  const hasCode = extensionFiles.some((name) => existsSync(join(folder.root, name)))
  const changedAt = Math.max(site.changedAt, program.changedAt)
  return {
    site,
    digest: digestOfList([site.digest, program.digest]),
    isSure: changedAt < now - settledMs && !hasCode,
  }
}

/**
 * The file or folder of the site that has changed since the stamp was taken, the last where there
 * are more. The program has long been loaded: what is done to its files makes no difference.
 */
export function findChange({site}: InputStamp, folder: SiteFolder): string | undefined {
  const now = stampOf(siteFiles(folder))
  return now.digest === site.digest ? undefined : now.changedLast
}

function siteFiles(folder: SiteFolder): readonly string[] {
  const {root, config, glossary, redirects, content, templates} = folder
  const own = extensionFiles.map((name) => join(root, name))
  return [config, glossary, redirects, content, templates, folder.public, ...own]
}

function programFiles(): readonly string[] {
  return [
    ...['..', '../../templates', '../../package.json'].map(ownPath),
    ownPath('../../node_modules/.package-lock.json'),
    ownPath('../../../.package-lock.json'),
  ]
}

/** What the last build said; undefined when anything is not as it left it, or it is another day. */
export async function recallBuild(
  input: InputStamp,
  folder: SiteFolder,
): Promise<BuildAccount | undefined> {
  const last = input.isSure ? await readSealed<LastBuild>(pathIn(folder)) : undefined
  const isSame =
    last?.input === inputDigest(input) &&
    last.today === todayIn(last.timeZone) &&
    last.output === (await stampOutput(folder))
  return isSame ? last : undefined
}

/** Keeps what a build said, with the stamps of what it was made from and of what it made. */
export async function rememberBuild(
  account: BuildAccount,
  input: InputStamp,
  folder: SiteFolder,
): Promise<void> {
  if (!input.isSure) return removeFile(pathIn(folder))
  const output = await stampOutput(folder)
  const last: LastBuild = {...account, input: inputDigest(input), output}
  await writeSealed(pathIn(folder), last)
}

function inputDigest({digest}: Pick<InputStamp, 'digest'>): Digest {
  return digestOfList([digest, process.version])
}

/** Of what was published, and of the ledger, which a build writes too. */
async function stampOutput({output, ledger}: SiteFolder): Promise<Digest> {
  const published = [...(await readManifest(output)).keys()].map((path) => join(output, path))
  return stampOf([ledger, ...published]).digest
}

function pathIn({cache}: SiteFolder): string {
  return join(cache, 'last-build.json')
}

/** A path beside the program, which lies in `src/` or `lib/`. */
function ownPath(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
