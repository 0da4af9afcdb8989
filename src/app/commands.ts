import type {Wording} from '../base/diagnostic.ts'
import type {OptionValues} from './arguments.ts'
import type {ExitCode} from './exit-code.ts'
import type {OptionName} from './options.ts'
import {shells} from './shells.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Terminal} from './terminal.ts'

/** What a command is given. */
export interface Call {
  readonly folder: SiteFolder
  readonly terminal: Terminal
  /** What stands after the name of the command and is no option. */
  readonly words: readonly string[]
  readonly options: OptionValues
}

/** A command: what the help, completion and the list of commands say, and how it is run. */
export interface Command {
  readonly name: string
  readonly about: Wording
  /** What stands after its name, and how often. */
  readonly takes?: {
    readonly name: Wording
    readonly least: number
    readonly most: number
    readonly names?: 'file' | 'folder'
    readonly choices?: readonly string[]
  }
  /** The options that it takes besides those that all take. */
  readonly options: readonly OptionName[]
  /** Whether it works on an archive that is there, and not on any folder. */
  readonly needsSite: boolean
  /** Loads the command and nothing else: a filter that is run on every text has to be there at once. */
  readonly run: (call: Call) => Promise<ExitCode>
}

const file: Wording = {zh: '文件名', en: 'FILE'}
const anyNumber = Number.POSITIVE_INFINITY

