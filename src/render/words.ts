import type {EditionTag, SourceScript} from '../base/script.ts'
import {type ReceivedWords, receivedWords} from './received-words.ts'
import {type SearchWords, searchWords} from './search-words.ts'
import {type ServiceWords, serviceWords} from './service-words.ts'
import {type VersionWords, versionWords} from './version-words.ts'

/**
 * The words of the interface. Every edition fills every one of them.
 *
 * Editions differ in characters only, as the articles do: the vocabulary is the mainland's.
 * Words that stand before or after a number carry no space; the theme sets the gap.
 */
export interface Words extends ServiceWords, ReceivedWords, SearchWords, VersionWords {
  /** The edition's own name, as the switch between editions shows it. */
  readonly edition: string

  readonly home: string
  readonly skipToContent: string
  readonly navigation: string
  readonly breadcrumb: string
  /** Name of the switch between editions. */
  readonly editions: string
  /** What the strip with the site's word to its readers is called. */
  readonly notice: string
  readonly backToTop: string
  readonly generatedBy: string

  readonly latest: string
  /** The index of everything published. */
  readonly allArticles: string
  /** Stands in the place of a month over what is dated by its year alone. */
  readonly monthUnknown: string
  readonly columns: string
  readonly sources: string
  readonly tags: string
  readonly years: string
  /** Name of the chart whose bars lead into a list: its years, or the months of a year. */
  readonly branches: string
  /** Stands before the number of all articles in a list: 共40篇. */
  readonly inAll: string
  /** Measure word for articles, after a number. */
  readonly items: string
  readonly nothing: string

  /** Old announcements to read again, on the home page. */
  readonly fromArchive: string
  /** Stands before the first and the last day of the archive, which `until` parts. */
  readonly covers: string
  readonly until: string
  readonly related: string
  /** What a drawing of a column's years shows. */
  readonly yearly: string
  /** Stands before the highest number in it. */
  readonly most: string
  /** Name of the links to the year or month before and after this one. */
  readonly siblings: string

  /** Name of the links between the pages of a list. */
  readonly pager: string
  /** Stands before the range of a page: 第41–60篇. */
  readonly rangeBefore: string
  readonly newest: string
  readonly newer: string
  readonly older: string
  readonly oldest: string

  readonly published: string
  readonly written: string
  readonly updated: string
  readonly source: string
  readonly column: string
  readonly author: string
  readonly editor: string
  /** Stands before the number of readings that the old site had counted. */
  readonly views: string
  /** Measure word for readings, after a number. */
  readonly times: string
  readonly documentNumber: string
  readonly indexNumber: string
  /** The article's own contents list. */
  readonly outline: string
  readonly attachments: string
  /** Mark of an attachment that is lost. */
  readonly fileMissing: string
  /** Mark of a picture that is lost. */
  readonly pictureMissing: string
  /** Name of the links to the articles before and after this one. */
  readonly neighbours: string
  readonly newerArticle: string
  readonly olderArticle: string

  /** Marks, in the preview, of a draft and of what is published on a later day. */
  readonly draft: string
  readonly future: string
  /** Mark of a withdrawn article in a list. */
  readonly withdrawn: string
  readonly withdrawnTitle: string
  readonly withdrawnText: string
  readonly withdrawnOn: string
  readonly withdrawnReason: string

  /** Title of the panel that tells how the text was mended and where it came from. */
  readonly mending: string
  readonly mendingText: string
  readonly unmended: string
  /** Measure word for places in a text, after a number. */
  readonly places: string
  readonly receivedScript: string
  /** What each kind of received text is called. */
  readonly scripts: Readonly<Record<SourceScript, string>>
  readonly from: string
  readonly originalAddress: string
  readonly fileName: string
  readonly retrieved: string
  readonly sha256: string

  readonly notFoundTitle: string
  readonly notFoundText: string
}

