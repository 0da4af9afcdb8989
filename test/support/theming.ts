import {words} from '../../src/render/words.ts'
import type {Member, Shape, ViewType} from './views.ts'

/** The templates that are pages, what each is for, and the view it gets. */
export const pageTemplates = [
  {file: 'home', use: '首页', view: 'HomeView'},
  {file: 'article', use: '一篇文章', view: 'ArticleView'},
  {file: 'listing', use: '文章列表：全部、年、月、栏目、标签、来源', view: 'ListingView'},
  {file: 'terms', use: '全部栏目、全部标签、全部来源', view: 'TermsView'},
  {file: 'missing', use: '待补资料', view: 'MissingView'},
  {file: 'corrections', use: '更正记录', view: 'CorrectionsView'},
  {file: 'search', use: '搜索', view: 'SearchView'},
  {file: 'not-found', use: '找不到网页时', view: 'NotFoundView'},
] as const

/** The document on templates: hand-written rules, then every file and every name there is. */
export function formatTheming(
  types: readonly ViewType[],
  templates: ReadonlyMap<string, string>,
): string {
  const views: readonly string[] = ['SharedView', ...pageTemplates.map(({view}) => view)]
  const [pages, parts] = [true, false].map((isView) =>
    types.filter(({name}) => views.includes(name) === isView),
  )
  return `${introduction}
## 模板文件 · The files

| 文件 | 用在 · Used by |
| --- | --- |
${formatFiles(templates)}
## 每种网页有什么 · What each page holds

“可空”的名字没有内容时是空的（null），写 \`{{#if 名字}}\` 即可；名字本身总是在的。说明取自程序的注释，是英文。

A value marked 可空 may be null; the name itself is always there.

${pages!.map((type) => formatType(type, types)).join('\n')}
## 各部分 · The parts

${parts!.map((type) => formatType(type, types)).join('\n')}
### Words

界面文字，写作 \`{{words.home}}\`；在 \`{{#each}}\` 和 \`{{#with}}\` 里面写作 \`{{@root.words.home}}\`。

| 名字 | 简体 | 繁體 |
| --- | --- | --- |
${formatWords()}`
}

const introduction = `# 网页模板 · Theming

本页由程序根据 \`src/render/common-view.ts\`、\`src/render/view.ts\` 和 \`templates/\` 生成，请不要手工修改；改了程序之后运行 \`npm run docs\` 重新生成。

## 换掉一个文件 · Override one file

1. 从邸报自带的 \`templates/\`（装好的在 \`node_modules/dibao/templates/\`）里找到要改的那个文件，例如 \`templates/partials/footer.hbs\`。
2. 复制到自己网站文件夹里的同一位置：\`templates/partials/footer.hbs\`。
3. 改这一份。其余文件仍用自带的，升级时也跟着更新；改过的这一份归自己管。

样式在 \`templates/assets/style.css\`，图标在 \`templates/assets/favicon.svg\`，换法相同。\`assets/\` 里可以放别的文件，模板里写 \`{{lookup assets "文件名"}}\`，样式里写 \`url("文件名")\`。发布时文件名带上内容的摘要，样式里的注释和空白会去掉。自带的脚本发布时换成短名字，复制来改的是 \`templates/assets/\` 里好读的原文。

Copy the one file you want to change from Dibao's \`templates/\` to the same place in your site's own
\`templates/\`, and change the copy; every other file stays Dibao's. Files in \`assets/\` are published
under names that hold a digest of their content: \`{{lookup assets "name"}}\` in a template,
\`url("name")\` in a style sheet. Dibao's own scripts are published with short names; copy the
readable ones of \`templates/assets/\`.

## 写法 · What a template may say

模板是 [Handlebars](https://handlebarsjs.com/)，只有下面这些写法，不能运行程序：

| 写法 | 意思 |
| --- | --- |
| \`{{article.title}}\` | 放入文字，\`<\`、\`&\` 等自动转义；标为“网页内容”的值原样放入 |
| \`{{#if 名字}}…{{else}}…{{/if}}\`、\`{{#unless 名字}}…{{/unless}}\` | 有内容时、没有内容时 |
| \`{{#each 列表}}…{{else}}…{{/each}}\` | 逐项；里面的名字是那一项的，\`{{@index}}\`、\`{{@first}}\`、\`{{@last}}\` 是它的位置 |
| \`{{#with 名字}}…{{/with}}\` | 进到里面；\`{{@root.名字}}\` 从整页找起，\`{{../名字}}\` 从外一层找起 |
| \`{{lookup assets "style.css"}}\` | 按名称取一项 |
| \`{{> partials/footer}}\` | 放入另一个模板 |
| \`{{#> partials/page isHome=false}}…{{/partials/page}}\` | 把内容放进整页的框架 |

名字写错了不会悄悄变成空白：会提示文件、行、列，最接近的名字，和那里有的名字；列表还是空的、条件还没有出现过，也一样提示。

\`\`\`text
templates/article.hbs:6:13: 错误: 模板用了「titel」，这里没有这个名字 (render/unknown-name)
  是不是「title」？这里有：title、subtitle、date……
\`\`\`

A misspelt name is an error that tells the file, line and column, the nearest names, and the names
there are at that place, even where a list is empty yet or a condition never held; nothing is
published then.

网页要守的规矩：不写行内的脚本和样式（\`<script>…</script>\`、\`style="…"\`），不用别的网站的文件，网页在严格的内容安全策略下、在没有网络的 U 盘上都能用。

## 读者的选择 · What readers choose

\`<html>\` 上的属性由辅助阅读的脚本写上，样式据此改变；自己的样式也应照办。

| 属性 | 意思 |
| --- | --- |
| \`data-text-size="1"\`、\`"2"\`、\`"3"\` | 字号大一级、两级（不小于 18 磅）、三级；没有这个属性是平常字号 |
| \`data-contrast="high"\` | 高对比度；系统设置了高对比度时同样处理 |
| \`data-pointer="large"\` | 大指针 |
`

