import * as z from 'zod'
import * as article from '../article/problems.ts'
import {
  type AnyProblem,
  type Diagnostic,
  formatDiagnostic,
  type Problem,
  report,
  type Wording,
} from '../base/diagnostic.ts'
import * as emit from '../emit/problems.ts'
import {importerProblems} from '../importer/problems.ts'
import * as content from '../record/content-problems.ts'
import {fieldNotes} from '../record/fields.ts'
import {recordProblems} from '../record/problems.ts'
import * as review from '../record/review-problems.ts'
import {groups} from '../record/schema.ts'
import * as render from '../render/problems.ts'
import * as check from '../site/check-problems.ts'
import * as site from '../site/problems.ts'
import * as app from './problems.ts'

interface Chapter {
  readonly title: Wording
  readonly problems: readonly AnyProblem[]
}

const chapters: readonly Chapter[] = [
  {title: {zh: '文章开头的字段', en: 'Front matter of records'}, problems: recordProblems},
  {title: {zh: '拿不准的转换', en: 'Doubts of conversion'}, problems: Object.values(review)},
  {title: {zh: '正文', en: 'Texts'}, problems: Object.values(article)},
  {
    title: {zh: '网站设置，文章之间', en: 'Settings, and records among each other'},
    problems: Object.values(site),
  },
  {
    title: {zh: '检查（dibao check）', en: 'Checking (dibao check)'},
    problems: [...Object.values(check), ...Object.values(content)],
  },
  {title: {zh: '模板', en: 'Templates'}, problems: Object.values(render)},
  {title: {zh: '发布的文件', en: 'Published files'}, problems: Object.values(emit)},
  {title: {zh: '导入', en: 'Importing'}, problems: importerProblems},
  {title: {zh: '读写文件', en: 'Reading and writing files'}, problems: Object.values(app)},
]

/** Every problem that Dibao can report. */
export const allProblems: readonly AnyProblem[] = chapters.flatMap(({problems}) => problems)

/** The document that lists every message, each as the terminal shows it, in both languages. */
export function formatMessages(): string {
  const sections = chapters.map(({title, problems}) => {
    const items = problems.map(formatProblem)
    return `## ${title.zh} · ${title.en}\n\n${items.join('\n')}`
  })
  return `# 提示和错误一览 · Messages

${generated('src/*/problems.ts', '每条提示末尾括号里的名称就是这里的标题，可以照着查找。')}

- 错误：必须改好，否则不发布，已发布的网站保持原样。
- 提醒：可以发布，最好改好。
- 说明：不要紧，加 \`--verbose\` 才显示。

Each message ends with the name under which it is listed here. With an error nothing is published;
a warning should be looked at; a note of no weight is shown with \`--verbose\`.

${sections.join('\n')}`
}

/** The diagnostic of a problem's own example, found nowhere in particular. */
export function exampleOf(problem: AnyProblem): Diagnostic {
  // An example has the type of its own problem's details, which the type of a list cannot say.
  return report(problem as Problem<unknown>, {}, problem.example)
}

function formatProblem(problem: AnyProblem): string {
  const diagnostic = exampleOf(problem)
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
