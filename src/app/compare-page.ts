import {findRecordDoubts} from '../article/doubts.ts'
import type {LoggedText} from '../article/repair-log.ts'
import {escapeMarkup} from '../base/markup.ts'
import {logOf} from '../emit/conversion-diff.ts'
import {parseRecord} from '../record/parse.ts'
import type {SourceFile} from '../record/source-file.ts'
import {showSideBySide} from '../render/side-by-side.ts'
import {words} from '../render/words.ts'
import type {Entry} from '../site/entry.ts'
import {permalinkOf} from '../site/permalink.ts'
import type {Glossary} from '../text/convert.ts'
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
): string {
  const {article, path} = entry
  const {config} = site
  const {editions} = config
  const record = parseRecord(source).value
  const {receivedFields} = words['zh-Hans']
  const heads = editions.map((tag) => {
    const address = escapeMarkup(encodeURI(permalinkOf(path, tag, editions)))
    return `<a href="${address}">${words[tag].edition}</a>`
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
    `对照：${title}`,
    `<h1>${escapeMarkup(title)}</h1>
<p><a href="${overviewPath}">总览</a> · ${editorLink(folder, {file: `content/${article.file}`})}</p>
<p>先是收到的文字：<del>划去的</del>是删去的，<ins>有底线的</ins>是换上的；旁边（窄屏在下面）是各版本发布的文字，写法和文件里一样。</p>
<div class="dibao-row dibao-heads dibao-columns-${editions.length}"><div>收到的</div>${heads.map((head) => `<div>${head}</div>`).join('')}</div>
${rows.join('\n')}
${section('简繁转换的疑问', items, '现在的写法在前；要改，写进 glossary.yml，或运行 dibao review。')}`,
  )
}

/** The texts to show: a body that nothing was done to is not in the log, and is wanted all the same. */
function withBody(log: readonly LoggedText[], body: string | undefined): readonly LoggedText[] {
  if (body === undefined || log.some(({field}) => field === 'body')) return log
  return [...log, {field: 'body', received: body, repairs: [], conversions: {}}]
}
