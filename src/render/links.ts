import type {Permalink} from '../base/brand.ts'
import type {SiteConfig} from '../site/config.ts'
import {outputPathOf, permalinkOf} from '../site/permalink.ts'
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
 * The links of a page. Relative links name the file (`index.html`), so that they also work from a
 * disk. A page that a server shows at any address, the 404, has rooted ones in any case.
 */
export function createLinks(page: Page, config: SiteConfig): Links {
  const base = config.url ? new URL(config.url).pathname.replace(/\/$/, '') : ''
  const rooted = config.links === 'root' || page.kind === 'not-found'
  const from = outputPathOf(addressOf(page, config)).split('/').slice(0, -1)
  return {
    href: (permalink) =>
      rooted ? base + encodePath(permalink) : relativePath(from, outputPathOf(permalink)),
    absolute: (permalink) =>
      config.url ? config.url.replace(/\/$/, '') + encodePath(permalink) : null,
  }
}

/** A path with every character escaped that may not stand in a URL (RFC 3986, section 3.3). */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

/** An address for a link to another site; null unless it is the full address of a web page. */
export function toWebAddress(text: string): string | null {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text) ? new URL(text).href : null
}

function relativePath(from: readonly string[], target: string): string {
  const to = target.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  const path = [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
  // A first segment with a colon in it would be read as a scheme.
  return encodePath(path)
}
