import type {Permalink} from '../base/brand.ts'
import type {EditionTag} from '../base/script.ts'
import type {Page} from '../site/plan.ts'
import type {Site} from '../site/site.ts'
import {createFrame, frameKey, type PageFrame} from './page-frame.ts'

/** What views are made from. */
export interface ViewContext {
  readonly site: Site
  /** What pages share, made when the first of them asks. */
  readonly frameOf: (page: Page) => PageFrame
}

/** What the views of one page share. */
export interface PageContext extends PageFrame {
  readonly site: Site
  readonly page: Page
  readonly edition: EditionTag
}

/** What the views of a site are made from; `assets` has the theme's files by their names. */
export function createViewContext(site: Site, assets: ReadonlyMap<string, Permalink>): ViewContext {
  const frames = new Map<string, PageFrame>()
  const frameOf = (page: Page): PageFrame => {
    const key = frameKey(page, site.config)
    const frame = frames.get(key) ?? createFrame(page, site, assets)
    frames.set(key, frame)
    return frame
  }
  return {site, frameOf}
}

/** The context of a page. */
export function pageContext(page: Page, {site, frameOf}: ViewContext): PageContext {
  return {site, page, edition: page.edition, ...frameOf(page)}
}
