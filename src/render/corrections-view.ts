import {type CorrectionEntry, correctionAnchor} from '../site/corrections.ts'
import {type Entry, editionOf} from '../site/entry.ts'
import {correctionsFeedPath, correctionsPath} from '../site/permalink.ts'
import {versionsOf} from '../site/versions.ts'
import {dayView} from './day-text.ts'
import type {PageContext} from './page-context.ts'
import {sharedView} from './shared-view.ts'
import type {CorrectionsView, CorrectionView} from './view.ts'

/** Everything that was put right after publication. */
export function correctionsView(context: PageContext): CorrectionsView {
  const {words, site, hrefOf, edition} = context
  const {corrections} = site
  const title = words.corrections
  return {
    ...sharedView(context, title, words.correctionsText, [{title, path: correctionsPath}]),
    title,
    count: corrections.length,
    feed: site.config.url === undefined ? null : hrefOf(correctionsFeedPath),
    entries: corrections.map((correction) => ({
      ...correctionView(correction, context),
      title: editionOf(correction.entry, edition).title,
      href: `${hrefOf(correction.entry.path)}#${correctionAnchor(correction.index)}`,
    })),
  }
}

/** The corrections of an announcement, in the order of its record. */
export function correctionViews(entry: Entry, context: PageContext): readonly CorrectionView[] {
  return entry.article.corrections.map((date, index) =>
    correctionView({entry, date, index}, context),
  )
}

function correctionView(
  {entry, date, index}: CorrectionEntry,
  {edition, site, hrefOf}: PageContext,
): CorrectionView {
  const text = editionOf(entry, edition).corrections[index] ?? ''
  // One link is enough for what was put right on one day.
  const isLast = entry.article.corrections.lastIndexOf(date) === index
  const kept = isLast && versionsOf(entry, site).find(({article}) => article.version === date)
  const comparison = kept ? hrefOf(kept.path) : null
  return {date: dayView(date), text, id: correctionAnchor(index), comparison}
}
