import {expect, test} from 'vitest'
import {compileFile} from '../../src/article/compile.ts'
import type {ContentPath} from '../../src/base/brand.ts'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {createSourceFile} from '../../src/record/source-file.ts'
import {compileArticle} from '../support/check-article.ts'

const front = (...lines: readonly string[]): string =>
  `---\n${['title: 校长发言', 'date: 2023-05-15', ...lines].join('\n')}\n---\n`

test('writes every field of the byline as each edition does', () => {
  const {article, report} = compileArticle(
    `${front('subtitle: 后台', 'column: 干部工作', 'source: 关工委', 'author: 王发', 'editor: 里面', 'tags: [发展, 干部]')}正文。`,
  )
  expect(report).toEqual([])
  expect(article.terms).toEqual({column: '干部工作', source: '关工委', tags: ['发展', '干部']})
  expect(article.editions[1]).toMatchObject({
    tag: 'zh-Hant',
    title: '校長發言',
    subtitle: '後臺',
    column: '幹部工作',
    source: '關工委',
    author: '王發',
    editor: '裡面',
    tags: ['發展', '幹部'],
  })
})

test('groups a traditional record under simplified names, and keeps its own text', () => {
  const {article} = compileArticle(
    '---\ntitle: 區委召開會議並傳達學習精神\ndate: 2023-05-15\ncolumn: 幹部工作\n---\n' +
      '會議強調，各單位要認真學習，裡裡外外都要準備，為群眾辦實事，發揮幹部的作用。\n',
  )
  expect(article.script).toBe('hant-tw')
  expect(article.terms.column).toBe('干部工作')
  expect(article.editions.map(({column}) => column)).toEqual(['干部工作', '幹部工作'])
  expect(article.editions[1]?.plain).toBe(
    '會議強調，各單位要認真學習，裡裡外外都要準備，為群眾辦實事，發揮幹部的作用。',
  )
})

test('takes the script that the editor states', () => {
  const {article} = compileArticle(`${front('script: hant-tw')}後台干部`)
  expect(article.script).toBe('hant-tw')
  expect(article.editions.map(({plain}) => plain)).toEqual(['后台干部', '後台干部'])
})

test('asks the record’s own glossary', () => {
  const {article} = compileArticle(
    `${front('conversion:', '  涂先生: {zh-Hant: 涂先生}', '  校长发言: {zh-Hans: 校长讲话, zh-Hant: 校長講話}')}涂先生说后`,
  )
  expect(article.editions.map(({title, plain}) => [title, plain])).toEqual([
    ['校长讲话', '涂先生说后'],
    ['校長講話', '涂先生說後'],
  ])
})

test('publishes no text of a withdrawn record, wherever it stands', () => {
  const {article, report} = compileArticle(
    `${front(
      ...['withdrawn:', '  date: 2023-06-01', '  reason: 内容有误'],
      ...['attachments:', '  - file: 秘密.pdf', '    title: 秘密附件'],
      ...['pictures:', '  - name: 秘密.png', '    file: 秘密.png', '    caption: 秘密图'],
    )}秘密正文，朱?明。\n\n## 秘密标题\n\n![秘密](http://x.cn/a.png)\n\n<script>秘密</script>\n\n秘密.png\n`,
  )
  const {provenance: _, ...published} = article
  expect(JSON.stringify(published)).not.toContain('秘密')
  expect(article).toMatchObject({withdrawn: true, withdrawnOn: '2023-06-01', references: []})
  expect(
    article.editions.map(({title, html, plain, excerpt}) => [title, html, plain, excerpt]),
  ).toEqual([
    ['校长发言', '', '', ''],
    ['校長發言', '', '', ''],
  ])
  expect(article.editions[1]?.withdrawnReason).toBe('內容有誤')
  expect(report.join()).not.toContain('秘密')
})

test('reports doubtful places where they stand in the file', () => {
  const {report} = compileArticle(
    '第一行。\n\n经区(qū)委，朱?明同志出席\n\n- 一\n- 市.委\n\n题\n**甲**,朱?明同志',
  )
  expect(report).toEqual([
    '7:6: 说明: 「）委，朱?明同志出」处可能有损坏，没有把握，请核对（规则“处理多余的问号” stray-question-mark） (article/doubtful-text)',
    '13:3: 说明: 「甲,朱?明同志」处可能有损坏，没有把握，请核对（规则“处理多余的问号” stray-question-mark） (article/doubtful-text)',
    '10:3: 说明: 「市.委」处可能有损坏，没有把握，请核对（规则“标点改为全角” marks） (article/doubtful-text)',
  ])
})

test('reports a form settled by hand that is not closed', () => {
  const {report} = compileArticle('正文。\n\n由-{余某}-和-{于某某主持会议，李某出席')
  expect(report).toEqual([
    '7:9: 提醒: 「-{于某某主持会议，李某」处的「-{」没有「}-」收尾，不起作用，会照样显示出来 (article/unclosed-manual)',
  ])
})

