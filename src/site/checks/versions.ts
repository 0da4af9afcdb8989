import {isBefore} from '../../base/day.ts'
import {type Diagnostic, report} from '../../base/diagnostic.ts'
import {compareWithVersion} from '../compare-version.ts'
import type {Entry} from '../entry.ts'
import type {Site} from '../site.ts'
import {oddVersion, type VersionFault} from '../version-problems.ts'

/** Earlier versions of a day that cannot be right, and the newest where nothing has changed since. */
export function checkVersions(site: Site): readonly Diagnostic[] {
  return [...site.versions].flatMap(([id, versions]) =>
    versions.flatMap((version, index) => {
      const {version: day = '', file} = version.article
      const fault = faultOf(version, site.byId.get(id)!, index === 0, site)
      return fault ? [report(oddVersion, {file: `content/${file}`}, {fault, day})] : []
    }),
  )
}

function faultOf(
  version: Entry,
  entry: Entry,
  isNewest: boolean,
  site: Site,
): VersionFault | undefined {
  const day = version.article.version
  if (day && isBefore(day, entry.article.date)) return 'early'
  if (day && isBefore(site.today, day)) return 'late'
  // An older one may be what the text was put back to.
  if (!isNewest) return undefined
  const isSame = site.config.editions.every(
    (edition) => compareWithVersion(entry, version, edition, site).changes === 0,
  )
  return isSame ? 'same' : undefined
}
