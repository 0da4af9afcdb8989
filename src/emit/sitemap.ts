import type {OutputPath} from '../base/brand.ts'
import {escapeMarkup} from '../base/markup.ts'
import type {EditionTag} from '../base/script.ts'
import {encodePath} from '../render/links.ts'
import {permalinkOf, type SitePath} from '../site/permalink.ts'
import type {Page} from '../site/plan.ts'
import type {Site} from '../site/site.ts'
import type {Emitter, OutputFile} from './output.ts'

// The protocol allows 50,000 addresses and 50 MB a file; with alternates the size comes first.
const addressesMax = 20_000

/**
 * The sitemap (sitemaps.org protocol 0.9), each address with the same page in every edition. A
 * long one is cut into parts with an index. Without the site's address there is none.
 */
export const emitSitemap: Emitter<OutputFile> = ({config}, pages) => {
  const {url} = config
  if (url === undefined) return {value: [], diagnostics: []}
  const addressOf = (path: SitePath, edition: EditionTag): string =>
    escapeMarkup(url.replace(/\/$/, '') + encodePath(permalinkOf(path, edition, config.editions)))
  const items = pages
    .filter(isForReaders)
    .map((page) => formatItem(page, config.editions, addressOf))
  const parts = Array.from({length: Math.ceil(items.length / addressesMax)}, (_, index) =>
    formatPart(items.slice(index * addressesMax, (index + 1) * addressesMax)),
  )
  const [only] = parts
  if (parts.length <= 1)
    return {value: [file('sitemap.xml', only ?? formatPart([]))], diagnostics: []}
  const names = parts.map((_, index) => `sitemap-${index + 1}.xml`)
  const files = parts.map((body, index) => file(names[index] ?? '', body))
  return {
    value: [file('sitemap.xml', formatIndex(names.map((name) => url + name))), ...files],
    diagnostics: [],
  }
}

/** Tells crawlers that everything may be read, and where the sitemap is. */
export const emitRobots: Emitter<OutputFile> = ({config}: Site) => {
  const sitemap = config.url === undefined ? '' : `\nSitemap: ${config.url}sitemap.xml\n`
  return {value: [file('robots.txt', `User-agent: *\nAllow: /\n${sitemap}`)], diagnostics: []}
}

function isForReaders(page: Page): boolean {
  if (page.kind === 'not-found' || page.kind === 'version') return false
  return !(page.kind === 'article' && page.entry.article.withdrawn)
}

function formatItem(
  page: Page,
  editions: readonly EditionTag[],
  addressOf: (path: SitePath, edition: EditionTag) => string,
): string {
  const alternates = editions.map(
    (edition) =>
      `    <xhtml:link rel="alternate" hreflang="${edition}" href="${addressOf(page.path, edition)}"/>\n`,
  )
  const day = page.kind === 'article' ? lastDay(page) : undefined
  const modified = day === undefined ? '' : `    <lastmod>${day}</lastmod>\n`
  return `  <url>
    <loc>${addressOf(page.path, page.edition)}</loc>
${modified}${alternates.join('')}  </url>
`
}

function lastDay({entry}: Page & {kind: 'article'}): string {
  return entry.article.updated ?? entry.article.date
}

function formatPart(items: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${items.join('')}</urlset>
`
}

function formatIndex(addresses: readonly string[]): string {
  const items = addresses.map(
    (address) => `  <sitemap><loc>${escapeMarkup(address)}</loc></sitemap>\n`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${items.join('')}</sitemapindex>
`
}

function file(path: string, body: string): OutputFile {
  return {path: path as OutputPath, body, from: 'sitemap'}
}
