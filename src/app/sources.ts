import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {ContentPath} from '../base/brand.ts'
import {type Diagnostic, report} from '../base/diagnostic.ts'
import {createSourceFile, type SourceFile} from '../record/source-file.ts'
import {decodeUtf8, listFiles, mapConcurrently, readBytes} from './files.ts'
import {notUtf8} from './problems.ts'
import type {SiteFolder} from './site-folder.ts'

/** Everything a site is made from, as it was read. */
export interface Sources {
  readonly config: string
  readonly records: ReadonlyMap<ContentPath, SourceFile>
  /** Files under `content/` that are no records. */
  readonly files: ReadonlySet<string>
  /** Templates by their paths, `partials/head.hbs`; the site's own before Dibao's. */
  readonly templates: ReadonlyMap<string, string>
  /** Files of the theme by their names, `style.css`. */
  readonly theme: ReadonlyMap<string, Uint8Array>
  /** Paths under `public/`. */
  readonly publicFiles: readonly string[]
  /** Files that could not be read as text, by path. */
  readonly unreadable: ReadonlyMap<string, Diagnostic>
}

/** Reads the whole site. `counted` is told how many records are read, and of how many. */
export async function readSources(
  folder: SiteFolder,
  counted: (done: number, total: number) => void = () => {},
): Promise<Sources> {
  const paths = await listFiles(folder.content)
  const recordPaths = paths.filter(isRecordPath)
  const unreadable = new Map<string, Diagnostic>()
  const records = new Map<ContentPath, SourceFile>()
  let done = 0
  const read = await mapConcurrently(recordPaths, async (path) => {
    const record = await readRecord(folder, path)
    counted(++done, recordPaths.length)
    return record
  })
  for (const [index, path] of recordPaths.entries()) {
    const record = read[index]
    if (record) records.set(path, record)
    else unreadable.set(path, unreadableRecord(path))
  }
  return {
    config: await readConfig(folder),
    records,
    files: new Set(paths.filter((path) => !isRecordPath(path))),
    ...(await readTheme(folder)),
    publicFiles: await listFiles(folder.public),
    unreadable,
  }
}

/** Whether a path under `content/` is that of a record. */
export function isRecordPath(path: string): path is ContentPath {
  return path.endsWith('.md')
}

/** Reads one record; undefined when it is gone or its bytes are not UTF-8. */
export async function readRecord(
  folder: SiteFolder,
  path: ContentPath,
): Promise<SourceFile | undefined> {
  const bytes = await readBytes(join(folder.content, path))
  const text = bytes && decodeUtf8(bytes)
  return text === undefined ? undefined : createSourceFile(path, text)
}

/** Says that a record's bytes are not UTF-8. */
export function unreadableRecord(path: ContentPath): Diagnostic {
  return report(notUtf8, {file: `content/${path}`, place: {line: 1, column: 1}}, {})
}

/** The text of `dibao.yml`; empty when there is none. */
export async function readConfig(folder: SiteFolder): Promise<string> {
  const bytes = await readBytes(folder.config)
  return bytes ? new TextDecoder().decode(bytes) : ''
}

// Beside `src/` and `lib/` alike.
const builtIn = fileURLToPath(new URL('../../templates', import.meta.url))

/** Templates and files of the theme: Dibao's own, each replaced by the site's of the same name. */
export async function readTheme(folder: SiteFolder): Promise<Pick<Sources, 'templates' | 'theme'>> {
  const templates = new Map<string, string>()
  const theme = new Map<string, Uint8Array>()
  for (const from of new Set([builtIn, folder.templates])) {
    for (const path of await listFiles(from)) {
      const bytes = (await readBytes(join(from, path))) ?? new Uint8Array()
      if (path.endsWith('.hbs')) templates.set(path, new TextDecoder().decode(bytes))
      else if (path.startsWith('assets/')) theme.set(path.slice('assets/'.length), bytes)
    }
  }
  return {templates, theme}
}
