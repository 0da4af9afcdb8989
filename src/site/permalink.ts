import type {OutputPath, Permalink, RecordId, Slug} from '../base/brand.ts'
import {monthOf, type StatedDate, yearOf} from '../base/day.ts'
import type {EditionTag} from '../base/script.ts'
import {
  type BuiltInTaxonomy,
  isOwnListing,
  type ListingName,
  type TaxonomyName,
} from './listing-names.ts'

/**
 * Where a page lies inside an edition, without the edition's own part: `2023/05/notice/`; the same
 * in every edition. Every address of the site is made in this file, and none is ever changed.
 */
export type SitePath = string

/** The home page of an edition. */
export const homePath: SitePath = ''

/** All terms of a taxonomy. */
export function termsPath(taxonomy: TaxonomyName): SitePath {
  return `${folderOf(taxonomy)}/`
}

/** An announcement; it hangs on the id, never on the title. A month that nobody knows is `00`. */
export function articlePath(date: StatedDate, id: RecordId): SitePath {
  return `${yearOf(date)}/${monthOf(date) || '00'}/${id}/`
}

/** The address of any announcement, with a year, a month and an id to be put in. */
export const articlePattern: SitePath = 'YYYY/MM/ID/'

/** An earlier version of an announcement, by the day until which its text stood. */
export function versionPath(article: SitePath, day: StatedDate): SitePath {
  return `${article}${day}/`
}

const ownForm = /^(\d{4}\/\d{2}\/[^/?#]+\/)(?:(\d{4}(?:-\d{2}){0,2})\/)?$/

/** A path that has the form of an announcement's, or of an earlier version's with its day. */
export function readArticlePath(
  path: SitePath,
): {readonly article: SitePath; readonly day: string | undefined} | undefined {
  const [, article, day] = ownForm.exec(path) ?? []
  return article === undefined ? undefined : {article, day}
}

/** The log of what was done to an announcement's text: one for all editions, in the first. */
export function repairLogPath(article: SitePath): SitePath {
  return `${article}repairs.json`
}

/** A listing; `key` is `2023` for a year, `2023-05` for a month, nothing for the whole index. */
export function listingPath(listing: ListingName, key: Slug): SitePath {
  switch (listing) {
    case 'index':
      return indexPath
    case 'year':
      return `${key}/`
    case 'month':
      return `${key.replace('-', '/')}/`
    default:
      return `${folderOf(listing)}/${key}/`
  }
}

function folderOf(taxonomy: TaxonomyName): string {
  return isOwnListing(taxonomy) ? taxonomy.slice('own:'.length) : folders[taxonomy]
}

const folders: Readonly<Record<BuiltInTaxonomy, string>> = {
  column: 'columns',
  tag: 'tags',
  source: 'sources',
}

/** A page of a listing, counted from the oldest; the newest page is the listing itself. */
export function listingPagePath(listing: SitePath, number: number | undefined): SitePath {
  return number === undefined ? listing : `${listing}page/${number}/`
}

/** The whole index of announcements. */
export const indexPath: SitePath = 'archive/'

/** What a server shows for an address it does not have. */
export const notFoundPath: SitePath = '404.html'

/** What is lost of the archive: pictures and files that readers may still have. */
export const missingPath: SitePath = 'missing/'

/** What was put right after it was published. */
export const correctionsPath: SitePath = 'corrections/'

/** The same as a feed. */
export const correctionsFeedPath: SitePath = 'corrections/atom.xml'

/** The search page of an edition. */
export const searchPath: SitePath = 'search/'

/** What the search page reads first: the parts of the index. It is the same for all editions. */
export const searchIndexPath: SitePath = 'search/index.js'

/** A file of the search index: under a name that changes with its content, as the theme's are. */
export function searchFilePath(name: string): SitePath {
  return `assets/search/${name}`
}

/** What an edition tells browsers about its search page. */
export const openSearchPath: SitePath = 'opensearch.xml'

/** The announcements of a year for programs: one file for all editions, in the first. */
export function yearDataPath(year: string): SitePath {
  return `${year}/index.json`
}

/** The feeds of an edition. */
export const feedPaths = {atom: 'atom.xml', rss: 'rss.xml', json: 'feed.json'} as const

/** The address of a path in an edition. The first edition stands at the top of the site. */
export function permalinkOf(
  path: SitePath,
  edition: EditionTag,
  editions: readonly EditionTag[],
): Permalink {
  const prefix = edition === editions[0] ? '/' : `/${edition.toLowerCase()}/`
  return `${prefix}${path}` as Permalink
}

/**
 * Where a file that lies beside a record is published. One that a server or a browser would run
 * gets the name of a text: `2004/a.php` is `2004/a-php.txt`.
 */
export function assetPermalink(path: string): Permalink {
  const slash = path.lastIndexOf('/') + 1
  const [stem = '', ...endings] = path.slice(slash).split('.')
  // Servers look at every ending, not at the last alone: Apache runs `a.php.jpg`.
  const name = endings.some((ending) => isRun(ending))
    ? `${[stem, ...endings].join('-')}.txt`
    : path.slice(slash)
  return `/files/${path.slice(0, slash)}${name}` as Permalink
}

// Programs of servers, settings of servers, and pages of which scripts belong to the site.
const run =
  /^(?:php\d?|phtml|phar|pht|phps|asp|aspx|ashx|asmx|asa|cer|cdx|jsp|jspx|jspf|cfm|cgi|fcgi|pl|py|rb|s?html?|shtm|stm|xhtml?|xht|xml|xslt?|svgz|mht|mhtml|m?js|swf|hta|htc|config|htaccess)(?:;|$)/i

function isRun(ending: string): boolean {
  return run.test(ending)
}

/** The file that a server sends for an address. */
export function outputPathOf(permalink: Permalink): OutputPath {
  const path = permalink.slice(1)
  return (path === '' || path.endsWith('/') ? `${path}index.html` : path) as OutputPath
}
