import type {Checked} from '../base/diagnostic.ts'
import type {Page} from '../site/plan.ts'
import type {Site} from '../site/site.ts'
import {emitFeeds} from './feeds.ts'
import {emitOpenSearch} from './open-search.ts'
import type {Emitter, OutputFile, OutputGroup} from './output.ts'
import {type OwnEmitter, runOwnEmitter} from './own-emitter.ts'
import {emitRedirects} from './redirects.ts'
import {emitRepairLogs} from './repair-logs.ts'
import {emitSearch} from './search/emit.ts'
import {emitHeaders} from './security-headers.ts'
import {emitServerRedirects} from './server-redirects.ts'
import {emitRobots, emitSitemap} from './sitemap.ts'
import {emitYearData} from './year-data.ts'

/** Every emitter there is. To add one, write it and add it here. */
const emitters: readonly Emitter[] = [
  emitFeeds,
  emitSitemap,
  emitRobots,
  emitRedirects,
  emitServerRedirects,
  emitRepairLogs,
  emitHeaders,
  emitOpenSearch,
  emitYearData,
  emitSearch,
]

/** The files of all emitters, those that the site adds last, to be gone through once. */
export function emitAll(
  site: Site,
  pages: readonly Page[],
  own: readonly OwnEmitter[] = [],
): Checked<Iterable<OutputFile | OutputGroup>> {
  const emitted = [
    ...emitters.map((emit) => emit(site, pages)),
    ...own.map((emitter) => runOwnEmitter(emitter, site, pages)),
  ]
  const files = function* () {
    for (const {value} of emitted) yield* value
  }
  const diagnostics = emitted.flatMap((each) => each.diagnostics)
  return {value: files(), diagnostics}
}
