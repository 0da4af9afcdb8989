import {type IsoDate, toDay} from '../../base/day.ts'
import {toDayOfText} from '../chinese-date.ts'
import type {Row} from './row.ts'

/** What a column of an article table holds. */
export type ColumnRole =
  | 'title'
  | 'date'
  | 'written'
  | 'updated'
  | 'body'
  | 'source'
  | 'author'
  | 'editor'
  | 'views'
  | 'column'
  | 'documentNumber'
  | 'indexNumber'
  | 'address'
  | 'state'

/**
 * The closed list of names that columns have, in any case, without underlines: those of people who
 * keep tables, of DedeCMS (dede_archives, dede_addonarticle), EmpireCMS (phome_ecms_news), and
 * WordPress.
 */
const names: Readonly<Record<ColumnRole, readonly string[]>> = {
  title: [
    '标题',
    '题目',
    '文章标题',
    '新闻标题',
    '名称',
    'title',
    'subject',
    'posttitle',
    'headline',
  ],
  date: [
    ...[
      '发布日期',
      '发布时间',
      '日期',
      '时间',
      '发表时间',
      'date',
      'pubdate',
      'publishdate',
      'published',
    ],
    ...[
      'publishtime',
      'publishedat',
      'senddate',
      'newstime',
      'wppostdate',
      'postdate',
      'wppostdate',
      'inputtime',
      'addtime',
    ],
    ...['createtime', 'createdat', 'time'],
  ],
  written: ['成文日期', '成文时间'],
  updated: [
    '更新日期',
    '更新时间',
    '修改时间',
    'updated',
    'updatedat',
    'updatetime',
    'postmodified',
    'lastmod',
  ],
  body: [
    ...['正文', '内容', '文章内容', 'body', 'content', 'text', 'newstext', 'postcontent', 'html'],
    ...['contentencoded', 'articlecontent', 'contenthtml'],
  ],
  source: [
    '来源',
    '文章来源',
    '信息来源',
    '稿件来源',
    '发布机构',
    'source',
    'befrom',
    'copyfrom',
    'origin',
  ],
  author: ['作者', '撰稿', '供稿', 'author', 'writer', 'creator', 'dccreator'],
  editor: ['编辑', '责任编辑', '责编', 'editor'],
  views: [
    '点击',
    '点击数',
    '浏览',
    '浏览量',
    '浏览次数',
    '阅读量',
    'click',
    'clicks',
    'onclick',
    'views',
    'hits',
  ],
  column: [
    '栏目',
    '栏目名称',
    '分类',
    '类别',
    'column',
    'category',
    'typename',
    'classname',
    'section',
  ],
  documentNumber: ['文号', '发文字号', 'documentnumber', 'docno'],
  indexNumber: ['索引号', 'indexnumber'],
  address: ['网址', '链接', '原网址', '地址', 'url', 'link', 'titleurl', 'permalink', 'address'],
  state: ['状态', 'status', 'poststatus', 'wpstatus'],
}

const roles: ReadonlyMap<string, ColumnRole> = new Map(
  Object.entries(names).flatMap(([role, list]) =>
    // `Object.entries` forgets the type of the keys.
    list.map((name) => [name, role as ColumnRole] as const),
  ),
)

/** What a column holds by its name; undefined for one that is not in the list. */
export function roleOf(name: string): ColumnRole | undefined {
  return roles.get(name.toLowerCase().replace(/[\s_:.-]/g, ''))
}

/** Whether rows are of articles: some column holds titles, and some a text. */
export function holdsArticles(rows: readonly Row[]): boolean {
  const found = new Set(rows.slice(0, 20).flatMap(({values}) => [...values.keys()].map(roleOf)))
  return found.has('title') && found.has('body')
}

/**
 * The day that a cell names: any way that a page may write it, or the seconds since 1970 that
 * Chinese content systems keep, which count from midnight in Greenwich and mean a day in China.
 */
export function dayOfCell(cell: string): IsoDate | undefined {
  const text = cell.trim()
  if (!/^\d{9,10}$/.test(text)) return toDayOfText(text)
  return dayAfter1970(Math.floor((Number(text) + 8 * 3600) / 86_400))
}

/** The day so many days after the first of January 1970. */
function dayAfter1970(days: number): IsoDate | undefined {
  // 146,097 days are four hundred years; March begins the year, so that a leap day ends one.
  const sinceMarch = days + 719_468
  const era = Math.floor(sinceMarch / 146_097)
  const inEra = sinceMarch - era * 146_097
  const leaps = Math.floor(inEra / 1460) - Math.floor(inEra / 36_524) + Math.floor(inEra / 146_096)
  const yearOfEra = Math.floor((inEra - leaps) / 365)
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * inYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return toDay(year, month, inYear - Math.floor((153 * shifted + 2) / 5) + 1)
}