test('reports a doubtful title by its field', () => {
  const {report} = compileArticle('---\ntitle: 朱?明同志\ndate: 2023-05-15\n---\n正文')
  expect(report).toEqual([
    '2:8: 说明: [title] 「朱?明同志」处可能有损坏，没有把握，请核对（规则“处理多余的问号” stray-question-mark） (article/doubtful-text)',
  ])
})

test('counts repairs over byline and body', () => {
  const {article} = compileArticle('---\ntitle: 通知(一)\ndate: 2023-05-15\n---\n会议,召开,结束.')
  expect(article.repairs).toEqual({parentheses: 2, marks: 3})
})

test('a record that cannot be used gives no article, and the reasons', () => {
  const {value, diagnostics} = compileFile(
    createSourceFile('a.md' as ContentPath, '---\ntitle: 甲\n---\n'),
    {editions: ['zh-Hans'], glossary: {}, cornerQuotes: []},
  )
  expect(value).toBeUndefined()
  expect(diagnostics.map(({severity}) => severity)).toContain('error')
})

test('gives the plain text a block a line, and an excerpt of running text only', () => {
  const {article} = compileArticle(
    '# 标题\n\n第一段。\n\n- 项一\n- 项二\n\n| 甲 | 乙 |\n|--|--|\n| 丙 | 丁 |\n\n注[^1]。\n\n[^1]: 脚注。\n',
  )
  const [edition] = article.editions
  expect(edition?.plain).toBe('标题\n第一段。\n项一\n项二\n甲\n乙\n丙\n丁\n注1。')
  expect(edition?.excerpt).toBe('第一段。项一 项二 注1。')
})

test.each(['>'.repeat(6000), '<b>'.repeat(6000)])(
  'a text that is nested without end is named, and stops no other: %.5s…',
  (body) => {
    const file = createSourceFile(
      'a.md' as ContentPath,
      `---\ntitle: 甲\ndate: 2023-01-01\n---\n${body}\n`,
    )
    const {diagnostics} = compileFile(file, {editions: ['zh-Hans'], glossary: {}, cornerQuotes: []})
    const errors = diagnostics.filter(({severity}) => severity === 'error')
    expect(errors.map(({ruleId, file: name}) => [ruleId, name])).toEqual([
      ['article/too-deep', 'content/a.md'],
    ])
  },
  60_000,
)

test('a line that begins more than a hundred quotations and lists is named; one that is drawn is not', () => {
  const compileLine = (line: string) => {
    const file = createSourceFile('a.md' as ContentPath, `${front()}开头。\n\n${line}\n`)
    return compileFile(file, {editions: ['zh-Hans'], glossary: {}, cornerQuotes: []})
  }
  for (const line of ['- '.repeat(500), '* '.repeat(500), `${'> '.repeat(90)}甲`]) {
    expect(compileLine(line).value, line.slice(0, 9)).toBeDefined()
  }
  for (const line of ['+ '.repeat(9000), '1. '.repeat(9000), '> - '.repeat(9000)]) {
    const {value, diagnostics} = compileLine(line)
    expect(value, line.slice(0, 9)).toBeUndefined()
    expect(diagnostics.map((each) => formatDiagnostic(each, 'zh').split('\n')[0])).toEqual([
      'content/a.md:7:1: 错误: 正文嵌套太深（引用、列表或 HTML 标签套了上百层），无法整理 (article/too-deep)',
    ])
  }
})

test('a record that names more than 5,000 places of the site gets one message and no article', () => {
  const compileLinks = (count: number) => {
    // All but one as attachments, which are read sooner than as many links in the text.
    const files = Array.from({length: count - 1}, (_, index) => `- a${index}`).join('\n')
    const text = `---\ntitle: 甲\ndate: 2023-01-01\nattachments:\n${files}\n---\n[甲](record:a)\n`
    const file = createSourceFile('a.md' as ContentPath, text)
    return compileFile(file, {editions: ['zh-Hans'], glossary: {}, cornerQuotes: []})
  }
  expect(compileLinks(5000).value?.references).toHaveLength(5000)
  const {value, diagnostics} = compileLinks(5001)
  expect(value).toBeUndefined()
  expect(diagnostics.map((each) => formatDiagnostic(each, 'zh').split('\n')[0])).toEqual([
    'content/a.md: 错误: 正文和附件里有 5001 个不同的站内链接、图片和文件，超过上限 5000 (article/too-many-links)',
  ])
})

test('a block of more marks than the parser can take in good time is named with its line', () => {
  const compileLines = (count: number) => {
    const text = `${front()}开头。\n\n${'甲\n'.repeat(count)}\n结尾。\n`
    const file = createSourceFile('a.md' as ContentPath, text)
    return compileFile(file, {editions: ['zh-Hans'], glossary: {}, cornerQuotes: []})
  }
  expect(compileLines(500).value).toBeDefined()
  const {value, diagnostics} = compileLines(10_000)
  expect(value).toBeUndefined()
  expect(diagnostics.map((each) => formatDiagnostic(each, 'zh').split('\n')[0])).toEqual([
    'content/a.md:7:1: 错误: 从这一行起，没有空行隔开的一大段里有 10001 处换行和 Markdown 符号，超过上限 10000 (article/too-many-marks)',
  ])
})
