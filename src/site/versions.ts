import type {Article} from '../article/article.ts'
import type {RecordId} from '../base/brand.ts'
import {compareText} from '../base/diagnostic.ts'
import type {SiteConfig} from './config.ts'
import {type Entry, toEntry} from './entry.ts'
import {versionPath} from './permalink.ts'
import type {Site} from './site.ts'

/**
 * The earlier versions of published announcements, by the ids of these, the newest first: each an
 * entry whose path lies under that of its announcement. One that was itself a draft, or withdrawn,
 * was read by nobody or is not to be read again.
 */
export function collectVersions(
  versions: readonly Article[],
  entries: readonly Entry[],
  config: SiteConfig,
): ReadonlyMap<RecordId, readonly Entry[]> {
  const found = new Map<RecordId, Entry[]>()
  if (versions.length === 0) return found
  const paths = new Map(entries.map(({article, path}) => [article.id, path]))
  const newestFirst = versions.toSorted(
    (left, right) =>
      compareText(right.version ?? '', left.version ?? '') || compareText(left.file, right.file),
  )
  for (const article of newestFirst) {
    const path = paths.get(article.id)
    if (path === undefined || article.version === undefined) continue
    if (article.draft || article.withdrawn) continue
    const entry = {...toEntry(article, config), path: versionPath(path, article.version)}
    found.set(article.id, [...(found.get(article.id) ?? []), entry])
  }
  return found
}

/** The earlier versions of an announcement, the newest first; of nearly all there are none. */
export function versionsOf({article}: Entry, {versions}: Pick<Site, 'versions'>): readonly Entry[] {
  return versions.get(article.id) ?? none
}

const none: readonly Entry[] = []
