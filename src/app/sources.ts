import {stat} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {ContentPath, Permalink} from '../base/brand.ts'
import {type Checked, type Diagnostic, report} from '../base/diagnostic.ts'
import {createSourceFile, type SourceFile} from '../record/source-file.ts'
import {readVersionName} from '../record/version-name.ts'
import type {PictureSize} from '../site/picture-size.ts'
import {ledgerFile, redirectFile} from '../site/site-files.ts'
import {type Extensions, loadExtensions} from './extensions.ts'
import {decodeUtf8, ifMissing, listFiles, mapConcurrently, readBytes} from './files.ts'
import {readPictureSizes} from './picture-sizes.ts'
import {notUtf8, recordTooLarge} from './problems.ts'
import type {RecordMemory} from './record-memory.ts'
import type {SiteFolder} from './site-folder.ts'

/** Everything a site is made from, as it was read. */
export interface Sources {
  readonly config: string
  readonly glossary: string
  /** Texts of the ledger of addresses and of the list of old ones. */
  readonly addresses: AddressFiles
  /** Records, and the earlier versions of them that were kept. */
  readonly records: ReadonlyMap<ContentPath, SourceFile>
  /** Files under `content/` that are no records. */
  readonly files: ReadonlySet<string>
  /** Templates by their paths, `partials/head.hbs`; the site's own before Dibao's. */
  readonly templates: ReadonlyMap<string, string>
  /** Those of them that are the site's own. */
  readonly ownTemplates: ReadonlySet<string>
  /** Files of the theme by their names, `style.css`. */
  readonly theme: ReadonlyMap<string, Uint8Array>
  /** Paths under `public/`. */
  readonly publicFiles: readonly string[]
  /** Sizes of the pictures under `content/` and `public/`, by the addresses they will have. */
  readonly pictureSizes: ReadonlyMap<Permalink, PictureSize>
  /** What could not be read as text, by the file as messages name it: `content/2004/a.md`. */
  readonly unreadable: ReadonlyMap<string, Diagnostic>
  /** What the site adds to the program; undefined where it adds nothing. */
  readonly extensions?: Extensions | undefined
}

/**
 * Reads the whole site, of the records those that are not as `memory` has them. `counted` is told
 * how many are read, and of how many.
 */
export async function readSources(
  folder: SiteFolder,
  counted: (done: number, total: number) => void = () => {},
  memory?: RecordMemory,
): Promise<Sources> {
  const paths = await listFiles(folder.content)
  const recordPaths = paths.filter(isRecordPath)
  let done = 0
  const read = await mapConcurrently(recordPaths, async (path) => {
    const known = memory?.recall(path)
    if (known) return {value: known, diagnostics: []}
    const record = await readRecord(folder, path)
    if (record.value) memory?.note(record.value)
    counted(++done, recordPaths.length)
    return record
  })
  const config = await readConfig(folder)
  const glossary = await readGlossary(folder)
  const addresses = await readAddressFiles(folder)
  const {diagnostics, ...theme} = await readTheme(folder)
  const extensions = await loadExtensions(folder)
  const files = new Set(paths.filter((path) => !isRecordPath(path)))
  const publicFiles = await listFiles(folder.public)
  return {
    config: config.value,
    glossary: glossary.value,
    addresses: addresses.value,
    records: new Map(read.flatMap(({value}) => (value ? [[value.path, value] as const] : []))),
    files,
    ...theme,
    publicFiles,
    extensions: extensions.value,
    pictureSizes: await readPictureSizes(folder, files, publicFiles),
    unreadable: byFile(
      [...read, config, glossary, addresses, extensions, {diagnostics}].flatMap(
        (each) => each.diagnostics,
      ),
    ),
  }
}

/** Whether a path under `content/` is that of a record, or of an earlier version of one. */
export function isRecordPath(path: string): path is ContentPath {
  return /\.(?:md|markdown)$/i.test(path)
}

/** The records under `content/` as they are now. */
export async function listRecords({content}: SiteFolder): Promise<readonly ContentPath[]> {
  return (await listFiles(content)).filter(isRecordPath).filter((path) => !readVersionName(path))
}

const mebibyte = 1024 * 1024
/** How large a record file may be, in MiB. */
const recordSizeMax = 8

/**
 * Reads one record. Undefined without a word when it is gone, and with an error when its bytes are
 * not UTF-8 or too many.
 */
