import type {Permalink} from '../base/brand.ts'
import {compareDiagnostics, type Diagnostic} from '../base/diagnostic.ts'
import {emitAll} from '../emit/emitters.ts'
import {filesOf} from '../emit/output.ts'
import {checkSource} from '../record/check-source.ts'
import {parseRecord} from '../record/parse.ts'
import {applyLevels, runChecks} from '../site/checks.ts'
import {outputPathOf} from '../site/permalink.ts'
import type {Snapshot} from './snapshot.ts'
import type {Sources} from './sources.ts'

/**
 * Everything there is to say about a site: what a build tells, and what is worth a look besides.
 * To be asked of a snapshot with drafts and future announcements in it.
 */
export function checkSnapshot(snapshot: Snapshot, sources: Sources): readonly Diagnostic[] {
  const {site} = snapshot
  const found = [
    ...snapshot.diagnostics,
    ...runChecks(site, pathsOf(snapshot, sources), (file) => sources.records.get(file)?.text ?? ''),
    ...[...sources.records.values()].flatMap((source) => {
      const record = parseRecord(source).value
      return record ? checkSource(source, record) : []
    }),
  ]
  return applyLevels(found, site.config.checks).toSorted(compareDiagnostics)
}

/** Whether there is a page or a file at a path of the site, as a link names it. */
function pathsOf(
  {site, pages, theme}: Snapshot,
  {publicFiles}: Sources,
): (path: string) => boolean {
  const emitted = [...filesOf(emitAll(site, [...pages.values()]).value)].map(({path}) => path)
  const files = new Set<string>([
    ...[...pages.keys(), ...site.assets.values(), ...theme.keys()].map(outputPathOf),
    ...publicFiles,
    ...emitted,
  ])
  const aliases = new Set(site.redirects.map(({from}) => from))
  return (path) => {
    const [bare = ''] = path.split('?')
    return aliases.has(path) || files.has(outputPathOf(bare as Permalink))
  }
}
