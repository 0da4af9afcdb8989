import type {Article, Reference} from '../../article/article.ts'
import {type Diagnostic, report} from '../../base/diagnostic.ts'
import {findNearestName} from '../../record/near.ts'
import {deadAnchor, deadPath} from '../check-problems.ts'
import {deadRecordLink} from '../problems.ts'
import {findTarget, nameOfReference} from '../reference.ts'
import type {Site} from '../site.ts'

/**
 * Links to paths and places that are not there, and links of announcements that are published to
 * such as are drafts.
 */
export function checkLinks(
  article: Article,
  site: Site,
  isThere: (path: string) => boolean,
): readonly Diagnostic[] {
  return article.references.flatMap((reference) => checkLink(reference, article, site, isThere))
}

function checkLink(
  {target, place, field}: Reference,
  article: Article,
  site: Site,
  isThere: (path: string) => boolean,
): readonly Diagnostic[] {
  const file = `content/${article.file}`
  const where = {file, ...(place && {place}), ...(field && {field})}
  const [kind = ''] = /^(?:#|[a-z]+:)/.exec(target) ?? []
  const anchor = decode(/#(.*)$/s.exec(target)?.[1] ?? '')
  if (kind === '#') {
    const near = nearestAnchor(anchor, article)
    return [report(deadAnchor, where, {anchor, target: undefined, near})]
  }
  const found = findTarget(target, site)
  if (kind === 'site:') {
    const path = decode(target.slice('site:'.length).replace(/#.*$/s, ''))
    if (isThere(path)) return []
    return [report(deadPath, where, {path, near: isThere(`${path}/`) ? `${path}/` : undefined})]
  }
  if (!found || typeof found.at === 'string') return []
  const other = found.at.article
  const id = nameOfReference(target)
  if (other.draft && !article.draft) return [report(deadRecordLink, where, {id, near: undefined})]
  if (kind !== 'record:' || anchor === '' || other.anchors.includes(anchor)) return []
  return [report(deadAnchor, where, {anchor, target: id, near: nearestAnchor(anchor, other)})]
}

/** The place that was meant: one that holds the name, or is nearly it. */
function nearestAnchor(anchor: string, {anchors}: Article): string | undefined {
  return anchors.find((each) => each.includes(anchor)) ?? findNearestName(anchor, anchors)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
