import type {Permalink} from '../base/brand.ts'
import type {EditionTag} from '../base/script.ts'
import type {LocalText} from '../site/config.ts'
import {permalinkOf, type SitePath} from '../site/permalink.ts'
import type {Page} from '../site/plan.ts'
import type {Site} from '../site/site.ts'
import {createLinks, type Links} from './links.ts'
import {type Words, words} from './words.ts'

/** What views are made from. */
export interface ViewContext {
  readonly site: Site
  /** Addresses of the theme's files by their names. */
  readonly assets: ReadonlyMap<string, Permalink>
}

/** What the views of one page share. */
export interface PageContext extends ViewContext {
  readonly page: Page
  readonly edition: EditionTag
  readonly links: Links
  readonly words: Words
  /** Address for `href` of a path in this page's edition. */
  readonly hrefOf: (path: SitePath) => string
  /** A configured text as this edition writes it. */
  readonly local: (text: LocalText | undefined) => string | null
}

/** The context of a page. */
export function pageContext(page: Page, context: ViewContext): PageContext {
  const {config} = context.site
  const {edition} = page
  const links = createLinks(page, config)
  return {
    ...context,
    ...{page, edition, links},
    words: words[edition],
    hrefOf: (path) => links.href(permalinkOf(path, edition, config.editions)),
    local: (text) => text?.[edition] ?? null,
  }
}
