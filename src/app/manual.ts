import * as z from 'zod'
import * as article from '../article/problems.ts'
import {
  type AnyProblem,
  type Diagnostic,
  formatDiagnostic,
  type Problem,
  report,
  type Where,
  type Wording,
} from '../base/diagnostic.ts'
import * as base from '../base/problems.ts'
import * as emit from '../emit/problems.ts'
import {importerProblems} from '../importer/problems.ts'
import * as content from '../record/content-problems.ts'
import {fieldNotes} from '../record/fields.ts'
import {recordProblems} from '../record/problems.ts'
import * as review from '../record/review-problems.ts'
import {groups} from '../record/schema.ts'
import * as render from '../render/problems.ts'
import * as check from '../site/check-problems.ts'
import * as ledger from '../site/ledger-problems.ts'
import * as site from '../site/problems.ts'
import * as version from '../site/version-problems.ts'
import * as building from './build-problems.ts'
import * as extension from './extension-problems.ts'
import * as keep from './keep-problems.ts'
import * as app from './problems.ts'
import * as publish from './publish-problems.ts'
import * as verify from './verify-problems.ts'

interface Chapter {
  readonly title: Wording
  /** Where its problems are found, typically. */
  readonly where: Where
  readonly problems: readonly AnyProblem[]
}

const inRecord: Where = {file: 'content/2004/a.md', place: {line: 3, column: 7}}
const inSettings: Where = {file: 'dibao.yml', place: {line: 5, column: 1}}

const inPage: Where = {file: '旧网站/a.htm'}
const inCapture: Where = {file: '旧网站.warc.gz'}
const inOutput: Where = {file: '2004/03/notice/index.html'}

/** Where those of a command's problems are found that are about a file. */
const inFiles: Readonly<Record<string, Where>> = {
  'app/not-utf8': {file: 'content/2004/a.md', place: {line: 1, column: 1}},
  'app/record-too-large': {file: 'content/2004/a.md'},
  'app/id-taken': {file: 'content/2024/20241210-0a1b2c.md'},
  'app/record-exists': inPage,
  'app/already-imported': inPage,
  'app/record-updated': inPage,
  'app/record-edited': inPage,
  'app/not-fetched': inPage,
  'app/zip-refused': {file: '旧网站.zip'},
  'app/word-refused': {file: '旧文章.docx'},
  'app/warc-broken': inCapture,
  'app/warc-too-large': inCapture,
  'app/verify-missing': inOutput,
  'app/verify-changed': inOutput,
  'app/verify-extra': inOutput,
  'app/verify-unread': inOutput,
  'app/verify-redirected': {file: 'news/2009/12.html'},
  'app/verify-nothing': inOutput,
}

const chapters: readonly Chapter[] = [
  {
    title: {zh: '文章开头的字段', en: 'Front matter of records'},
    where: inRecord,
    problems: recordProblems,
  },
  {
    title: {zh: '拿不准的转换', en: 'Doubts of conversion'},
    where: {file: 'review.yml', place: {line: 12, column: 3}},
    problems: Object.values(review),
  },
  {title: {zh: '正文', en: 'Texts'}, where: inRecord, problems: Object.values(article)},
  {
    title: {zh: '网站设置', en: 'Settings'},
    where: inSettings,
    problems: Object.values(site).filter(isOfSettings),
  },
  {
    title: {zh: '文章之间', en: 'Records among each other'},
    where: inRecord,
    problems: Object.values(site).filter((problem) => !isOfSettings(problem)),
  },
  {
    title: {zh: '历史版本', en: 'Earlier versions'},
    where: {file: 'content/2004/a@2024-05-20.md'},
    problems: Object.values(version),
  },
  {
    title: {zh: '网址', en: 'Addresses'},
    where: {file: 'permalinks.jsonl', place: {line: 7, column: 1}},
    problems: Object.values(ledger).filter((problem) => !isOfRedirects(problem)),
  },
  {
    title: {zh: '旧网址', en: 'Old addresses'},
    where: {file: 'redirects.csv', place: {line: 7, column: 1}},
    problems: Object.values(ledger).filter(isOfRedirects),
  },
  {
    title: {zh: '检查（dibao check）', en: 'Checking (dibao check)'},
    where: inRecord,
    problems: [...Object.values(check), ...Object.values(content)],
  },
  {
    title: {zh: '模板', en: 'Templates'},
    where: {file: 'templates/article.hbs', place: {line: 8, column: 3}},
    problems: Object.values(render),
  },
  {
    title: {zh: '发布的文件', en: 'Published files'},
    where: inRecord,
    problems: Object.values(emit),
  },
  {
    title: {zh: '扩展', en: 'Extensions'},
    where: {file: 'dibao.config.mjs'},
    problems: [...Object.values(base), ...Object.values(extension)],
  },
  {
    title: {zh: '导入', en: 'Importing'},
    where: {file: '旧文章.txt', place: {line: 1, column: 1}},
    problems: importerProblems,
  },
  {
    title: {zh: '命令和文件', en: 'Commands and files'},
    where: {},
    problems: [app, building, keep, verify, publish].flatMap((catalogue) =>
      Object.values<AnyProblem>(catalogue),
    ),
  },
]

