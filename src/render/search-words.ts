import type {EditionTag} from '../base/script.ts'

/** The words of search. In what its script says, `{}` stands for a number or a word. */
export interface SearchWords {
  readonly search: string
  /** Label of the field on the search page. */
  readonly searchLabel: string
  readonly searchHint: string
  readonly year: string
  /** Name of the choice by the office in a document's number. */
  readonly documentCode: string
  /** The choice that narrows nothing. */
  readonly any: string
  readonly order: string
  readonly byTitle: string
  readonly newestFirst: string
  readonly oldestFirst: string
  readonly searching: string
  readonly found: string
  readonly foundAbout: string
  /** No announcement has a word. */
  readonly foundNowhere: string
  /** Each word is somewhere, all of them together nowhere. */
  readonly foundNothing: string
  /** Stands before names that a search by letters may have meant. */
  readonly searchMeant: string
  readonly searchMore: string
  readonly searchFailed: string
  readonly searchWithoutScript: string
  /** Name of a year's announcements as data. */
  readonly yearData: string
}

const simplified: SearchWords = {
  search: '搜索',
  searchLabel: '搜索全部文章',
  searchHint:
    '简体、繁体都可以。几个词用空格分开；“词语”放在引号里，一字不差地找；-词语 表示不要。',
  year: '年份',
  documentCode: '发文字号',
  any: '不限',
  order: '排序',
  byTitle: '标题在前',
  newestFirst: '新的在前',
  oldestFirst: '旧的在前',
  searching: '正在查找……',
  found: '找到{}篇',
  foundAbout: '大约{}篇',
  foundNowhere: '没有文章提到“{}”。',
  foundNothing: '没有符合全部条件的文章。',
  searchMeant: '是不是要找：',
  searchMore: '再看十篇',
  searchFailed: '索引没有读出来，请刷新本页再试。',
  searchWithoutScript: '这里的搜索要用到网页脚本，现在没有运行。可以按时间查找：',
  yearData: '本年目录（JSON）',
}

const taiwan: SearchWords = {
  search: '搜索',
  searchLabel: '搜索全部文章',
  searchHint:
    '簡體、繁體都可以。幾個詞用空格分開；“詞語”放在引號裡，一字不差地找；-詞語 表示不要。',
  year: '年份',
  documentCode: '發文字號',
  any: '不限',
  order: '排序',
  byTitle: '標題在前',
  newestFirst: '新的在前',
  oldestFirst: '舊的在前',
  searching: '正在查找……',
  found: '找到{}篇',
  foundAbout: '大約{}篇',
  foundNowhere: '沒有文章提到“{}”。',
  foundNothing: '沒有符合全部條件的文章。',
  searchMeant: '是不是要找：',
  searchMore: '再看十篇',
  searchFailed: '索引沒有讀出來，請刷新本頁再試。',
  searchWithoutScript: '這裡的搜索要用到網頁腳本，現在沒有運行。可以按時間查找：',
  yearData: '本年目錄（JSON）',
}

const hongKong: SearchWords = {
  ...taiwan,
  searchHint:
    '簡體、繁體都可以。幾個詞用空格分開；“詞語”放在引號裏，一字不差地找；-詞語 表示不要。',
  searchWithoutScript: '這裏的搜索要用到網頁腳本，現在沒有運行。可以按時間查找：',
}

/** The words of each edition. */
export const searchWords: Readonly<Record<EditionTag, SearchWords>> = {
  'zh-Hans': simplified,
  'zh-Hant': taiwan,
  'zh-HK': hongKong,
}