function formatFiles(templates: ReadonlyMap<string, string>): string {
  const rows = [...templates.keys()].toSorted().map((path) => {
    const name = path.replace(/\.hbs$/, '')
    const page = pageTemplates.find(({file}) => file === name)
    const users = [...templates]
      .filter(([, text]) => new RegExp(`\\{\\{#?> ${name}[ }]`).test(text))
      .map(([user]) => `\`${user}\``)
    const use = page ? `${page.use}（${linkTo(page.view)}）` : users.join('、')
    return `| \`${path}\` | ${use} |\n`
  })
  return rows.join('')
}

function formatType({name, doc, shape}: ViewType, types: readonly ViewType[]): string {
  const page = pageTemplates.find(({view}) => view === name)
  const title = page ? `### ${name} – \`${page.file}.hbs\`` : `### ${name}`
  const says = doc ? `${doc}\n\n` : ''
  const bases = shape.kind === 'object' ? shape.bases : shape.kind === 'named' ? [shape.name] : []
  const and = bases.length > 0 ? `另有 ${bases.map(linkTo).join('、')} 的全部名字。\n\n` : ''
  const rows = shape.kind === 'object' ? formatMembers(shape.members, '', types) : ''
  const table = rows ? `| 名字 | 内容 | Meaning |\n| --- | --- | --- |\n${rows}` : ''
  return `${title}\n\n${says}${and}${table}`
}

function formatMembers(
  members: readonly Member[],
  path: string,
  types: readonly ViewType[],
): string {
  return members
    .map(({name, doc, nullable, shape}) => {
      const full = `${path}${name}`
      const type = `${formatShape(shape)}${nullable ? '，可空' : ''}`
      const row = `| \`${full}\` | ${type} | ${doc.replaceAll('|', '\\|')} |\n`
      const inner = shape.kind === 'list' || shape.kind === 'map' ? shape.of : shape
      if (inner.kind !== 'object') return row
      const step = inner === shape ? '.' : '[].'
      return row + formatMembers(inner.members, `${full}${step}`, types)
    })
    .join('')
}

const valueNames = {text: '文字', number: '数', truth: '是或否', markup: '网页内容'} as const

function formatShape(shape: Shape): string {
  switch (shape.kind) {
    case 'value':
      return valueNames[shape.type]
    case 'named':
      return linkTo(shape.name)
    case 'list':
      return `列表：${formatShape(shape.of)}`
    case 'map':
      return `按名称取：${formatShape(shape.of)}`
    case 'object':
      return [...shape.bases.map(linkTo), ...(shape.members.length > 0 ? ['见下'] : [])].join('，')
  }
}

function linkTo(name: string): string {
  const page = pageTemplates.find(({view}) => view === name)
  const anchor = page ? `${name}--${page.file}hbs` : name
  return `[${name}](#${anchor.toLowerCase()})`
}

function formatWords(): string {
  const [hans, hant] = [words['zh-Hans'], words['zh-Hant']].map(
    (each) => new Map<string, unknown>(Object.entries(each)),
  )
  return [...hans!]
    .map(([name, text]) => {
      const cells =
        typeof text === 'string' ? [text, String(hant!.get(name))] : ['按名称取', '按名稱取']
      return `| \`words.${name}\` | ${cells.join(' | ')} |\n`
    })
    .join('')
}
