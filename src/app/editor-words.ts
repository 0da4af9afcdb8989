import type {Language} from '../base/diagnostic.ts'

/** What the preview says to an editor, on pages of its own and under those of the site. */
export interface EditorWords {
  /** The language, as HTML names it. */
  readonly lang: string
  readonly overview: string
  readonly compare: string
  readonly compareWithReceived: string
  readonly seeSite: string
  readonly howToOpen: string
  readonly problems: string
  readonly doubts: string
  readonly aboutDoubts: string
  readonly missing: string
  readonly drafts: string
  readonly future: string
  readonly withdrawn: string
  readonly all: string
  readonly newestFirst: string
  readonly received: string
  readonly aboutReceived: string
  readonly conversionDoubts: string
  readonly aboutConversionDoubts: string
  readonly failed: string
  readonly aboutFailed: string
  readonly titleOf: (name: string, of: string) => string
  readonly countsOf: (counts: OverviewCounts) => string
  readonly problemsOf: (errors: number, warnings: number) => string
  readonly heading: (title: string, count: number) => string
  readonly more: (count: number) => string
}

/** What an overview counts. */
export interface OverviewCounts {
  readonly records: number
  readonly errors: number
  readonly warnings: number
  readonly doubts: number
  readonly missing: number
}

const zh: EditorWords = {
  lang: 'zh-Hans',
  overview: '总览',
  compare: '对照',
  compareWithReceived: '对照原文',
  seeSite: '看网站',
  howToOpen:
    '点文件名在 VS Code 里打开那一行；没有装它，就照文件名和行号自己打开。改好保存，这一页自动更新。',
  problems: '错误和提醒',
  doubts: '文字有疑问的地方',
  aboutDoubts: '程序没有把握，原样发布；简繁转换的疑问见各篇的对照。',
  missing: '缺的图片和附件',
  drafts: '草稿',
  future: '日期未到',
  withdrawn: '已撤回',
  all: '全部文章',
  newestFirst: '新的在前。',
  received: '收到的',
  aboutReceived:
    '先是收到的文字：<del>划去的</del>是删去的，<ins>有底线的</ins>是换上的；旁边（窄屏在下面）是各版本发布的文字，写法和文件里一样。',
  conversionDoubts: '简繁转换的疑问',
  aboutConversionDoubts: '现在的写法在前；要改，写进 glossary.yml，或运行 npx dibao review。',
  failed: '这一页暂时做不出来',
  aboutFailed: '请按下面的提示改好文件并保存，这一页会自动恢复。',
  titleOf: (name, of) => `${name}：${of}`,
  countsOf: ({records, errors, warnings, doubts, missing}) =>
    `${records} 篇文章，${errors} 处错误，${warnings} 处提醒，${doubts} 处疑问，缺 ${missing} 个文件`,
  problemsOf: (errors, warnings) => `${errors} 处错误，${warnings} 处提醒`,
  heading: (title, count) => `${title}（${count}）`,
  more: (count) => `另有 ${count} 处，可运行 npx dibao check --format csv 全部列出。`,
}

const en: EditorWords = {
  lang: 'en',
  overview: 'Overview',
  compare: 'Compare',
  compareWithReceived: 'Compare with what was received',
  seeSite: 'See the site',
  howToOpen:
    'The name of a file opens it at that line in VS Code; without it, open the file by its name and line. This page follows when you save.',
  problems: 'Errors and warnings',
  doubts: 'Doubtful places',
  aboutDoubts:
    'Not certain, so published as received. Doubts of conversion are shown where a record is compared.',
  missing: 'Missing pictures and attachments',
  drafts: 'Drafts',
  future: 'Days to come',
  withdrawn: 'Withdrawn',
  all: 'All announcements',
  newestFirst: 'The newest first.',
  received: 'As received',
  aboutReceived:
    'First the text as it was received: what is <del>struck out</del> is left out, what is <ins>underlined</ins> stands instead; beside it (below it on a narrow screen) what each edition publishes, as a file has it.',
  conversionDoubts: 'Doubts of conversion',
  aboutConversionDoubts:
    'The present form is the first; to change it, write another into glossary.yml or run npx dibao review.',
  failed: 'This page cannot be made at present',
  aboutFailed: 'Mend the file as is said below and save it; this page comes back by itself.',
  titleOf: (name, of) => `${name}: ${of}`,
  countsOf: ({records, errors, warnings, doubts, missing}) =>
    `${records} announcements, ${errors} errors, ${warnings} warnings, ${doubts} doubts, ${missing} missing files`,
  problemsOf: (errors, warnings) => `${errors} errors, ${warnings} warnings`,
  heading: (title, count) => `${title} (${count})`,
  more: (count) => `${count} more, which npx dibao check --format csv lists.`,
}

/** The words of each language that the program speaks. */
export const editorWords: Readonly<Record<Language, EditorWords>> = {zh, en}
