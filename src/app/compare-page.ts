import {findRecordDoubts} from '../article/doubts.ts'
import type {LoggedText} from '../article/repair-log.ts'
import type {Language} from '../base/diagnostic.ts'
import {escapeMarkup} from '../base/markup.ts'
import {logOf} from '../emit/conversion-diff.ts'
import {parseRecord} from '../record/parse.ts'
import type {SourceFile} from '../record/source-file.ts'
import {showSideBySide} from '../render/side-by-side.ts'
import {words} from '../render/words.ts'
import type {Entry} from '../site/entry.ts'
import {permalinkOf} from '../site/permalink.ts'
import type {Glossary} from '../text/convert.ts'
import {editorWords} from './editor-words.ts'
import {editorLink, editorPage, overviewPath, section} from './overview-parts.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Snapshot} from './snapshot.ts'

/**
 * A record as it was received, its changes marked, beside all its editions, paragraph by paragraph,
 * and the places of its conversion that are in doubt.
 */
export function comparePage(
  entry: Entry,
  source: SourceFile,
  site: Snapshot['site'],
  glossary: Glossary,
  folder: SiteFolder,
  language: Language,
): string {
  const own = editorWords[language]
  const {article, path} = entry
  const {config} = site
  const {editions} = config
  const record = parseRecord(source).value
  const receivedFields = language === 'zh' ? words['zh-Hans'].receivedFields : {}
  const heads = editions.map((tag) => {
    const address = escapeMarkup(encodeURI(permalinkOf(path, tag, editions)))
    return `<a href="${address}" lang="${tag}">${words[tag].edition}</a>`
  })
  const texts = withBody(logOf(entry, site), article.withdrawn ? undefined : record?.body)
  const rows = texts.flatMap((text) =>
    showSideBySide(text, editions).map(({received, editions: published}, index) => {
      const name = index === 0 ? (receivedFields[text.field] ?? text.field) : ''
      const cells = published.map(
        (each, at) => `<div lang="${editions[at]}">${escapeMarkup(each)}</div>`,
      )
      const head = name === '' ? '' : `<h2>${escapeMarkup(name)}</h2>\n`
      return `${head}<div class="dibao-row dibao-columns-${editions.length}"><div class="received">${received.markup}</div>${cells.join('')}</div>`
    }),
  )
  const doubts = record ? findRecordDoubts(record, {...config, glossary}) : []
  const items = doubts.map(({edition, context, forms, where}) => {
    const [, file = '', line = 1, column = 1] = /^(.*):(\d+):(\d+)$/.exec(where) ?? []
    const place = {line: Number(line), column: Number(column)}
    const other = forms.map(escapeMarkup).join('、')
    return `<li>${editorLink(folder, {file, place})}<br>${words[edition].edition}：${escapeMarkup(context)}（${other}）</li>`
  })
  const title = article.editions[0]?.title ?? ''
  return editorPage(
    own.titleOf(own.compare, title),
    `<h1 lang="${editions[0]}">${escapeMarkup(title)}</h1>
<p><a href="${overviewPath}">${own.overview}</a> · ${editorLink(folder, {file: `content/${article.file}`})}</p>
<p>${own.aboutReceived}</p>
<div class="dibao-row dibao-heads dibao-columns-${editions.length}"><div>${own.received}</div>${heads.map((head) => `<div>${head}</div>`).join('')}</div>
${rows.join('\n')}
${section(own.conversionDoubts, items, language, own.aboutConversionDoubts)}`,
    language,
  )
}

/** The texts to show: a body that nothing was done to is not in the log, and is wanted all the same. */
function withBody(log: readonly LoggedText[], body: string | undefined): readonly LoggedText[] {
  if (body === undefined || log.some(({field}) => field === 'body')) return log
  return [...log, {field: 'body', received: body, repairs: [], conversions: {}}]
}