export async function readRecord(
  folder: SiteFolder,
  path: ContentPath,
): Promise<Checked<SourceFile | undefined>> {
  const found = await stat(join(folder.content, path)).catch(ifMissing(undefined))
  const size = Math.ceil(((found?.size ?? 0) / mebibyte) * 10) / 10
  if (size > recordSizeMax) {
    const where = {file: `content/${path}`}
    const problem = report(recordTooLarge, where, {size, limit: recordSizeMax})
    return {value: undefined, diagnostics: [problem]}
  }
  const bytes = await readBytes(join(folder.content, path))
  if (!bytes) return {value: undefined, diagnostics: []}
  const {value: text, diagnostics} = readText(`content/${path}`, bytes)
  return {value: text === undefined ? undefined : createSourceFile(path, text), diagnostics}
}

/** The text of `dibao.yml`; empty when there is none or it cannot be read. */
export async function readConfig(folder: SiteFolder): Promise<Checked<string>> {
  const {value, diagnostics} = readText('dibao.yml', await readBytes(folder.config))
  return {value: value ?? '', diagnostics}
}

/** The text of `glossary.yml`; empty when there is none or it cannot be read. */
export async function readGlossary(folder: SiteFolder): Promise<Checked<string>> {
  const {value, diagnostics} = readText('glossary.yml', await readBytes(folder.glossary))
  return {value: value ?? '', diagnostics}
}

/** Texts of the files about addresses; empty where there is none. */
export interface AddressFiles {
  readonly ledger: string
  readonly redirects: string
}

/** The texts of `permalinks.jsonl` and `redirects.csv`; empty when one is not there or not UTF-8. */
export async function readAddressFiles(folder: SiteFolder): Promise<Checked<AddressFiles>> {
  const ledger = readText(ledgerFile, await readBytes(folder.ledger))
  const redirects = readText(redirectFile, await readBytes(folder.redirects))
  return {
    value: {ledger: ledger.value ?? '', redirects: redirects.value ?? ''},
    diagnostics: [...ledger.diagnostics, ...redirects.diagnostics],
  }
}

/** The text of `review.yml`; empty when there is none or it cannot be read. */
export async function readReview(folder: SiteFolder): Promise<Checked<string>> {
  const {value, diagnostics} = readText('review.yml', await readBytes(folder.review))
  return {value: value ?? '', diagnostics}
}

/** The text of bytes; undefined with an error, about `file`, when they are not UTF-8. */
export function readText(
  file: string,
  bytes: Uint8Array = new Uint8Array(),
): Checked<string | undefined> {
  const value = decodeUtf8(bytes)
  if (value !== undefined) return {value, diagnostics: []}
  return {value, diagnostics: [report(notUtf8, {file, place: {line: 1, column: 1}}, {})]}
}

/** Diagnostics by the files that they are about. */
export function byFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, Diagnostic> {
  return new Map(diagnostics.map((each) => [each.file ?? '', each]))
}

/** What the theme is made of, and what of it could not be read. */
export type Theme = Pick<Sources, 'templates' | 'ownTemplates' | 'theme'> & {
  readonly diagnostics: readonly Diagnostic[]
}

// Beside `src/` and `lib/` alike.
const builtIn = fileURLToPath(new URL('../../templates', import.meta.url))
// The scripts among them as they are published (compile-scripts.ts).
const compiled = fileURLToPath(new URL('../../lib/templates', import.meta.url))

/** Templates and files of the theme: Dibao's own, each replaced by the site's of the same name. */
export async function readTheme(folder: SiteFolder): Promise<Theme> {
  const diagnostics: Diagnostic[] = []
  const templates = new Map<string, string>()
  const ownTemplates = new Set<string>()
  const theme = new Map<string, Uint8Array>()
  for (const from of new Set([builtIn, compiled, folder.templates])) {
    for (const path of await listFiles(from)) {
      const bytes = await readBytes(join(from, path))
      if (path.endsWith('.hbs')) {
        const text = readText(`templates/${path}`, bytes)
        diagnostics.push(...text.diagnostics)
        // Editor programs of Windows write CRLF, which no page has.
        if (text.value !== undefined) templates.set(path, text.value.replaceAll('\r\n', '\n'))
        if (from !== builtIn) ownTemplates.add(path)
      } else if (bytes && path.startsWith('assets/')) {
        theme.set(path.slice('assets/'.length), bytes)
      }
    }
  }
  return {templates, ownTemplates, theme, diagnostics}
}
