import type {Article} from '../article/article.ts'
import {type Diagnostic, report} from '../base/diagnostic.ts'
import {findNearestName} from '../record/near.ts'
import {versionOfNothing, versionsOfOneDay} from './version-problems.ts'

/** What is wrong between earlier versions and the records that they are of, drafts among these. */
export function findBadVersions(
  versions: readonly Article[],
  articles: readonly Article[],
): readonly Diagnostic[] {
  if (versions.length === 0) return []
  const ids = new Set(articles.map(({id}) => id))
  const byDay = new Map<string, Article[]>()
  for (const article of versions) {
    const key = JSON.stringify([article.id, article.version])
    byDay.set(key, [...(byDay.get(key) ?? []), article])
  }
  return [
    ...versions
      .filter(({id}) => !ids.has(id))
      .map(({id, file}) => {
        const near = findNearestName(id, ids)
        return report(versionOfNothing, {file: `content/${file}`}, {id, near})
      }),
    ...[...byDay.values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => {
        const files = group.map(({file}) => `content/${file}`)
        const day = group[0]?.version ?? ''
        return files.map((file) => report(versionsOfOneDay, {file}, {day, files}))
      }),
  ]
}
