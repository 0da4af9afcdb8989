import {readFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import type {Permalink} from '../base/brand.ts'
import type {EditionTag} from '../base/script.ts'
import {epubFiles} from '../emit/epub.ts'
import {zipPieces} from '../emit/zip.ts'
import type {Entry} from '../site/entry.ts'
import type {ListingName} from '../site/listing-names.ts'
import type {Group} from '../site/listings.ts'
import type {Site} from '../site/site.ts'
import {type ExitCode, exitCodes} from './exit-code.ts'
import {type ExportArguments, type ExportContext, readArchive} from './export-context.ts'
import {isMissing} from './files.ts'
import type {SiteFolder} from './site-folder.ts'
import {writePieces} from './write-pieces.ts'

/** Writes what is published of a year, a column, both, or everything, as a book (EPUB). */
export async function exportEpub(args: ExportArguments, context: ExportContext): Promise<ExitCode> {
  const {epub} = args
  const {terminal, folder, config} = context
  if (epub === undefined) return exitCodes.ok
  const edition = config.editions.find((tag) => tag === args.edition)
  if (!edition) {
    terminal.complain({
      zh: `本站没有 ${args.edition} 版；可选：${config.editions.join('、')}`,
      en: `this site has no edition ${args.edition}; it has ${config.editions.join(', ')}`,
    })
    return exitCodes.world
  }
  const archive = await readArchive(context, {withUnpublished: false})
  if (!archive) return exitCodes.content
  const {site} = archive.snapshot
  const {entries, part} = choose(args, edition, site)
  if (entries.length === 0) {
    terminal.complain({
      zh: `没有这样的文章，没有导出；年份：${namesOf('year', site)}；栏目：${namesOf('column', site)}`,
      en: `there are no such announcements; years: ${namesOf('year', site)}; columns: ${namesOf('column', site)}`,
    })
    return exitCodes.world
  }
  const read = (address: Permalink) => readAsset(address, site, folder)
  await writePieces(resolve(epub), zipPieces(epubFiles({site, edition, part, entries, read})))
  terminal.say({
    zh: `已导出 ${entries.length} 篇文章到电子书 ${epub}`,
    en: `Exported ${entries.length} announcements to the book ${epub}`,
  })
  return exitCodes.ok
}

/** The announcements that were asked for, and what they are of, in words. */
function choose({year, column}: ExportArguments, edition: EditionTag, site: Site) {
  const inYear = year === undefined ? undefined : findGroup('year', year, site)
  const inColumn = column === undefined ? undefined : findGroup('column', column, site)
  const isChosen = (entry: Entry): boolean =>
    (year === undefined || inYear?.entries.includes(entry) === true) &&
    (column === undefined || inColumn?.entries.includes(entry) === true)
  const names = [inColumn && (inColumn.names[edition] ?? column), year && `${year}年`]
  return {
    entries: site.entries.filter(isChosen),
    part: names.filter((name) => name !== undefined).join('，'),
  }
}

function findGroup(listing: ListingName, name: string, site: Site): Group | undefined {
  return site.listings
    .get(listing)
    ?.find(({key, names}) => key === name || Object.values(names).includes(name))
}

function namesOf(listing: ListingName, site: Site): string {
  const groups = site.listings.get(listing) ?? []
  return groups.map(({key, names}) => names[site.config.editions[0]!] ?? key).join('、')
}

/** The bytes of a file that lies beside a record or under `public/`. */
function readAsset(address: Permalink, site: Site, folder: SiteFolder): Uint8Array | undefined {
  const inContent = [...site.assets].find(([, known]) => known === address)?.[0]
  const path =
    inContent === undefined
      ? join(folder.public, address.slice(1))
      : join(folder.content, inContent)
  try {
    return readFileSync(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
