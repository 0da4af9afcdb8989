import {join} from 'node:path'
import type {OldPage} from '../importer/html/addresses.ts'
import {decodeAddress} from '../importer/html/addresses.ts'
import {isDocumentName} from '../importer/readers.ts'
import {isFolder, listFiles} from './files.ts'

/** A document to import. */
export interface ImportSource {
  readonly path: string
  /** Its name in messages and in the record: its path inside the folder that was named. */
  readonly name: string
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
}

/**
 * The documents in what somebody named: a file is one whatever its name; in a folder, a copy of an
 * old site, those whose names say so, and the other files are there for their pages to use. `host`
 * is the site's name where no folder says it.
 */
export async function listImportSources(
  paths: readonly string[],
  host?: string,
): Promise<ImportSources> {
  const documents: ImportSource[] = []
  const files = new Map<string, string>()
  const pages = new Map<string, string>()
  for (const path of paths) {
    if (!(await isFolder(path))) {
      documents.push({path, name: path.replace(/^.*[/\\]/s, '')})
      continue
    }
    for (const name of await listFiles(path)) {
      const old = {host, ...toOldPage(name)}
      if (isDocumentName(name)) {
        documents.push({path: join(path, name), name, old})
        pages.set(old.address, name)
      } else {
        files.set(old.address, join(path, name))
      }
    }
  }
  return {documents, files, pages}
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
