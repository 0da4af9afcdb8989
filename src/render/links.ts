import type {Permalink} from '../base/brand.ts'
import type {SiteConfig} from '../site/config.ts'
import {homePath, outputPathOf, permalinkOf} from '../site/permalink.ts'
import type {Page} from '../site/plan.ts'

/** Writes addresses as one page needs them. */
export interface Links {
  /** For `href` and `src` on this page: rooted, or relative with the file's name in it. */
  readonly href: (permalink: Permalink) => string
  /** With scheme and host; null when the site's address is not configured. */
  readonly absolute: (permalink: Permalink) => string | null
}

/** The address of a page. */
export function addressOf({path, edition}: Page, {editions}: SiteConfig): Permalink {
  return permalinkOf(path, edition, editions)
}

/**
 * The links of all pages of an edition that lie in equally many folders below it, so that the work
 * is done once. Relative links climb to the top of the edition, or of the site for what is outside
 * it, and name the file (`index.html`), so that they also work from a disk. A page that a server
 * shows at any address, the 404, has rooted ones in any case.
 */
export function createLinks(page: Page, config: SiteConfig): Links {
  const root = config.url ? new URL(config.url).pathname.replace(/\/$/, '') : ''
  const site = config.url?.replace(/\/$/, '')
  const absolute = (permalink: Permalink): string | null =>
    site === undefined ? null : site + encodePath(permalink)
  if (isRooted(page, config)) return {href: (permalink) => root + encodePath(permalink), absolute}
  const top = permalinkOf(homePath, page.edition, config.editions)
  const depth = depthOf(page)
  const toEdition = '../'.repeat(depth)
  const toSite = '../'.repeat(depth + top.split('/').length - 2)
  return {
    href: (permalink) => {
      const path = encodePath(outputPathOf(permalink))
      // A first segment with a colon in it would be read as a scheme; `encodePath` leaves none.
      return permalink.startsWith(top) ? toEdition + path.slice(top.length - 1) : toSite + path
    },
    absolute,
  }
}

/** Whether the links of a page begin at the top of the server. */
export function isRooted({kind}: Page, {links}: SiteConfig): boolean {
  return links === 'root' || kind === 'not-found'
}

/** How many folders a page lies below the top of its edition. */
export function depthOf({path}: Page): number {
  return path.split('/').length - 1
}

/** A path with every character escaped that may not stand in a URL (RFC 3986, section 3.3). */
export function encodePath(path: string): string {
  return /^[\w./-]*$/.test(path) ? path : path.split('/').map(encodeURIComponent).join('/')
}

/** An address for a link to another site; null unless it is the full address of a web page. */
export function toWebAddress(text: string): string | null {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text) ? new URL(text).href : null
}
