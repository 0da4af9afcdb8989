import {isBefore} from '../base/day.ts'
import {escapeMarkup} from '../base/markup.ts'
import {type ComparedField, compareWithVersion} from '../site/compare-version.ts'
import {type Entry, editionOf} from '../site/entry.ts'
import type {Page} from '../site/plan.ts'
import {versionsOf} from '../site/versions.ts'
import type {ComparedBlock, Piece} from '../text/compare-texts.ts'
import {correctionViews} from './corrections-view.ts'
import {dayView} from './day-text.ts'
import {headlineOf} from './headline.ts'
import {Html} from './html.ts'
import type {PageContext} from './page-context.ts'
import {sharedView} from './shared-view.ts'
import type {PassageView, VersionLinkView, VersionView} from './view.ts'

/** How many paragraphs that did not change are shown on each side of one that did. */
const aroundMax = 1

/** What the template of an earlier version may see. */
export function versionView(
  {entry, version}: Page & {kind: 'version'},
  context: PageContext,
): VersionView {
  const {edition, site, words, hrefOf} = context
  const text = editionOf(entry, edition)
  const until = version.article.version!
  const date = dayView(until)
  const title = `${words.version}（${words.versionUntil}${date.text}）：${text.title}`
  const {fields, blocks, changes} = compareWithVersion(entry, version, edition, site)
  const trail = [
    {title: text.title, path: entry.path},
    {title: words.version, path: version.path},
  ]
  return {
    ...sharedView(context, title, words.versionText, trail),
    title: text.title,
    headline: headlineOf(text),
    date,
    present: hrefOf(entry.path),
    corrections: correctionViews(entry, context).filter(
      (_, index) => !isBefore(entry.article.corrections[index]!, until),
    ),
    others: versionsOf(entry, site)
      .filter((other) => other !== version)
      .map((other) => versionLink(other, context)),
    differences: changes,
    fields: fields.map(({field, pieces}) => ({
      label: words.comparedFields[field],
      text: markPieces(pieces),
      verbatim: verbatim.has(field),
    })),
    passages: foldUnchanged(blocks).map(({folded, blocks: shown}) => ({
      folded,
      count: shown.length,
      blocks: shown.map(({kind, pieces}) => ({kind, text: markPieces(pieces)})),
    })),
  }
}

// Numbers are given as they are, whatever the script of the page.
const verbatim: ReadonlySet<ComparedField> = new Set(['documentNumber', 'indexNumber'])

/** The earlier versions of an announcement that no correction of the same day leads to. */
export function unexplainedVersions(
  entry: Entry,
  context: PageContext,
): readonly VersionLinkView[] {
  const corrected = new Set<string | undefined>(entry.article.corrections)
  return versionsOf(entry, context.site)
    .filter(({article}) => !corrected.has(article.version))
    .map((version) => versionLink(version, context))
}

function versionLink({article, path}: Entry, {hrefOf}: PageContext): VersionLinkView {
  return {date: dayView(article.version!), href: hrefOf(path)}
}

function markPieces(pieces: readonly Piece[]): Html {
  const names = {removed: 'del', added: 'ins'}
  const parts = pieces.map(({kind, text}) => {
    const markup = escapeMarkup(text)
    return kind === 'same' ? markup : `<${names[kind]}>${markup}</${names[kind]}>`
  })
  return new Html(parts.join(''))
}

/** The blocks in passages: a rest of several that did not change, far from all changes, is folded. */
function foldUnchanged(
  blocks: readonly ComparedBlock[],
): readonly (Pick<PassageView, 'folded'> & {readonly blocks: readonly ComparedBlock[]})[] {
  const isNear = (at: number): boolean =>
    blocks.slice(Math.max(0, at - aroundMax), at + aroundMax + 1).some(({kind}) => kind !== 'same')
  const passages: {folded: boolean; blocks: ComparedBlock[]}[] = []
  for (const [at, block] of blocks.entries()) {
    const folded = !isNear(at)
    const last = passages.at(-1)
    if (last?.folded === folded) last.blocks.push(block)
    else passages.push({folded, blocks: [block]})
  }
  // One paragraph is shown as easily as the line that would stand for it.
  return passages.map((passage) => ({
    ...passage,
    folded: passage.folded && passage.blocks.length > 1,
  }))
}
