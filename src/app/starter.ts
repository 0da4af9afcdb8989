import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {dayOfMonth, type IsoDate, monthOf, yearOf} from '../base/day.ts'
import type {EditionTag} from '../base/script.ts'
import {headersFile} from '../emit/security-headers.ts'
import {readBytes} from './files.ts'
import {version} from './version.ts'

/** What a new archive is to be. */
export interface NewArchive {
  readonly title: string
  readonly columns: readonly string[]
  readonly editions: readonly EditionTag[]
  /** The day of its first announcement. */
  readonly date: IsoDate
}

// Beside `src/` and `lib/` alike. Names that begin with a dot are kept under others, since packages
// leave some of them out.
const starter = fileURLToPath(new URL('../../starter', import.meta.url))

/** Where the files of the starter lie, and where each goes in an archive. */
export const starterFiles: Readonly<Record<string, string>> = {
  'dibao.yml': 'dibao.yml',
  'content/shili.md': 'content/shili.md',
  'public/dot-gitkeep': 'public/.gitkeep',
  'templates/README.md': 'templates/README.md',
  'README.md': 'README.md',
  'package.json': 'package.json',
  'dot-gitignore': '.gitignore',
  'dot-github/workflows/publish.yml': '.github/workflows/publish.yml',
  'dot-gitlab-ci.yml': '.gitlab-ci.yml',
}

/** The files of a new archive, by their paths. */
export async function archiveFiles(archive: NewArchive): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const [from, to] of Object.entries(starterFiles)) {
    const bytes = await readBytes(join(starter, from))
    if (!bytes) throw new Error(`the package lacks starter/${from}`)
    files.set(to, fill(new TextDecoder().decode(bytes), archive))
  }
  return files.set('deploy/_headers', headersFile('/'))
}

/** A text of the starter with what is asked for in the place of `%NAMES%`. */
function fill(text: string, {title, columns, editions, date}: NewArchive): string {
  const list = (items: readonly string[]): string => items.map((each) => `  - ${each}`).join('\n')
  const [first] = columns
  const values: Readonly<Record<string, string>> = {
    TITLE: quote(title),
    NAME: title,
    EDITIONS: list(editions),
    COLUMNS: list(columns.map((name) => `name: ${quote(name)}`)),
    COLUMN: quote(first ?? ''),
    DATE: date,
    CHINESE_DATE: `${Number(yearOf(date))}年${Number(monthOf(date))}月${Number(dayOfMonth(date))}日`,
    VERSION: version,
  }
  return text.replace(/%([A-Z_]+)%/g, (whole, name: string) => values[name] ?? whole)
}

/** A text as YAML takes it whatever is in it: YAML 1.2 reads every text of JSON. */
function quote(text: string): string {
  return JSON.stringify(text)
}