const simplified: Words = {
  ...serviceWords['zh-Hans'],
  ...receivedWords['zh-Hans'],
  ...searchWords['zh-Hans'],
  ...versionWords['zh-Hans'],
  edition: '简体',

  home: '首页',
  skipToContent: '跳到正文',
  navigation: '主导航',
  breadcrumb: '当前位置',
  editions: '简繁切换',
  notice: '本站说明',
  backToTop: '返回顶部',
  generatedBy: '由邸报生成',

  latest: '最新发布',
  allArticles: '全部文章',
  monthUnknown: '月份不详',
  columns: '栏目',
  sources: '来源',
  tags: '标签',
  years: '历年存档',
  branches: '按时间查看',
  inAll: '共',
  items: '篇',
  nothing: '这里还没有文章。',

  fromArchive: '旧档选读',
  covers: '收录',
  until: '至',
  related: '相关文章',
  yearly: '历年篇数',
  most: '最多',
  siblings: '前后时段',

  pager: '翻页',
  rangeBefore: '第',
  newest: '最新',
  newer: '较新一页',
  older: '较早一页',
  oldest: '最早',

  published: '发布日期',
  written: '成文日期',
  updated: '更新日期',
  source: '来源',
  column: '栏目',
  author: '作者',
  editor: '编辑',
  views: '原站浏览',
  times: '次',
  documentNumber: '发文字号',
  indexNumber: '索引号',
  outline: '本文目录',
  attachments: '附件',
  fileMissing: '附件缺失',
  pictureMissing: '图片缺失',
  neighbours: '前后文章',
  newerArticle: '较新一篇',
  olderArticle: '较早一篇',

  draft: '草稿，尚未发布',
  future: '日期未到，尚未发布',
  withdrawn: '已撤回',
  withdrawnTitle: '本文已撤回',
  withdrawnText: '本页网址保留，正文不再提供。',
  withdrawnOn: '撤回日期',
  withdrawnReason: '撤回原因',

  mending: '整理说明',
  mendingText: '发布时按下列规则整理了文字；收到的原文另行保存，未作改动。',
  unmended: '正文按收到时的原样发布，未作修复。',
  places: '处',
  receivedScript: '来稿字形',
  scripts: {
    hans: '简体',
    'hant-tw': '繁体（台湾字形）',
    'hant-hk': '繁体（香港字形）',
    'pseudo-hant': '机器转换的繁体',
    mixed: '简繁混排',
  },
  from: '原始出处',
  originalAddress: '原网址',
  fileName: '原文件名',
  retrieved: '取得日期',
  sha256: 'SHA-256校验值',

  notFoundTitle: '没有找到这一页',
  notFoundText: '网址可能抄写有误，或者这一页从未发布过。可以从下列各处继续查找。',
}

const taiwan: Words = {
  ...serviceWords['zh-Hant'],
  ...receivedWords['zh-Hant'],
  ...searchWords['zh-Hant'],
  ...versionWords['zh-Hant'],
  edition: '繁體',

  home: '首頁',
  skipToContent: '跳到正文',
  navigation: '主導航',
  breadcrumb: '當前位置',
  editions: '簡繁切換',
  notice: '本站說明',
  backToTop: '返回頂部',
  generatedBy: '由邸報生成',

  latest: '最新發布',
  allArticles: '全部文章',
  monthUnknown: '月份不詳',
  columns: '欄目',
  sources: '來源',
  tags: '標籤',
  years: '歷年存檔',
  branches: '按時間查看',
  inAll: '共',
  items: '篇',
  nothing: '這裡還沒有文章。',

  fromArchive: '舊檔選讀',
  covers: '收錄',
  until: '至',
  related: '相關文章',
  yearly: '歷年篇數',
  most: '最多',
  siblings: '前後時段',

  pager: '翻頁',
  rangeBefore: '第',
  newest: '最新',
  newer: '較新一頁',
  older: '較早一頁',
  oldest: '最早',

  published: '發布日期',
  written: '成文日期',
  updated: '更新日期',
  source: '來源',
  column: '欄目',
  author: '作者',
  editor: '編輯',
  views: '原站瀏覽',
  times: '次',
  documentNumber: '發文字號',
  indexNumber: '索引號',
  outline: '本文目錄',
  attachments: '附件',
  fileMissing: '附件缺失',
  pictureMissing: '圖片缺失',
  neighbours: '前後文章',
  newerArticle: '較新一篇',
  olderArticle: '較早一篇',

  draft: '草稿，尚未發布',
  future: '日期未到，尚未發布',
  withdrawn: '已撤回',
  withdrawnTitle: '本文已撤回',
  withdrawnText: '本頁網址保留，正文不再提供。',
  withdrawnOn: '撤回日期',
  withdrawnReason: '撤回原因',

  mending: '整理說明',
  mendingText: '發布時按下列規則整理了文字；收到的原文另行保存，未作改動。',
  unmended: '正文按收到時的原樣發布，未作修復。',
  places: '處',
  receivedScript: '來稿字形',
  scripts: {
    hans: '簡體',
    'hant-tw': '繁體（臺灣字形）',
    'hant-hk': '繁體（香港字形）',
    'pseudo-hant': '機器轉換的繁體',
    mixed: '簡繁混排',
  },
  from: '原始出處',
  originalAddress: '原網址',
  fileName: '原文件名',
  retrieved: '取得日期',
  sha256: 'SHA-256校驗值',

  notFoundTitle: '沒有找到這一頁',
  notFoundText: '網址可能抄寫有誤，或者這一頁從未發布過。可以從下列各處繼續查找。',
}

/** Hong Kong writes a few of the characters otherwise; the rest is as in Taiwan. */
const hongKong: Words = {
  ...taiwan,
  ...serviceWords['zh-HK'],
  ...receivedWords['zh-HK'],
  ...searchWords['zh-HK'],
  ...versionWords['zh-HK'],
  edition: '繁體（香港）',
  notice: '本站説明',
  nothing: '這裏還沒有文章。',
  mending: '整理説明',
  scripts: {...taiwan.scripts, 'hant-tw': '繁體（台灣字形）'},
}

/** The words of each edition. */
export const words: Readonly<Record<EditionTag, Words>> = {
  'zh-Hans': simplified,
  'zh-Hant': taiwan,
  'zh-HK': hongKong,
}
