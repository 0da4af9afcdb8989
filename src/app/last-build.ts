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
import {readBytes, removeFile} from './files.ts'
import {readManifest} from './manifest.ts'
import {replaceFile} from './replace-file.ts'
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

/**
 * The stamp of all that a build is made from, to be taken before anything is read; undefined where
 * files alone do not tell: what they hold has just changed, or a site's own code may look anywhere.
 */
export function stampInput(folder: SiteFolder): Stamp | undefined {
  const {root, config, glossary, redirects, content, templates} = folder
  if (extensionFiles.some((name) => existsSync(join(root, name)))) return undefined
  const stamp = stampOf([
    ...[config, glossary, redirects, content, templates, folder.public],
    ...['..', '../../templates', '../../package.json'].map(ownPath),
    ownPath('../../node_modules/.package-lock.json'),
    ownPath('../../../.package-lock.json'),
  ])
  return stamp.changedAt < Date.now() - settledMs ? stamp : undefined
}

/** What the last build said; undefined when anything is not as it left it, or it is another day. */
export async function recallBuild(
  input: Stamp | undefined,
  folder: SiteFolder,
): Promise<BuildAccount | undefined> {
  const bytes = input && (await readBytes(pathIn(folder)))
  if (!bytes) return undefined
  try {
    const last: LastBuild = JSON.parse(new TextDecoder().decode(bytes))
    const isSame =
      last.input === inputDigest(input) &&
      last.today === todayIn(last.timeZone) &&
      last.output === (await stampOutput(folder))
    return isSame ? last : undefined
  } catch {
    return undefined
  }
}

/** Keeps what a build said, with the stamps of what it was made from and of what it made. */
export async function rememberBuild(
  account: BuildAccount,
  input: Stamp | undefined,
  folder: SiteFolder,
): Promise<void> {
  if (!input) return removeFile(pathIn(folder))
  const output = await stampOutput(folder)
  const last: LastBuild = {...account, input: inputDigest(input), output}
  await replaceFile(pathIn(folder), JSON.stringify(last))
}

function inputDigest({digest}: Stamp): Digest {
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