/** Every problem that Dibao can report. */
export const allProblems: readonly AnyProblem[] = chapters.flatMap(({problems}) => problems)

/** The document that lists every message, each as the terminal shows it, in both languages. */
export function formatMessages(): string {
  const sections = chapters.map(({title, where, problems}) => {
    const items = problems.map((problem) => formatProblem(problem, where))
    return `## ${title.zh} · ${title.en}\n\n${items.join('\n')}`
  })
  return `# 提示和错误一览 · Messages

${generated('src/*/problems.ts', '每条提示开头是文件、行、列，末尾括号里的名称就是这里的标题，可以照着查找；下面的文件和行列是举例。')}

- 错误：必须改好，否则不发布，已发布的网站保持原样。
- 提醒：可以发布，最好改好。
- 说明：不要紧，加 \`--verbose\` 才显示。

Each message ends with the name under which it is listed here. With an error nothing is published;
a warning should be looked at; a note of no weight is shown with \`--verbose\`.

${sections.join('\n')}`
}

/** The diagnostic of a problem's own example, found nowhere in particular unless it is said where. */
export function exampleOf(problem: AnyProblem, where: Where = {}): Diagnostic {
  // An example has the type of its own problem's details, which the type of a list cannot say.
  return report(problem as Problem<unknown>, where, problem.example)
}

function isOfSettings({ruleId}: AnyProblem): boolean {
  return /config|same-column/.test(ruleId)
}

function isOfRedirects({ruleId}: AnyProblem): boolean {
  return /redirect/.test(ruleId)
}

function formatProblem(problem: AnyProblem, where: Where): string {
  const diagnostic = exampleOf(problem, inFiles[problem.ruleId] ?? where)
  const texts = [formatDiagnostic(diagnostic, 'zh'), formatDiagnostic(diagnostic, 'en')]
  return `### ${problem.ruleId}\n\n\`\`\`\`text\n${texts.join('\n')}\n\`\`\`\`\n`
}

/** The document that lists every field of a record. */
export function formatFrontMatter(): string {
  const sections = Object.entries(groups).map(([path, group]) => {
    const rows = Object.entries(group.shape).map(([name, schema]) => formatField(name, schema))
    return `## ${groupTitle(path)}\n\n${fieldsHead}${rows.join('')}`
  })
  return `# 文章开头的字段 · Front matter

${generated('src/record/schema.ts', '文章文件开头两行 `---` 之间，一行写一个字段，写成「名称: 内容」，冒号用半角，后面空一格。必填的只有标题和发布日期。')}

The fields of a record, one \`name: value\` a line between two lines \`---\` at the top of the file.
Only a title and a date are required.

${sections.join('\n')}`
}

const fieldsHead = `| 字段 | 名称 | 必填 | 说明 | In English | 写法 |
| --- | --- | --- | --- | --- | --- |
`

function formatField(name: string, schema: z.core.$ZodType): string {
  const note = fieldNotes.get(schema)
  if (!note) throw new Error(`nothing is said about the field ${name}`)
  const {label, description, example} = note
  const required = z.safeParse(schema, undefined).success ? '' : '是'
  const written = example.split('\n').map((line) => `\`${line}\``)
  const cells = [
    `\`${name}\``,
    label,
    required,
    description.zh,
    description.en,
    written.join('<br>'),
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
}

function groupTitle(path: string): string {
  if (path === '') return '全部字段 · Fields'
  const names = path.split('.')
  const labels = names.map((name, depth) => {
    const parent = groups[names.slice(0, depth).join('.')]
    const schema = parent?.shape[name]
    return (schema && fieldNotes.get(schema)?.label) ?? name
  })
  return `${labels.join('、')}里的字段 · Under \`${path}\``
}

/** The sentence at the top of a document that the program writes. */
export function generated(source: string, more: string): string {
  return `本页由程序根据 \`${source}\` 生成，请不要手工修改；改了程序之后运行 \`npm run docs\` 重新生成。${more}`
}
