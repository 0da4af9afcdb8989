import {mkdtemp} from 'node:fs/promises'
import {join} from 'node:path'
import type {IsoDate} from '../base/day.ts'
import type {Diagnostic} from '../base/diagnostic.ts'
import type {Encoding} from '../importer/encoding.ts'
import type {OldPage} from '../importer/html/addresses.ts'
import {decodeAddress} from '../importer/html/addresses.ts'
import {isDocumentName} from '../importer/readers.ts'
import {exists, isFolder, listFiles} from './files.ts'
import {unzip} from './unzip.ts'
import {isWarc, readWarc} from './warc.ts'

/** A document to import. */
export interface ImportSource {
  readonly path: string
  /** Its name in the record: its path inside the folder or the archive that was named. */
  readonly name: string
  /** Its name in messages: what a person would open. */
  readonly shown: string
  /** Where it was in the old site; undefined for a file that was named itself. */
  readonly old?: OldPage | undefined
  /** The day on which it was got, and the encoding that came with it, where an archive says so. */
  readonly retrieved?: IsoDate | undefined
  readonly declared?: Encoding | undefined
}

/** Everything that was named. */
export interface ImportSources {
  readonly documents: readonly ImportSource[]
  /** Pictures and attachments by their addresses in the old site. */
  readonly files: Map<string, string>
  /** The names of documents by their addresses in the old site. */
  readonly pages: ReadonlyMap<string, string>
  /** Archives that could not be unpacked. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The documents in what somebody named: a file is one whatever its name; in a folder or an archive,
 * a copy of an old site, those whose names say so, and the other files are there for their pages to
 * use. ZIP files, WACZ and WARC are unpacked into `scratch`; `host` is the site's name where no
 * folder says it.
 */
export async function listImportSources(
  paths: readonly string[],
  scratch: string,
  host?: string,
): Promise<ImportSources> {
  const listing: Listing = {
    ...{documents: [], files: new Map(), pages: new Map(), diagnostics: []},
    ...{scratch, host},
  }
  for (const path of paths) {
    if (await isFolder(path)) {
      for (const name of await listFiles(path)) {
        const inside = join(path, name)
        if (isArchive(name)) await unpack(inside, listing)
        else add(listing, {name, path: inside, shown: inside})
      }
    } else if (isArchive(path) && (await exists(path))) await unpack(path, listing)
    else listing.documents.push({path, name: path.replace(/^.*[/\\]/s, ''), shown: path})
  }
  return listing
}

interface Listing extends ImportSources {
  readonly documents: ImportSource[]
  readonly files: Map<string, string>
  readonly pages: Map<string, string>
  readonly diagnostics: Diagnostic[]
  readonly scratch: string
  readonly host: string | undefined
}

function add(
  {documents, files, pages, host}: Listing,
  source: ImportSource,
  isDocument = isDocumentName(source.name),
): void {
  const old = {host, ...toOldPage(source.name)}
  if (!isDocument) {
    files.set(old.address, source.path)
    return
  }
  documents.push({...source, old})
  pages.set(old.address, source.name)
}

function isArchive(name: string): boolean {
  return isZip(name) || isWacz(name) || isWarc(name)
}

async function unpack(path: string, listing: Listing, shown = path): Promise<void> {
  const folder = await mkdtemp(join(listing.scratch, 'archive-'))
  if (isWarc(path)) {
    const {value, diagnostics} = await readWarc(path, folder)
    listing.diagnostics.push(...diagnostics)
    for (const {name, path: unpacked, isText, retrieved, declared} of value) {
      const source = {name, path: unpacked, shown: `${shown}:${name}`, retrieved, declared}
      add(listing, source, isText || isDocumentName(name))
    }
    return
  }
  const {value, diagnostics} = await unzip(path, folder)
  listing.diagnostics.push(...diagnostics)
  for (const {name, path: unpacked} of value) {
    const inside = `${shown}:${name}`
    if (isWarc(name)) await unpack(unpacked, listing, inside)
    // The other files of a WACZ are about its archives.
    else if (!isWacz(path)) add(listing, {name, path: unpacked, shown: inside})
  }
}

/** Web archives in a ZIP file with an index (WACZ 1.1.1). */
function isWacz(name: string): boolean {
  return /\.wacz$/i.test(name)
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
