import {z} from 'zod'
import type {Slug} from '../base/brand.ts'
import {type Checked, type Diagnostic, isError, report} from '../base/diagnostic.ts'
import type {Point} from '../base/place.ts'
import {type EditionTag, editionTags} from '../base/script.ts'
import {notFields} from '../record/front-matter-problems.ts'
import {findNearestName} from '../record/near.ts'
import {readBlock} from '../record/yaml-block.ts'
import {createEditionConverter} from '../text/convert.ts'
import {removeInvisible} from '../text/invisible.ts'
import {createSlug} from '../text/slug.ts'
import {detectScript} from '../text/source-script.ts'
import {type CheckSettings, checkLevels, checkNames} from './check-settings.ts'
import type {WatchedWords} from './checks/words.ts'
import {parseSettings} from './config-yaml.ts'
import {badConfig, sameColumn, unknownConfig} from './problems.ts'

/** A text as each edition writes it. */
export type LocalText = Readonly<Partial<Record<EditionTag, string>>>

/** What an editor settles about the whole site, in `dibao.yml`. */
export interface SiteConfig {
  readonly title: LocalText
  readonly tagline: LocalText | undefined
  readonly notice: LocalText | undefined
  readonly owner: LocalText | undefined
  readonly filings: Filings
  /** Address the site is published under, with a slash at its end; undefined where not known. */
  readonly url: string | undefined
  /** The first stands at the top of the site. */
  readonly editions: readonly EditionTag[]
  /** Editions that write quotations with 「」 where the record has “”. */
  readonly cornerQuotes: readonly EditionTag[]
  /** Links from the top of the server, or relative, so that pages also open from a disk. */
  readonly links: 'root' | 'relative'
  readonly perPage: number
  /** IANA name; decides which day it is today when future announcements are held back. */
  readonly timeZone: string
  readonly columns: readonly ColumnConfig[]
  readonly footer: readonly LocalText[]
  /** How many announcements a feed holds. */
  readonly feedLength: number
  /** What a package for handing the archive over says of it (`bag-info.txt`), by its labels. */
  readonly bagInfo: Readonly<Record<string, string>>
  /** How `dibao check` takes what it finds. */
  readonly checks: CheckSettings
  /** Words that `dibao check` looks for, with what to write instead. */
  readonly words: WatchedWords
}

/** What a public body states about its site, as it was registered. */
export interface Filings {
  /** Who runs the site for its owner (承办单位). */
  readonly operator: LocalText | undefined
  /** Number of the filing with the ministry of industry (ICP备案号). */
  readonly icp: string | undefined
  /** Number of the filing with the police (公网安备). */
  readonly policeRecord: string | undefined
  /** Code of a government site (网站标识码); with one every page carries the official tags. */
  readonly siteCode: string | undefined
}

export interface ColumnConfig {
  /** As records name it, in standard simplified characters. */
  readonly name: string
  readonly slug: Slug
  readonly names: LocalText
  readonly description: LocalText | undefined
  /** Kind of column in the official tags (ColumnType): 政务动态, 政策文件. */
  readonly type: LocalText | undefined
  readonly keywords: readonly LocalText[]
}

// What nobody sees would stand in every page, and some of it can stand in no feed.
const text = z
  .string()
  .transform((value) => removeInvisible(value).text.trim())
  .pipe(z.string().min(1))

const columnSchema = z.strictObject({
  name: text,
  slug: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .refine((slug) => createSlug(slug) === slug)
    .optional(),
  description: text.nullish(),
  type: text.nullish(),
  keywords: z.array(text).default([]),
})

// A code without quotes is a number, of which YAML drops the leading zeros.
const siteCode = z.preprocess(
  (value) => (typeof value === 'number' ? String(value).padStart(10, '0') : value),
  z
    .string()
    .trim()
    .regex(/^(?:\d{10}|bm\d{8})$/)
    .nullish(),
)

const checkShape = Object.fromEntries(
  checkNames.map((name) => [name, z.enum(checkLevels).optional()]),
)