/** Every command, in the order in which an editor meets them. */
export const commands: readonly Command[] = [
  {
    name: 'init',
    about: {
      zh: '新建一个档案网站：设置、示例文章、自动发布的文件都齐全，马上可以生成',
      en: 'make a new archive: settings, a sample, files for automatic publishing; it builds at once',
    },
    takes: {name: {zh: '文件夹', en: 'DIR'}, least: 1, most: 1, names: 'folder'},
    options: ['title', 'columns', 'editions'],
    needsSite: false,
    run: async ({words, options, terminal}) =>
      (await import('./commands/init.ts')).init(words[0] ?? '.', options, terminal),
  },
  {
    name: 'new',
    about: {
      zh: '新建一篇文章：填好编号、日期、栏目，是草稿',
      en: 'begin an announcement: a draft with its id, day and column',
    },
    takes: {name: {zh: '标题', en: 'TITLE'}, least: 1, most: anyNumber},
    options: ['column', 'id', 'json'],
    needsSite: true,
    run: async ({words, options, folder, terminal}) =>
      (await import('./commands/new.ts')).newRecord(words.join(' '), options, folder, terminal),
  },
  {
    name: 'dev',
    about: {
      zh: '在本机预览，改动文件后网页自动刷新',
      en: 'preview on this computer; pages reload when a file changes',
    },
    options: ['port'],
    needsSite: true,
    run: async ({options, folder, terminal}) =>
      (await import('./commands/dev.ts')).dev(
        folder,
        Number(options.port),
        terminal,
        interrupted(),
      ),
  },
  {
    name: 'build',
    about: {
      zh: '整理全部文章，发布到 dist/',
      en: 'repair all records and publish them to dist/',
    },
    options: ['keep-going', 'explain'],
    needsSite: true,
    run: async ({options: {explain, 'keep-going': keepGoing}, folder, terminal}) => {
      const {build} = await import('./commands/build.ts')
      return build(folder, terminal, undefined, {explain, keepGoing})
    },
  },
  {
    name: 'list',
    about: {
      zh: '列出文章：草稿、未到日期的、撤回的、缺图片附件的、文字有疑问的',
      en: 'list announcements: drafts, future, withdrawn, with lost files, with doubtful text',
    },
    options: ['draft', 'future', 'withdrawn', 'missing', 'doubts', 'json'],
    needsSite: true,
    run: async ({options, folder, terminal}) =>
      (await import('./commands/list.ts')).list(options, folder, terminal),
  },
  {
    name: 'check',
    about: {
      zh: '检查全部文章：链接、图片、重复、日期、身份证号等隐私、本站列出的词',
      en: 'check all announcements: links, pictures, duplicates, days, personal data, watched words',
    },
    options: ['strict', 'format', 'json'],
    needsSite: true,
    run: async ({options, folder, terminal}) =>
      (await import('./commands/check.ts')).check(options, folder, terminal),
  },
  {
    name: 'doctor',
    about: {
      zh: '合规体检：网站标签、页脚号码、适老化、归档字段、内容，得到一页报告',
      en: 'examine the site: official tags, footer, access, archive, content; a report of one page',
    },
    options: ['out', 'json'],
    needsSite: true,
    run: async ({options, folder, terminal}) =>
      (await import('./commands/doctor.ts')).doctor(options, folder, terminal),
  },
  {
    name: 'stats',
    about: {
      zh: '统计：各年、各栏目多少篇，修复了多少处，缺多少图片',
      en: 'figures: announcements by year and column, repairs, lost files',
    },
    options: ['json'],
    needsSite: true,
    run: async ({options, folder, terminal}) =>
      (await import('./commands/stats.ts')).stats(options, folder, terminal),
  },
  {
    name: 'import',
    about: {
      zh: '把旧网站的文件夹、网页、表格、数据库备份、纯文本导入 content/，原件另存',
      en: "bring an old site's folder, pages, tables, dumps, texts into content/, keeping the originals",
    },
    takes: {name: {zh: '路径', en: 'PATH'}, least: 1, most: anyNumber, names: 'file'},
    options: ['profile', 'probe', 'fetch', 'dry-run', 'report', 'json'],
    needsSite: false,
    run: async ({words, options, folder, terminal}) => {
      const {importFiles, probePages} = await import('./commands/import.ts')
      if (options.probe) return probePages(words, terminal)
      const {'dry-run': isDryRun, json: asJson, profile, report} = options
      const fetchFrom = options.fetch?.split(/[,，]/).map((host) => host.trim())
      const wanted = {isDryRun, asJson, profile, report, fetchFrom}
      return importFiles(words, folder, terminal, wanted)
    },
  },
  {
    name: 'inspect',
    about: {
      zh: '逐条显示每项规则改了什么、改后的文字、各版本的文字',
      en: 'show what each rule changes, the text after it, and the text of every edition',
    },
    takes: {name: file, least: 1, most: 1, names: 'file'},
    options: ['json'],
    needsSite: false,
    run: async ({words, options, folder, terminal}) => {
      const {inspect} = await import('./commands/inspect.ts')
      return inspect(words[0] ?? '', options.json, folder, terminal)
    },
  },
  {
    name: 'review',
    about: {
      zh: '列出拿不准的转换，常见的在前；答案记进 glossary.yml',
      en: 'list open doubts of conversion, the most frequent first; answers go to glossary.yml',
    },
    options: ['against', 'json'],
    needsSite: true,
    run: async ({options, folder, terminal}) =>
      (await import('./commands/review.ts')).review(options, folder, terminal),
  },
  {
    name: 'verify',
    about: {
      zh: '核对发布的网站（文件夹或网址）和发布时是否一样：缺少、改动、多出的文件',
      en: 'check a published site (folder or address) for files missing, changed or added since',
    },
    takes: {name: {zh: '文件夹或网址', en: 'DIR|URL'}, least: 1, most: 1, names: 'folder'},
    options: ['resume'],
    needsSite: false,
    run: async ({words, options, terminal}) =>
      (await import('./commands/verify.ts')).verify(words[0] ?? '', options.resume, terminal),
  },
  {
    name: 'publish',
    about: {
      zh: '把生成好的网站发到文件夹、U 盘或服务器：只发有变化的，先图片样式，再网页，最后删除；中断了再运行一次就接着发',
      en: 'send the built site to a folder, a stick or a server: only what changed, assets first, pages after, deletions last; run again after an interruption',
    },
    options: ['to'],
    needsSite: true,
    run: async ({options, folder, terminal}) =>
      (await import('./commands/publish.ts')).publish(options.to, folder, terminal),
  },
  {
    name: 'export',
    about: {
      zh: '导出：移交包（BagIt）、网页档案（WACZ）、记录（JSON、表格）、电子书（EPUB）',
      en: 'export a bag (BagIt), a web archive (WACZ), the records (JSON, tables), a book (EPUB)',
    },
    options: ['bagit', 'wacz', 'jsonl', 'csv', 'epub', 'year', 'column', 'edition'],
    needsSite: true,
    run: async ({options, folder, terminal}) =>
      (await import('./commands/export.ts')).exportArchive(options, folder, terminal),
  },
  {
    name: 'keep',
    about: {
      zh: '更正以前，把一篇文章现在的文字原样留一份历史版本，供读者前后对照',
      en: 'before a correction, keep the text of a record as it is, for readers to compare',
    },
    takes: {name: {zh: '编号或文件', en: 'ID|FILE'}, least: 1, most: 1, names: 'file'},
    options: [],
    needsSite: true,
    run: async ({words, folder, terminal}) =>
      (await import('./commands/keep.ts')).keep(words[0] ?? '', folder, terminal),
  },
  {
    name: 'retire',
    about: {
      zh: '取消一个发布过、现在没有网页的网址，写明原因；以“/”结尾则连同下面的全部',
      en: 'give up a published address where nothing stands any more, and say why; with / at its end, all below it',
    },
    takes: {name: {zh: '网址', en: 'ADDRESS'}, least: 1, most: 1},
    options: ['reason'],
    needsSite: true,
    run: async ({words, options, folder, terminal}) =>
      (await import('./commands/retire.ts')).retire(
        words[0] ?? '',
        options.reason,
        folder,
        terminal,
      ),
  },
  {
    name: 'text',
    about: {
      zh: '整理一段文字（不写文件名则读标准输入），输出一个版本',
      en: 'repair a text (standard input without a file) and print one edition',
    },
    takes: {name: file, least: 0, most: 1, names: 'file'},
    options: ['edition', 'script', 'lines', 'log', 'glossary'],
    needsSite: false,
    run: async ({words, options, terminal}) =>
      (await import('./commands/text.ts')).filterText(words[0], options, terminal),
  },
  {
    name: 'completion',
    about: {
      zh: '输出让终端按 Tab 键补全命令的脚本：bash、zsh 或 powershell',
      en: 'print the script that makes a shell complete commands: bash, zsh or powershell',
    },
    takes: {name: {zh: '终端', en: 'SHELL'}, least: 1, most: 1, choices: shells},
    options: [],
    needsSite: false,
    run: async ({words: [shell = ''], terminal}) => {
      const {completion} = await import('./commands/completion.ts')
      return completion(shells.find((each) => each === shell.toLowerCase()) ?? 'bash', terminal)
    },
  },
]

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
