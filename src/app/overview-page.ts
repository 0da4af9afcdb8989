import {doubtfulText} from '../article/problems.ts'
import type {ContentPath} from '../base/brand.ts'
import {isError, type Language} from '../base/diagnostic.ts'
import {escapeMarkup} from '../base/markup.ts'
import {type Entry, editionOf, whereOf} from '../site/entry.ts'
import {lostAssetsOf} from '../site/inventory.ts'
import {permalinkOf} from '../site/permalink.ts'
import {type EditorWords, editorWords} from './editor-words.ts'
import {comparePathOf, diagnosticItem, editorLink, editorPage, section} from './overview-parts.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * The page on which an editor sees what is to be done: problems, doubts, what is missing, and what
 * is not published yet, each with a link to its place.
 */
export function overviewPage(
  {site, diagnostics}: Snapshot,
  folder: SiteFolder,
  language: Language,
): string {
  const words = editorWords[language]
  const all = [...site.entries, ...site.withdrawn]
  const compare = (file = ''): string => {
    const path = file.replace(/^content\//, '') as ContentPath
    return site.byFile.has(path) ? compareLink(path, words) : ''
  }
  const item = (each: (typeof diagnostics)[number]): string =>
    diagnosticItem(each, folder, language, compare(each.file))
  const problems = diagnostics.filter(({severity}) => severity !== 'info')
  const doubts = diagnostics.filter(({ruleId}) => ruleId === doubtfulText.ruleId)
  const missing = all.flatMap((entry) => missingOf(entry, site, folder, words))
  const of = (entries: readonly Entry[]): readonly string[] =>
    entries.map((entry) => entryItem(entry, site, folder, words))
  const errors = problems.filter(isError).length
  const parts = [
    section(
      words.problems,
      [...problems.filter(isError), ...problems.filter((each) => !isError(each))].map(item),
      language,
    ),
    section(words.doubts, doubts.map(item), language, words.aboutDoubts),
    section(words.missing, missing, language),
    section(words.drafts, of(site.entries.filter(({article}) => article.draft)), language),
    section(
      words.future,
      of(site.entries.filter(({article}) => article.date > site.today)),
      language,
    ),
    section(words.withdrawn, of(site.withdrawn), language),
    section(words.all, of(site.entries), language, words.newestFirst),
  ]
  const title = words.titleOf(words.overview, site.config.title[site.config.editions[0]!] ?? '')
  const counts = words.countsOf({
    records: all.length,
    errors,
    warnings: problems.length - errors,
    doubts: doubts.length,
    missing: missing.length,
  })
  return editorPage(
    title,
    `<h1>${escapeMarkup(title)}</h1>
<p><a href="/">${words.seeSite}</a> · ${counts}</p>
<p>${words.howToOpen}</p>
${parts.join('')}`,
    language,
  )
}

function compareLink(file: ContentPath, {compare}: EditorWords): string {
  return `<a href="${escapeMarkup(comparePathOf(file))}">${compare}</a>`
}

function entryItem(
  entry: Entry,
  {config}: Snapshot['site'],
  folder: SiteFolder,
  words: EditorWords,
): string {
  const {article, path} = entry
  const [first] = config.editions
  const address = escapeMarkup(encodeURI(permalinkOf(path, first!, config.editions)))
  const {title} = editionOf(entry, first!)
  return `<li>${article.date} <a href="${address}" lang="${first}">${escapeMarkup(title)}</a> ${compareLink(article.file, words)}<br>${editorLink(folder, {file: `content/${article.file}`})}</li>`
}

/** The files that an announcement names and that are not there, and pictures lost but for the name. */
function missingOf(
  {article}: Entry,
  site: Snapshot['site'],
  folder: SiteFolder,
  words: EditorWords,
): readonly string[] {
  const {file, references, editions} = article
  const assets = lostAssetsOf(article, site).map((target) => {
    const place = references.find((each) => each.target === target)?.place
    const where = {file: `content/${file}`, ...(place && {place})}
    return {name: target.slice('asset:'.length), where}
  })
  const pictures = (editions[0]?.lostPictures ?? []).map((name) => {
    return {name, where: whereOf(article, 'pictures')}
  })
  return [...assets, ...pictures].map(
    ({name, where}) =>
      `<li>${escapeMarkup(name)} ${compareLink(file, words)}<br>${editorLink(folder, where)}</li>`,
  )
}
