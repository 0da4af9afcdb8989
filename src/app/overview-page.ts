import {doubtfulText} from '../article/problems.ts'
import type {ContentPath} from '../base/brand.ts'
import {isError} from '../base/diagnostic.ts'
import {escapeMarkup} from '../base/markup.ts'
import {type Entry, editionOf, whereOf} from '../site/entry.ts'
import {lostAssetsOf} from '../site/inventory.ts'
import {permalinkOf} from '../site/permalink.ts'
import {comparePathOf, diagnosticItem, editorLink, editorPage, section} from './overview-parts.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * The page on which an editor sees what is to be done: problems, doubts, what is missing, and what
 * is not published yet, each with a link to its place.
 */
export function overviewPage({site, diagnostics}: Snapshot, folder: SiteFolder): string {
  const all = [...site.entries, ...site.withdrawn]
  const compare = (file = ''): string => {
    const path = file.replace(/^content\//, '') as ContentPath
    return site.byFile.has(path) ? compareLink(path) : ''
  }
  const item = (each: (typeof diagnostics)[number]): string =>
    diagnosticItem(each, folder, compare(each.file))
  const problems = diagnostics.filter(({severity}) => severity !== 'info')
  const doubts = diagnostics.filter(({ruleId}) => ruleId === doubtfulText.ruleId)
  const missing = all.flatMap((entry) => missingOf(entry, site, folder))
  const of = (entries: readonly Entry[]): readonly string[] =>
    entries.map((entry) => entryItem(entry, site, folder))
  const errors = problems.filter(isError).length
  const parts = [
    section(
      '错误和提醒',
      [...problems.filter(isError), ...problems.filter((each) => !isError(each))].map(item),
    ),
    section(
      '文字有疑问的地方',
      doubts.map(item),
      '程序没有把握，原样发布；简繁转换的疑问见各篇的对照。',
    ),
    section('缺的图片和附件', missing),
    section('草稿', of(site.entries.filter(({article}) => article.draft))),
    section('日期未到', of(site.entries.filter(({article}) => article.date > site.today))),
    section('已撤回', of(site.withdrawn)),
    section('全部文章', of(site.entries), '新的在前。'),
  ]
  const title = `总览：${site.config.title[site.config.editions[0]!] ?? ''}`
  const counts = `${all.length} 篇文章，${errors} 处错误，${problems.length - errors} 处提醒，${doubts.length} 处疑问，缺 ${missing.length} 个文件`
  return editorPage(
    title,
    `<h1>${escapeMarkup(title)}</h1>
<p><a href="/">看网站</a> · ${counts}</p>
<p>点文件名在 VS Code 里打开那一行；没有装它，就照文件名和行号自己打开。改好保存，这一页自动更新。</p>
${parts.join('')}`,
  )
}

function compareLink(file: ContentPath): string {
  return `<a href="${escapeMarkup(comparePathOf(file))}">对照</a>`
}

function entryItem(entry: Entry, {config}: Snapshot['site'], folder: SiteFolder): string {
  const {article, path} = entry
  const [first] = config.editions
  const address = escapeMarkup(encodeURI(permalinkOf(path, first!, config.editions)))
  const {title} = editionOf(entry, first!)
  return `<li>${article.date} <a href="${address}">${escapeMarkup(title)}</a> ${compareLink(article.file)}<br>${editorLink(folder, {file: `content/${article.file}`})}</li>`
}

/** The files that an announcement names and that are not there, and pictures lost but for the name. */
function missingOf(
  {article}: Entry,
  site: Snapshot['site'],
  folder: SiteFolder,
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
      `<li>${escapeMarkup(name)} ${compareLink(file)}<br>${editorLink(folder, where)}</li>`,
  )
}
