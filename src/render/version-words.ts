import type {EditionTag} from '../base/script.ts'
import type {ComparedField} from '../site/compare-version.ts'

/** The words about earlier versions of an announcement and how they differ from the present text. */
export interface VersionWords {
  readonly version: string
  /** Stands before the day until which a version's text stood. */
  readonly versionUntil: string
  readonly versionText: string
  /** Link to the announcement as it is now. */
  readonly presentText: string
  /** Link from a correction to the comparison. */
  readonly compare: string
  readonly otherVersions: string
  /** Over what was put right since. */
  readonly correctedSince: string
  readonly comparison: string
  /** How the marks are read: what was removed, what was added. */
  readonly removedMark: string
  readonly addedMark: string
  /** Measure words, after the number of places that differ, and of paragraphs that do not. */
  readonly differences: string
  readonly unchanged: string
  readonly noDifference: string
  readonly comparedFields: Readonly<Record<ComparedField, string>>
}

const simplified: VersionWords = {
  version: '历史版本',
  versionUntil: '截至',
  versionText: '这是本文更正以前的文字，留作查考，不再更新。引用时请以现在的文字为准。',
  presentText: '看现在的文字',
  compare: '对照更正前后',
  otherVersions: '其他历史版本',
  correctedSince: '此后的更正',
  comparison: '与现在的文字对照',
  removedMark: '删去的文字',
  addedMark: '增加的文字',
  differences: '处不同',
  unchanged: '段没有改动',
  noDifference: '与现在的文字没有不同。',
  comparedFields: {
    title: '标题',
    subtitle: '副标题',
    date: '发布日期',
    written: '成文日期',
    documentNumber: '发文字号',
    indexNumber: '索引号',
    source: '来源',
    author: '作者',
    editor: '责任编辑',
    attachments: '附件',
  },
}

const taiwan: VersionWords = {
  version: '歷史版本',
  versionUntil: '截至',
  versionText: '這是本文更正以前的文字，留作查考，不再更新。引用時請以現在的文字為準。',
  presentText: '看現在的文字',
  compare: '對照更正前後',
  otherVersions: '其他歷史版本',
  correctedSince: '此後的更正',
  comparison: '與現在的文字對照',
  removedMark: '刪去的文字',
  addedMark: '增加的文字',
  differences: '處不同',
  unchanged: '段沒有改動',
  noDifference: '與現在的文字沒有不同。',
  comparedFields: {
    title: '標題',
    subtitle: '副標題',
    date: '發布日期',
    written: '成文日期',
    documentNumber: '發文字號',
    indexNumber: '索引號',
    source: '來源',
    author: '作者',
    editor: '責任編輯',
    attachments: '附件',
  },
}

const hongKong: VersionWords = {
  ...taiwan,
  comparedFields: {...taiwan.comparedFields, date: '發佈日期'},
}

/** The words of each edition. */
export const versionWords: Readonly<Record<EditionTag, VersionWords>> = {
  'zh-Hans': simplified,
  'zh-Hant': taiwan,
  'zh-HK': hongKong,
}
