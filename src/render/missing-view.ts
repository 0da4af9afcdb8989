import type {Entry} from '../site/entry.ts'
import {editionOf} from '../site/entry.ts'
import {lostAssetsOf} from '../site/inventory.ts'
import {missingPath} from '../site/permalink.ts'
import {nameOfReference} from '../site/reference.ts'
import {dayView} from './day-text.ts'
import type {PageContext} from './page-context.ts'
import {sharedView} from './shared-view.ts'
import type {MissingView} from './view.ts'

/** What is lost of the archive, by announcement, so that readers who have it can help. */
export function missingView(context: PageContext): MissingView {
  const {words, site} = context
  const title = words.missing
  const entries = site.entries.flatMap((entry) => {
    const lost = lostOf(entry, context)
    return lost.length === 0 ? [] : [{...linkOf(entry, context), lost}]
  })
  return {
    ...sharedView(context, title, words.missingText, [{title, path: missingPath}]),
    title,
    count: entries.reduce((sum, {lost}) => sum + lost.length, 0),
    entries,
  }
}

function linkOf(entry: Entry, {edition, hrefOf}: PageContext) {
  const {title} = editionOf(entry, edition)
  return {title, href: hrefOf(entry.path), date: dayView(entry.article.date)}
}

/** Pictures that have a name only, then files that are not where the record says. */
function lostOf(entry: Entry, {edition, site, words}: PageContext) {
  const {lostPictures, attachments} = editionOf(entry, edition)
  const titles = new Map(attachments.map(({target, title}) => [target, title]))
  const files = lostAssetsOf(entry.article, site)
  return [
    ...lostPictures.map((name) => ({kind: words.lostPicture, name})),
    ...files.map((reference) => ({
      kind: isPicture(reference) ? words.lostPicture : words.lostFile,
      name: titles.get(reference) || nameOfReference(reference).replace(/^.*\//s, ''),
    })),
  ]
}

function isPicture(reference: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|avif)$/i.test(reference)
}
