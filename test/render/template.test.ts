import {expect, test} from 'vitest'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import {readTheme} from '../../src/app/sources.ts'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {Html} from '../../src/render/html.ts'
import {compileTemplates} from '../../src/render/template.ts'
import type {View} from '../../src/render/view.ts'
import {buildSiteOf} from '../support/check.ts'
import {sequence} from '../support/random.ts'
import {recordFile} from '../support/records.ts'

const record = recordFile('a.md', {
  title: '<甲> & "乙"',
  date: '2024-01-02',
  tags: '[一, 二]',
  author: '张三',
})

/** A view of a test's own. Templates do not know the type of their view, so any shape will do. */
function viewLike(shape: object): View {
  return shape as View
}

/** What the page of an article is with this template of articles, or what is wrong with it. */
async function fill(template: string, others = ''): Promise<string> {
  const {files, report} = await buildSiteOf(
    `${record}-- templates/article.hbs --\n${template}\n${others}`,
  )
  const page = files.get('2024/01/a/index.html')
  expect(page === undefined).toBe(report.length > 0)
  return page?.trim() ?? report.join('\n')
}

test.each([
  ['{{lang}} {{article.author}} {{article.date.iso}}', 'zh-Hans 张三 2024-01-02'],
  ['{{article.title}}', '&lt;甲&gt; &amp; “乙”'],
  ['{{article.subtitle}}{{article.withdrawn.reason}}.', '.'],
  ['{{article.body}}', '<p>正文。</p>'],
  ['{{{article.body}}}', '<p>正文。</p>'],
  ['{{#if article.subtitle}}a{{else if article.author}}b{{else}}c{{/if}}', 'b'],
  ['{{#unless article.subtitle}}a{{/unless}}', 'a'],
  [
    '{{#each article.tags}}{{@index}}{{title}}{{../lang}}{{#if @last}}.{{/if}}{{/each}}',
    '0一zh-Hans1二zh-Hans.',
  ],
  ['{{#each article.tags as |tag at|}}{{at}}{{tag.title}}{{/each}}', '0一1二'],
  ['{{#with article}}{{this.author}}{{./author}}{{@root.lang}}{{/with}}', '张三张三zh-Hans'],
  [
    '{{#article.tags}}{{title}}{{/article.tags}}{{^article.headings}}无{{/article.headings}}',
    '一二无',
  ],
  ['{{article.tags.[1].title}}{{article.tags.[7].title}}{{article.tags.length}}', '二2'],
  ['{{lookup article "author"}}{{lookup (lookup article.tags 0) "title"}}', '张三一'],
  ['{{{lookup article "body"}}}', '<p>正文。</p>'],
  ['{{#*inline "x"}}[{{y}}]{{/inline}}{{> x y=lang}}{{> x y="z"}}', '[zh-Hans][z]'],
])('fills %s', async (template, expected) => {
  expect(await fill(template)).toBe(expected)
})

test.each([
  ['{{titel}}', 3],
  ['  {{article.titel}}', 5],
  ['{{#if article.titel}}x{{/if}}', 7],
  ['{{#each article.titel}}x{{/each}}', 9],
  ['{{#unless (lookup article "titel")}}x{{/unless}}', 11],
  ['{{#with article}}{{titel}}{{/with}}', 20],
  ['{{#each article.tags as |tag|}}{{tag.titel}}{{/each}}', 34],
  ['{{#titel}}x{{/titel}}', 4],
  ['{{^titel}}x{{/titel}}', 4],
  ['{{{titel}}}', 4],
  ['{{> partials/byline article=titel}}', 29],
  ['{{#> partials/page isHome=false}}{{titel}}{{/partials/page}}', 36],
  ['{{@root.titel}}', 3],
])(
  'an unknown name is reported where it stands, with the one probably meant: %s',
  async (template, column) => {
    const {report} = await buildSiteOf(`${record}-- templates/article.hbs --\n\n${template}\n`)
    expect(report).toEqual([
      `templates/article.hbs:2:${column}: 错误: 模板用了「titel」，这里没有这个名字 (render/unknown-name)`,
    ])
  },
)

