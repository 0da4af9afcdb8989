import type {Wording} from '../base/diagnostic.ts'
import {editionTags, sourceScripts} from '../base/script.ts'

/** What an option is: for the parser, the help and completion alike. */
export interface OptionFacts {
  readonly type: 'string' | 'boolean'
  readonly default?: string | boolean
  readonly short?: string
  readonly about: Wording
  /** What stands after it. */
  readonly value?: Wording
  /** All that may stand after it. */
  readonly choices?: readonly string[]
  /** Whether the name of a file or a folder stands after it. */
  readonly names?: 'file' | 'folder'
}

/** Every option of every command; a name means the same wherever it is taken. */
export const options = {
  site: {
    type: 'string',
    default: '.',
    value: {zh: '文件夹', en: 'DIR'},
    names: 'folder',
    about: {
      zh: '网站所在的文件夹（默认为当前文件夹）',
      en: 'folder of the site (default: the current folder)',
    },
  },
  verbose: {
    type: 'boolean',
    default: false,
    about: {
      zh: '全部显示：不要紧的说明，同一文件里很多处同样的问题',
      en: 'show everything: notes of no weight, and every one of many alike in one file',
    },
  },
  lang: {
    type: 'string',
    default: 'zh',
    value: {zh: 'zh|en', en: 'zh|en'},
    choices: ['zh', 'en'],
    about: {zh: '界面语言（默认 zh）', en: 'language of messages (default zh)'},
  },
  help: {
    type: 'boolean',
    short: 'h',
    default: false,
    about: {
      zh: '显示本说明；写在命令后面则显示那个命令的选项',
      en: 'show this help; after a command, its options',
    },
  },
  version: {
    type: 'boolean',
    default: false,
    about: {zh: '显示版本号', en: 'show the version'},
  },
  port: {
    type: 'string',
    default: '4000',
    value: {zh: '端口', en: 'PORT'},
    about: {
      zh: '预览用的端口（默认 4000，被占用时往后找）',
      en: 'port of the preview (default 4000; the next free one when taken)',
    },
  },
  against: {
    type: 'string',
    value: {zh: '文件夹', en: 'DIR'},
    names: 'folder',
    about: {
      zh: '与以前发布的网站（升级以前的 dist）比较，列出文字有哪些不同',
      en: 'compare with a site published before (dist of before an upgrade)',
    },
  },
  edition: {
    type: 'string',
    default: 'zh-Hans',
    value: {zh: '版本', en: 'TAG'},
    choices: editionTags,
    about: {zh: 'zh-Hans（默认）、zh-Hant、zh-HK', en: 'zh-Hans (default), zh-Hant, zh-HK'},
  },
  script: {
    type: 'string',
    default: 'auto',
    value: {zh: '字形', en: 'NAME'},
    choices: ['auto', ...sourceScripts],
    about: {
      zh: 'auto（默认，自动判断）、hans、hant-tw、hant-hk、pseudo-hant、mixed',
      en: 'auto (default), hans, hant-tw, hant-hk, pseudo-hant, mixed',
    },
  },
  lines: {
    type: 'boolean',
    default: false,
    about: {
      zh: '每行各是一篇，各自判断；输出的行数不变',
      en: 'every line is a document of its own; as many lines out as in',
    },
  },
  log: {
    type: 'string',
    value: {zh: '文件', en: 'FILE'},
    names: 'file',
    about: {zh: '把每处改动写成一行 JSON', en: 'write every change as a line of JSON'},
  },
  glossary: {
    type: 'string',
    value: {zh: '文件', en: 'FILE'},
    names: 'file',
    about: {
      zh: '用词表（YAML，写法同文章里的 conversion）',
      en: 'a glossary (YAML, as under conversion in a record)',
    },
  },
  title: {
    type: 'string',
    value: {zh: '名称', en: 'NAME'},
    about: {zh: '网站名称', en: 'name of the site'},
  },
  columns: {
    type: 'string',
    value: {zh: '栏目', en: 'NAMES'},
    about: {
      zh: '栏目，用顿号或逗号隔开，如 工作动态、通知公告',
      en: 'its columns, with commas between',
    },
  },
  editions: {
    type: 'string',
    value: {zh: '版本', en: 'TAGS'},
    about: {
      zh: '版本，用逗号隔开，第一个在网站根目录（默认 zh-Hans,zh-Hant）',
      en: 'its editions, with commas between, the first at the top (default zh-Hans,zh-Hant)',
    },
  },
  column: {
    type: 'string',
    value: {zh: '栏目', en: 'NAME'},
    about: {
      zh: '栏目的名称，要与 dibao.yml 里的一致',
      en: 'name of the column, as dibao.yml has it',
    },
  },
  id: {
    type: 'string',
    value: {zh: '编号', en: 'ID'},
    about: {
      zh: '编号，网址的最后一段；不写则由日期和标题得出，以后不再变',
      en: 'the id, last part of the address; without it, made of the day and the title, for ever',
    },
  },
  to: {
    type: 'string',
    value: {zh: '目的地', en: 'PLACE'},
    names: 'folder',
    about: {
      zh: '发到哪里：文件夹，或 rsync 的写法，如 用户@服务器:/srv/archive',
      en: 'where to: a folder, or a place as rsync has it: user@server:/srv/archive',
    },
  },
  bagit: {
    type: 'string',
    value: {zh: '文件夹', en: 'DIR'},
    names: 'folder',
    about: {
      zh: '移交包的文件夹，不能已经存在',
      en: 'the folder of the bag, which must not exist yet',
    },
  },
  wacz: {
    type: 'string',
    value: {zh: '文件', en: 'FILE'},
    names: 'file',
    about: {
      zh: '网页档案，可在 ReplayWeb.page 里浏览',
      en: 'a web archive, to be browsed in ReplayWeb.page',
    },
  },
  jsonl: {
    type: 'string',
    value: {zh: '文件', en: 'FILE'},
    names: 'file',
    about: {
      zh: '全部文章的各项、原文和整理记录，一篇一行 JSON',
      en: 'all records with their fields, texts and repairs, a line of JSON each',
    },
  },
  csv: {
    type: 'string',
    value: {zh: '文件夹', en: 'DIR'},
    names: 'folder',
    about: {
      zh: '全部文章和整理记录，两张 Excel 可以打开的表',
      en: 'all records, and all repairs, as two tables for Excel',
    },
  },
  epub: {
    type: 'string',
    value: {zh: '文件', en: 'FILE'},
    names: 'file',
    about: {
      zh: '电子书；用 --year、--column 选一年或一个栏目，--edition 选版本',
      en: 'a book; --year and --column choose what is in it, --edition its edition',
    },
  },
  year: {
    type: 'string',
    value: {zh: '年份', en: 'YEAR'},
    about: {zh: '哪一年的文章', en: 'the year of the announcements'},
  },
  'keep-going': {
    type: 'boolean',
    default: false,
    about: {
      zh: '有错误的文章先不发布，其余照常发布；退出码仍是 1。发布过的文章、设置和模板有错误时，仍然什么也不发布',
      en: 'leave out records with errors and publish the others; the exit code is 1 all the same. Errors of settings, templates and records that were published before still stop it',
    },
  },
  explain: {
    type: 'boolean',
    default: false,
    about: {
      zh: '列出发布的每个文件是由什么做成的',
      en: 'say of every published file what it was made from',
    },
  },
  resume: {
    type: 'string',
    value: {zh: '文件', en: 'FILE'},
    names: 'file',
    about: {
      zh: '核对过的记在这个文件里；中断以后再运行，接着核对',
      en: 'keep what was verified in this file, and go on from there the next time',
    },
  },
  reason: {
    type: 'string',
    value: {zh: '原因', en: 'TEXT'},
    about: {zh: '为什么取消这个网址', en: 'why the address is given up'},
  },
  draft: {
    type: 'boolean',
    default: false,
    about: {zh: '只列草稿', en: 'list drafts'},
  },
  future: {
    type: 'boolean',
    default: false,
    about: {zh: '只列日期未到的', en: 'list those whose day has not come'},
  },
  withdrawn: {
    type: 'boolean',
    default: false,
    about: {zh: '只列撤回的', en: 'list those withdrawn'},
  },
  missing: {
    type: 'boolean',
    default: false,
    about: {zh: '只列缺图片或附件的', en: 'list those that lack pictures or attachments'},
  },
  doubts: {
    type: 'boolean',
    default: false,
    about: {zh: '只列文字有拿不准之处的', en: 'list those with doubtful places in their text'},
  },
  format: {
    type: 'string',
    default: 'text',
    value: {zh: '格式', en: 'FORMAT'},
    choices: ['text', 'json', 'csv', 'sarif'],
    about: {
      zh: 'text（默认）、json、csv（Excel 可以打开）、sarif',
      en: 'text (default), json, csv (for Excel), sarif',
    },
  },
  out: {
    type: 'string',
    value: {zh: '文件', en: 'FILE'},
    names: 'file',
    about: {
      zh: '报告写到哪个文件（默认为网站文件夹里的 doctor.html）',
      en: 'where the report goes (default: doctor.html in the folder of the site)',
    },
  },
  strict: {
    type: 'boolean',
    default: false,
    about: {zh: '有提醒也算不通过', en: 'fail on warnings too'},
  },
  json: {
    type: 'boolean',
    default: false,
    about: {zh: '输出 JSON，供别的程序读', en: 'print JSON, for other programs'},
  },
  profile: {
    type: 'string',
    value: {zh: '文件', en: 'FILE'},
    names: 'file',
    about: {
      zh: '描述旧网站网页的文件：正文、标题在哪里',
      en: 'says where text and title are in the pages of the old site',
    },
  },
  probe: {
    type: 'boolean',
    default: false,
    about: {
      zh: '看三个样页，写出一份描述网页的文件',
      en: 'propose a profile from three sample pages',
    },
  },
  fetch: {
    type: 'string',
    value: {zh: '域名', en: 'HOST'},
    about: {
      zh: '缺的图片、附件到还开着的旧网站上取；只取这些域名的（用逗号隔开）',
      en: 'get missing pictures and files from the old site, from these hosts alone (a,b)',
    },
  },
  'dry-run': {
    type: 'boolean',
    default: false,
    about: {zh: '只试一遍，什么也不写', en: 'try it and write nothing'},
  },
  report: {
    type: 'string',
    value: {zh: '文件', en: 'FILE'},
    names: 'file',
    about: {
      zh: '给人看的报告（网页，旁边另有一份表格）：要看的、重复的、缺的',
      en: 'a report as HTML with a CSV beside it: what to look at, duplicates, gaps',
    },
  },
} as const satisfies Readonly<Record<string, OptionFacts>>

/** The name of an option, without its dashes. */
export type OptionName = keyof typeof options

/** The options that every command takes. */
export const commonOptions: readonly OptionName[] = ['site', 'verbose', 'lang', 'help', 'version']
