import type {EditionTag} from '../base/script.ts'

/** The words of what a page offers beside its text: reading aids, citations, what is lost. */
export interface ServiceWords {
  /** Name of the page that lists what is lost, and what it asks of readers. */
  readonly missing: string
  readonly missingText: string
  /** Which kind of thing is lost. */
  readonly lostPicture: string
  readonly lostFile: string
  /** Measure word for lost pictures and files, after a number. */
  readonly lostItems: string
  readonly nothingMissing: string

  /** Over what was put right in an announcement, and the name of the page and feed of all such. */
  readonly correction: string
  readonly corrections: string
  readonly correctionsText: string
  /** Measure word for corrections, after a number. */
  readonly correctionItems: string

  /** Stand before the names of the offices in the footer, and before the site's code. */
  readonly owner: string
  readonly operator: string
  readonly siteCode: string
  /** Stands before the names of the feeds. */
  readonly feeds: string

  readonly citation: string
  readonly copy: string
  readonly copied: string

  readonly aids: AidWords
}

/** The words of the reading aids, which only a page with its script shows. */
export interface AidWords {
  readonly title: string
  readonly size: string
  /** From the page's own size upwards. */
  readonly sizes: readonly [string, string, string, string]
  readonly contrast: string
  readonly pointer: string
  /** A line that follows the pointer over the page. */
  readonly ruler: string
  readonly speak: string
  readonly pause: string
  readonly resume: string
  readonly stop: string
}

const simplified: ServiceWords = {
  missing: '待补资料',
  missingText: '下列图片和附件在整理时已经缺失。如有留存，请与我们联系。',
  lostPicture: '图片',
  lostFile: '附件',
  lostItems: '件',
  nothingMissing: '没有缺失的图片和附件。',

  correction: '更正',
  corrections: '更正记录',
  correctionsText: '发布以后更正过的内容，新的在前。',
  correctionItems: '处',

  owner: '主办单位：',
  operator: '承办单位：',
  siteCode: '网站标识码：',
  feeds: '订阅：',

  citation: '引用本文',
  copy: '复制',
  copied: '已复制',

  aids: {
    title: '阅读辅助',
    size: '字号',
    sizes: ['标准', '大', '特大', '最大'],
    contrast: '高对比度',
    pointer: '大光标',
    ruler: '阅读标尺',
    speak: '朗读本文',
    pause: '暂停',
    resume: '继续',
    stop: '停止',
  },
}

const taiwan: ServiceWords = {
  missing: '待補資料',
  missingText: '下列圖片和附件在整理時已經缺失。如有留存，請與我們聯繫。',
  lostPicture: '圖片',
  lostFile: '附件',
  lostItems: '件',
  nothingMissing: '沒有缺失的圖片和附件。',

  correction: '更正',
  corrections: '更正記錄',
  correctionsText: '發布以後更正過的內容，新的在前。',
  correctionItems: '處',

  owner: '主辦單位：',
  operator: '承辦單位：',
  siteCode: '網站標識碼：',
  feeds: '訂閱：',

  citation: '引用本文',
  copy: '複製',
  copied: '已複製',

  aids: {
    title: '閱讀輔助',
    size: '字號',
    sizes: ['標準', '大', '特大', '最大'],
    contrast: '高對比度',
    pointer: '大光標',
    ruler: '閱讀標尺',
    speak: '朗讀本文',
    pause: '暫停',
    resume: '繼續',
    stop: '停止',
  },
}

const hongKong: ServiceWords = {
  ...taiwan,
  correctionsText: '發佈以後更正過的內容，新的在前。',
  feeds: '訂閲：',
  aids: {...taiwan.aids, title: '閲讀輔助', ruler: '閲讀標尺'},
}

/** The words of each edition. */
export const serviceWords: Readonly<Record<EditionTag, ServiceWords>> = {
  'zh-Hans': simplified,
  'zh-Hant': taiwan,
  'zh-HK': hongKong,
}