const schema = z.strictObject({
  title: text.default('新闻档案'),
  tagline: text.nullish(),
  notice: text.nullish(),
  owner: text.nullish(),
  operator: text.nullish(),
  icp: text.nullish(),
  policeRecord: text.nullish(),
  siteCode,
  url: z
    .url({protocol: /^https?$/})
    .refine(isPlainAddress)
    .nullish(),
  editions: z.array(z.enum(editionTags)).min(1).default(['zh-Hans', 'zh-Hant']),
  cornerQuotes: z.array(z.enum(['zh-Hant', 'zh-HK'])).default([]),
  links: z.enum(['root', 'relative']).default('relative'),
  perPage: z.int().min(1).max(1000).default(20),
  timeZone: text.refine(isTimeZone).default('Asia/Shanghai'),
  columns: z.array(columnSchema).default([]),
  footer: z.array(text).default([]),
  feedLength: z.int().min(1).max(1000).default(20),
  bagInfo: z.record(z.string().regex(/^[^\s:][^:\r\n]*$/), text).default({}),
  checks: z.strictObject(checkShape).nullish(),
  words: z.record(z.string(), z.string().nullish()).nullish(),
})

/** What each setting may be, for messages and for the editor's guide. */
export const settings: Readonly<Record<keyof z.infer<typeof schema>, {zh: string; en: string}>> = {
  title: {zh: '网站名称', en: 'name of the site'},
  tagline: {zh: '网站名称下的一句话', en: 'a line under the name'},
  notice: {zh: '显示在每页的一句说明', en: 'a notice on every page'},
  owner: {zh: '主办单位', en: 'whose site it is'},
  operator: {zh: '承办单位', en: 'who runs the site for its owner'},
  icp: {zh: 'ICP备案号，如 示ICP备00000000号-1', en: 'number of the ICP filing'},
  policeRecord: {
    zh: '公安备案号，如 示公网安备00000000000000号',
    en: 'number of the filing with the police',
  },
  siteCode: {
    zh: '网站标识码，10位数字，或bm加8位数字，写在引号里',
    en: 'code of a government site: ten digits, or bm and eight, in quotes',
  },
  url: {zh: '网址，如 https://archive.example.cn/', en: 'address, as https://archive.example.cn/'},
  editions: {
    zh: '版本的列表，可用 zh-Hans、zh-Hant、zh-HK',
    en: 'list of editions: zh-Hans, zh-Hant, zh-HK',
  },
  cornerQuotes: {
    zh: '把“”改为「」的版本的列表，可用 zh-Hant、zh-HK',
    en: 'list of editions that write “” as 「」: zh-Hant, zh-HK',
  },
  links: {
    zh: 'relative（也能从 U 盘打开）或 root（从网站根目录起）',
    en: 'relative (opens from a disk too) or root (from the top of the server)',
  },
  perPage: {zh: '每页条数，1 至 1000 的整数', en: 'announcements a page, 1 to 1000'},
  timeZone: {zh: '时区名，如 Asia/Shanghai', en: 'a time zone, as Asia/Shanghai'},
  columns: {
    zh: '栏目的列表，每项有 name，可有 slug（小写字母、数字、连字符）、description、type 和 keywords（列表）',
    en: 'list of columns, each with name, and slug (a-z 0-9 -), description, type and a list of keywords if wanted',
  },
  footer: {zh: '页脚文字的列表', en: 'list of lines of the footer'},
  feedLength: {zh: '订阅源的条数，1 至 1000 的整数', en: 'announcements a feed, 1 to 1000'},
  bagInfo: {
    zh: '移交包 bag-info.txt 里的各项，一行一项「名称: 内容」',
    en: 'what bag-info.txt of a bag says, a `label: text` a line',
  },
  checks: {
    zh: '一组「检查项: error、warning 或 off」，如 privacy: error',
    en: 'a group of `check: error, warning or off`, as privacy: error',
  },
  words: {
    zh: '一组「要留意的词: 应写的词」，没有应写的词就留空',
    en: 'a group of `word to look for: what to write instead`, which may be left empty',
  },
}

/**
 * Reads `dibao.yml`; without one every setting has its default. The value is undefined when the
 * file cannot be used.
 */
export function parseConfig(file: string, source: string): Checked<SiteConfig | undefined> {
  const {value, errors, placeOf} = parseSettings(source)
  const isGroup = typeof value === 'object' && !Array.isArray(value)
  const slips = errors.length > 0 || !isGroup ? explainSlips(file, source) : []
  if (slips.length > 0) return {value: undefined, diagnostics: slips}
  if (errors.length > 0) {
    const diagnostics = errors.map(({place}) =>
      report(badConfig, {file, place}, {expected: wholeFile}),
    )
    return {value: undefined, diagnostics}
  }
  const result = schema.safeParse(value ?? {})
  if (result.success) return checkColumns(file, toConfig(result.data), placeOf)
  // One value can break several rules at once; what it has to be is said once.
  const issues = new Map(result.error.issues.map((issue) => [issue.path.join('\n'), issue]))
  return {
    value: undefined,
    diagnostics: [...issues.values()].flatMap((issue) => issueProblems(file, issue, placeOf)),
  }
}