test('advises the nearest names, each as it would be written there, and what there is', () => {
  const {value} = compileTemplates(
    new Map([
      ['a.hbs', '{{titel}}'],
      ['b.hbs', '{{#each list}}{{titel}}{{/each}}'],
      ['c.hbs', '{{#with article}}{{titel}}{{datte}}{{/with}}'],
      ['d.hbs', '{{nothing.like.it}}'],
      ['e.hbs', '{{article.title}}{{#with article}}{{hrefs}}{{/with}}'],
    ]),
  )
  const view = viewLike({article: {title: '甲', titles: '乙'}, list: [{x: 1, href: ''}]})
  const advice = (name: string) =>
    value.render(name, view).diagnostics.map((each) => each.advice?.en.split(' All names')[0])
  expect(advice('a')).toEqual(['Is it article.title or article.titles? Names here: article, list.'])
  expect(advice('b')).toEqual([
    'Is it @root.article.title or @root.article.titles? Names here: x, href.',
  ])
  expect(advice('c')).toEqual(['Is it title or titles? Names here: title, titles.'])
  expect(advice('d')).toEqual(['Names here: article, list.'])
  expect(advice('e')).toEqual(['Is it @root.list.[0].href? Names here: title, titles.'])
})

test.each([
  ['{{#each lang}}\n{{/if}}', '1:4: {{#each}} ends with {{/if}}'],
  ['a\n  {{#if lang}}\nxx', '3:3: the file ends here, and a {{#…}} before has no {{/…}}'],
  ['{{#if lang}}x{{/if}}\n\n   {{/if}} y', '3:4: this {{/…}} has no {{#…}} before it'],
  ['<p>\n  {{else}}', '2:3: this {{else}} stands in no {{#…}}'],
  ['<p>{{}}</p>', '1:6: something is missing in this {{ }}'],
  ['<p>\n<b>{{article.title</b>\n', '2:14: this {{ }} is not well formed, or not closed'],
  ['{{lang}\n{{lang}\n', '1:7: this {{ }} is not well formed, or not closed'],
])('a template that cannot be read is reported where and why: %j', (template, expected) => {
  const {diagnostics} = compileTemplates(new Map([['a.hbs', template]]))
  const [text = ''] = diagnostics.map((each) => formatDiagnostic(each, 'en').split('\n')[0] ?? '')
  expect(text.replace('error: the template is wrong: ', '')).toContain(expected)
})

test.each([
  ['article', '{{#each article.attachments}}{{titel}}{{/each}}', 32],
  ['article', '{{#if article.withdrawn}}{{article.withdrawn.resaon}}{{/if}}', 28],
  ['article', '{{#if lang}}{{else}}{{titel}}{{/if}}', 23],
  ['article', '{{#unless lang}}{{titel}}{{/unless}}', 19],
  ['article', '{{#with older}}{{date.isso}}{{else}}{{/with}}', 18],
  ['article', '{{#article.repairs}}{{nmae}}{{/article.repairs}}', 23],
  ['article', '{{#each article.repairs as |repair|}}{{repair.nmae}}{{/each}}', 40],
  ['article', '{{#each article.tags}}{{#if @last}}{{else}}{{titel}}{{/if}}{{/each}}', 46],
  ['search', '{{#each facets}}{{#each options}}{{../verbatm}}{{/each}}{{/each}}', 36],
  ['missing', '{{#each entries}}{{#each lost}}{{naem}}{{/each}}{{/each}}', 34],
  ['listing', '{{#with pager}}{{range}}{{@root.pager.rang}}{{/with}}', 27],
])(
  'a wrong name in %s.hbs is reported though no page comes to it: %s',
  (page, template, column) => {
    const {diagnostics} = compileTemplates(new Map([[`${page}.hbs`, `\n${template}\n`]]))
    const [reason = '', ...others] = diagnostics.map(
      (each) => formatDiagnostic(each, 'zh').split('\n')[0] ?? '',
    )
    expect(reason).toMatch(/: 错误: 模板用了「\w+」，这里没有这个名字 \(render\/unknown-name\)$/)
    expect(reason).toContain(`templates/${page}.hbs:2:${column}: `)
    expect(others).toEqual([])
  },
)

