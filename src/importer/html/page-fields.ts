import {toDayOfText} from '../chinese-date.ts'
import type {Draft} from '../draft.ts'
import {isLocationPath} from '../labels.ts'
import type {PageLine} from './page-lines.ts'

/**
 * What the meta tags of a page say, in the names of the rules for government sites (国办发〔2017〕
 * 47号) and the usual ones.
 */
export function fieldsOfMetas(metas: ReadonlyMap<string, string>): Draft['fields'] {
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => metas.get(name) ?? '').find((value) => value !== '')
  const fields = {
    date: toDayOfText(first('pubdate', 'publishdate', 'pub_date') ?? ''),
    source: first('contentsource', 'source'),
    author: first('author'),
    column: first('columnname'),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** The column that the path to a page names: 通知公告 of `当前位置：首页 > 通知公告 > 正文`. */
export function columnOf(lines: readonly PageLine[]): string | undefined {
  const path = lines.find(({text}) => isLocationPath(text))?.text
  const steps = path?.split(/\s*(?:[>＞›»→]+|&gt;)\s*/).slice(1) ?? []
  return steps.map((step) => step.trim()).findLast((step) => step !== '' && !places.has(step))
}

/** What paths end with besides a column. */
const places = new Set(['正文', '内容', '详细内容', '文章内容', '查看', '浏览', '首页', '网站首页'])
