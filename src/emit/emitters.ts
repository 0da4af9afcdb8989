import type {Checked} from '../base/diagnostic.ts'
import type {Page} from '../site/plan.ts'
import type {Site} from '../site/site.ts'
import {emitFeeds} from './feeds.ts'
import type {OutputFile} from './output.ts'
import {emitRedirects} from './redirects.ts'
import {emitRobots, emitSitemap} from './sitemap.ts'

/** Makes files about the whole site. It sees the site and its pages, and cannot write. */
export type Emitter = (site: Site, pages: readonly Page[]) => Checked<readonly OutputFile[]>

/** Every emitter there is. To add one, write it and add it here. */
const emitters: readonly Emitter[] = [emitFeeds, emitSitemap, emitRobots, emitRedirects]

/** The files of all emitters. */
export function emitAll(site: Site, pages: readonly Page[]): Checked<readonly OutputFile[]> {
  const emitted = emitters.map((emit) => emit(site, pages))
  return {
    value: emitted.flatMap(({value}) => value),
    diagnostics: emitted.flatMap(({diagnostics}) => diagnostics),
  }
}