test.each([
  // What the template settles itself is one way only, and so is no mistake.
  '{{#*inline "x"}}{{#if long}}{{titel}}{{/if}}{{/inline}}{{> x long=false}}',
  // What a name of the view leads to is not known before.
  '{{lookup words kind}}{{#with (lookup words kind)}}{{titel}}{{/with}}',
  '{{#each (lookup words kind)}}{{titel}}{{/each}}{{#if (lookup words kind)}}{{/if}}',
  '{{lookup assets "style.css"}}{{#each article.tags}}{{@index}}{{/each}}',
  '{{#if article.headings.[1]}}{{article.headings.[1].text}}{{/if}}{{article.tags.[7].title}}',
])('what may be right on some page is not called wrong: %s', (template) => {
  const templates = new Map([['article.hbs', template]])
  expect(compileTemplates(templates, undefined, ['style.css']).diagnostics).toEqual([])
})

test('any name of the theme that is misspelt is reported in its line, whatever the site holds', async () => {
  const {templates, theme} = await readTheme(toSiteFolder('.'))
  const told = (files: ReadonlyMap<string, string>) =>
    compileTemplates(files, undefined, theme.keys()).diagnostics.map(
      ({ruleId, file, place}) => `${file}:${place?.line} ${ruleId}`,
    )
  expect(told(templates)).toEqual([])
  const names = [...templates].flatMap(([path, text]) =>
    [
      ...text.matchAll(
        /(?<=\{\{(?:#(?:if|each|with|unless) )?[\w.@]*)\b(?!else\b|this\b)\w+(?=\}\})/g,
      ),
    ].map(({index}) => ({path, text, index})),
  )
  expect(names.length).toBeGreaterThan(200)
  const random = sequence(4)
  for (let turn = 0; turn < 40; turn++) {
    const {path, text, index} = random.pick(names)
    const wrong = `${text.slice(0, index)}zz${text.slice(index)}`
    const line = text.slice(0, index).split('\n').length
    expect(told(new Map([...templates, [path, wrong]]))).toEqual([
      `templates/${path}:${line} render/unknown-name`,
    ])
  }
})

test('an unknown name in a partial is reported in the partial', async () => {
  const {report} = await buildSiteOf(
    `${record}-- templates/partials/masthead.hbs --\n<header>\n  {{site.titel}}\n`,
  )
  // Said once, though every kind of page has it.
  expect(report).toEqual([
    'templates/partials/masthead.hbs:2:5: 错误: 模板用了「titel」，这里没有这个名字 (render/unknown-name)',
  ])
})

test.each([
  '{{constructor}}',
  '{{article.constructor}}',
  '{{#with article.constructor}}{{/with}}',
  '{{article.__proto__}}',
  '{{article.tags.constructor}}',
  '{{article.title.constructor}}',
  '{{article.title.length}}',
  '{{article.body.markup}}',
  '{{toString}}',
  '{{article.tags.map}}',
  '{{lookup article "constructor"}}',
  '{{lookup article "__proto__"}}',
  '{{lookup article.title "constructor"}}',
  '{{helperMissing}}',
  '{{log article}}',
  '{{eval "1"}}',
  '{{#if (require "fs")}}{{/if}}',
  '{{__lookupGetter__ "x"}}',
  '{{@partial}}',
])('a template reaches nothing but its view: %s', async (template) => {
  expect(await fill(template)).toMatch(
    /^templates\/article\.hbs:1:\d+: 错误: .*\(render\/unknown-name\)$/,
  )
})

test.each([
  ['{{#if lang}}', 1],
  ['\n{{#if lang}}\n{{/unless}}', 2],
  ['\n\n{{article.title', 3],
  ['\n{{{article.title}}}', 2],
  ['\n{{&article.title}}', 2],
  ['\n{{> article}}', 2],
  ['{{#if lang kind}}x{{/if}}', 1],
  ['{{* decorate}}', 1],
])('a template that is wrong is reported with its line: %j', async (template, line) => {
  const report = await fill(template)
  expect(report).toMatch(
    /^templates\/article\.hbs:\d+:\d+: 错误: 模板有误：.+ \(render\/bad-template\)$/,
  )
  // The end of the text is where the engine notices that a block is open.
  expect(Number(report.split(':')[1]) - line).toBeGreaterThanOrEqual(0)
  expect(Number(report.split(':')[1]) - line).toBeLessThanOrEqual(1)
})

test('a template that would hold itself by way of another is reported, not filled', async () => {
  const report = await fill(
    '{{> partials/a}}',
    '-- templates/partials/a.hbs --\n{{> partials/b}}\n-- templates/partials/b.hbs --\n\n{{> partials/a}}\n',
  )
  expect(report.split('\n')).toEqual([
    'templates/partials/a.hbs:1:1: 错误: 模板有误：「partials/b」包含了它自己 (render/bad-template)',
    'templates/partials/b.hbs:2:1: 错误: 模板有误：「partials/a」包含了它自己 (render/bad-template)',
  ])
})

test.each([
  ['\n{{> partials/foter}}', 2],
  ['\n\n{{#> partials/foter}}{{/partials/foter}}', 3],
])('a partial that is not there is reported with the nearest that is: %j', (template, line) => {
  const {diagnostics} = compileTemplates(
    new Map([
      ['article.hbs', template],
      ['partials/footer.hbs', ''],
    ]),
  )
  expect(diagnostics.map((each) => formatDiagnostic(each, 'zh'))).toEqual([
    `templates/article.hbs:${line}:1: 错误: 模板用了「partials/foter」，这里没有这个名字 (render/unknown-name)\n    是不是「partials/footer」？这里有：partials/footer。全部名字见 node_modules/dibao/docs/theming.md。`,
  ])
})

test('a template with a misspelt name, of which nothing is made, is told; one of a designer’s own is not', async () => {
  const {report} = await buildSiteOf(
    `${record}-- templates/artcle.hbs --\nx\n-- templates/partials/fotter.hbs --\nx\n-- templates/partials/my-own.hbs --\nx\n`,
  )
  expect(report).toEqual([
    'templates/artcle.hbs: 提醒: 没有网页用到模板「templates/artcle.hbs」 (render/unused-template)',
    'templates/partials/fotter.hbs: 提醒: 没有网页用到模板「templates/partials/fotter.hbs」 (render/unused-template)',
  ])
})

test('a broken partial is reported alone, not again for each page that needs it', async () => {
  const {report, files} = await buildSiteOf(`${record}-- templates/partials/head.hbs --\n{{#if}\n`)
  expect(report).toHaveLength(1)
  expect(report[0]).toMatch(/^templates\/partials\/head\.hbs:1:6: .*render\/bad-template/)
  expect([...files.keys()].filter((path) => path.endsWith('.html'))).toEqual([])
})

test('markup is taken from values that are markup, never from texts', () => {
  const {value} = compileTemplates(
    new Map([
      ['a.hbs', '{{{x}}}'],
      ['b.hbs', '{{x}}'],
    ]),
  )
  const render = (name: string, x: unknown) => value.render(name, viewLike({x}))
  expect(render('a', new Html('<b>')).value).toBe('<b>')
  expect(render('b', new Html('<b>')).value).toBe('<b>')
  expect(render('b', '<b>').value).toBe('&lt;b&gt;')
  expect(render('b', {toHTML: undefined, markup: '<b>'}).value).not.toContain('<b>')
  const refused = render('a', '<b>')
  expect(refused.value).toBeUndefined()
  expect(refused.diagnostics.map((each) => formatDiagnostic(each, 'en').split('\n')[0])).toEqual([
    'templates/a.hbs:1:1: error: the template is wrong: {{{ }}} takes markup that Dibao made, not plain text; write {{ }} (render/bad-template)',
  ])
})

test('a template that is not there is reported by its name', () => {
  const {value, diagnostics} = compileTemplates(new Map())
  expect(diagnostics).toEqual([])
  const {value: page, diagnostics: found} = value.render('article', viewLike({}))
  expect(page).toBeUndefined()
  expect(found.map((each) => formatDiagnostic(each, 'zh').split('\n')[0])).toEqual([
    '错误: 缺少模板「templates/article.hbs」 (render/missing-template)',
  ])
})

test("a site's own template stands for that one alone", async () => {
  const plain = await buildSiteOf(record)
  const own = await buildSiteOf(
    `${record}-- templates/partials/footer.hbs --\n<footer>自己的{{site.title}}</footer>\n`,
  )
  expect(own.report).toEqual([])
  const page = own.files.get('2024/01/a/index.html') ?? ''
  expect(page).toContain('<footer>自己的新闻档案</footer>')
  const withoutFooter = (text: string) => text.replace(/<footer[\s\S]*<\/footer>/, '')
  expect(withoutFooter(page)).toBe(withoutFooter(plain.files.get('2024/01/a/index.html') ?? ''))
})