/** What is wrong with the way the settings are written: the slips that are common in front matter too. */
function explainSlips(file: string, source: string): readonly Diagnostic[] {
  const {diagnostics} = readBlock(file, source)
  // Of a text that is no settings at all it would speak as of front matter.
  return diagnostics.filter((each) => isError(each) && each.ruleId !== notFields.ruleId)
}

/** Columns are told apart by their names, in texts, and by their slugs, in addresses. */
function checkColumns(
  file: string,
  config: SiteConfig,
  placeOf: (path: readonly PropertyKey[]) => Point,
): Checked<SiteConfig | undefined> {
  const diagnostics = config.columns.flatMap(({name, slug}, index) => {
    const before = config.columns.slice(0, index)
    if (!before.some((column) => column.name === name || column.slug === slug)) return []
    const where = {file, place: placeOf(['columns', index]), field: 'columns'}
    return [report(sameColumn, where, {name, slug})]
  })
  return {value: diagnostics.length > 0 ? undefined : config, diagnostics}
}

function issueProblems(
  file: string,
  issue: z.core.$ZodIssue,
  placeOf: (path: readonly PropertyKey[]) => Point,
): readonly Diagnostic[] {
  const at = (path: readonly PropertyKey[]) => {
    const field = path.map(String).join('.')
    return {file, place: placeOf(path), ...(field !== '' && {field})}
  }
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue.path)
    return issue.keys.map((key) => {
      const near = findNearestName(key, known)
      return report(unknownConfig, at([...issue.path, key]), {key, near, known})
    })
  }
  const setting = settings[String(issue.path[0]) as keyof typeof settings]
  return [report(badConfig, at(issue.path), {expected: setting ?? wholeFile})]
}

function knownKeys([first]: readonly PropertyKey[]): readonly string[] {
  if (first === undefined) return Object.keys(schema.shape)
  return first === 'checks' ? checkNames : Object.keys(columnSchema.shape)
}

const wholeFile = {
  zh: '一行写一项「名称: 内容」，如「title: 新闻档案」',
  en: 'one `name: value` a line, as `title: News archive`',
}

function toConfig(data: z.infer<typeof schema>): SiteConfig {
  const local = (value: string): LocalText => localise(value, data.editions)
  const optional = (value: string | null | undefined): LocalText | undefined =>
    value ? local(value) : undefined
  return {
    title: local(data.title),
    tagline: optional(data.tagline),
    notice: optional(data.notice),
    owner: optional(data.owner),
    filings: {
      operator: optional(data.operator),
      icp: data.icp ?? undefined,
      policeRecord: data.policeRecord ?? undefined,
      siteCode: data.siteCode ?? undefined,
    },
    url: data.url ? new URL(data.url).href.replace(/\/*$/, '/') : undefined,
    editions: [...new Set(data.editions)],
    cornerQuotes: [...new Set(data.cornerQuotes)],
    links: data.links,
    perPage: data.perPage,
    timeZone: data.timeZone,
    columns: data.columns.map((column) => toColumn(column, local)),
    footer: data.footer.map(local),
    feedLength: data.feedLength,
    bagInfo: data.bagInfo,
    checks: (data.checks ?? {}) as CheckSettings,
    words: Object.fromEntries(
      Object.entries(data.words ?? {}).map(([word, instead]) => [word, instead ?? undefined]),
    ),
  }
}

function toColumn(
  {name: written, slug, description, type, keywords}: z.infer<typeof columnSchema>,
  local: (value: string) => LocalText,
): ColumnConfig {
  const name = createEditionConverter(detectScript([written]).script, 'zh-Hans', {})(written)
  return {
    name,
    // Of the standard name, so that the address is the one it has without this setting.
    slug: (slug as Slug | undefined) ?? createSlug(name),
    names: local(written),
    description: description ? local(description) : undefined,
    type: type ? local(type) : undefined,
    keywords: keywords.map(local),
  }
}

/** A text as each edition writes it, by the script that it is in. */
export function localise(value: string, editions: readonly EditionTag[]): LocalText {
  const {script} = detectScript([value])
  return Object.fromEntries(
    editions.map((tag) => [tag, createEditionConverter(script, tag, {})(value)]),
  )
}

/**
 * Addresses of pages are put after it, so it has no query and no fragment; it is on every page, so
 * it has no password.
 */
function isPlainAddress(address: string): boolean {
  if (/[?#]/.test(address) || !URL.canParse(address)) return false
  const {username, password} = new URL(address)
  return username === '' && password === ''
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', {timeZone: name}))
  } catch {
    return false
  }
}
