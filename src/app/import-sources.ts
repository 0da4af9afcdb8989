import {mkdtemp} from 'node:fs/promises'
import {join} from 'node:path'
import type {Diagnostic} from '../base/diagnostic.ts'
import type {OldPage} from '../importer/html/addresses.ts'
import {decodeAddress} from '../importer/html/addresses.ts'
import {isDocumentName} from '../importer/readers.ts'
import {exists, isFolder, listFiles} from './files.ts'
import {unzip} from './unzip.ts'

/** A document to import. */
export interface ImportSource {
  readonly path: string
  /** Its name in the record: its path inside the folder or the archive that was named. */
  readonly name: string
  /** Its name in messages: what a person would open. */
  readonly shown: string
  /** Where it was in the old site; undefined for a file that was named itself. */
  readonly old?: OldPage | undefined
}

/** Everything that was named. */
export interface ImportSources {
  readonly documents: readonly ImportSource[]
  /** Pictures and attachments by their addresses in the old site. */
  readonly files: ReadonlyMap<string, string>
  /** The names of documents by their addresses in the old site. */
  readonly pages: ReadonlyMap<string, string>
  /** Archives that could not be unpacked. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The documents in what somebody named: a file is one whatever its name; in a folder or a ZIP file,
 * a copy of an old site, those whose names say so, and the other files are there for their pages to
 * use. ZIP files are unpacked into `scratch`; `host` is the site's name where no folder says it.
 */
export async function listImportSources(
  paths: readonly string[],
  scratch: string,
  host?: string,
): Promise<ImportSources> {
  const documents: ImportSource[] = []
  const files = new Map<string, string>()
  const pages = new Map<string, string>()
  const diagnostics: Diagnostic[] = []
  const add = (name: string, path: string, shown: string): void => {
    const old = {host, ...toOldPage(name)}
    if (!isDocumentName(name)) {
      files.set(old.address, path)
      return
    }
    documents.push({path, name, shown, old})
    pages.set(old.address, name)
  }
  const unpack = async (zip: string): Promise<void> => {
    const folder = await mkdtemp(join(scratch, 'zip-'))
    const {value, diagnostics: faults} = await unzip(zip, folder)
    diagnostics.push(...faults)
    for (const {name, path} of value) add(name, path, `${zip}:${name}`)
  }
  for (const path of paths) {
    if (await isFolder(path)) {
      for (const name of await listFiles(path)) {
        if (isZip(name)) await unpack(join(path, name))
        else add(name, join(path, name), join(path, name))
      }
    } else if (isZip(path) && (await exists(path))) await unpack(path)
    else documents.push({path, name: path.replace(/^.*[/\\]/s, ''), shown: path})
  }
  return {documents, files, pages, diagnostics}
}

function isZip(name: string): boolean {
  return /\.zip$/i.test(name)
}

/**
 * Where a file of a copy was in its site. Programs that copy sites put each into a folder of the
 * site's name, and write `show.asp?id=1` as `show.asp@id=1.html` or with the `?`.
 */
export function toOldPage(name: string): OldPage {
  const [, host, path] = /^([\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?)\/(.+)$/i.exec(name) ?? []
  const address = decodeAddress(path ?? name).replace(copiedQuery, '$1?$2')
  return host === undefined ? {address: `/${address}`} : {address: `/${address}`, host}
}

const copiedQuery = /(\.(?:aspx?|jspx?|php\d?|cfm|do))[@?](.+?)(?:\.html?)?$/i
