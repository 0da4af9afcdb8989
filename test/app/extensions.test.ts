import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import {expect, test} from 'vitest'
import {cached, inline} from '../../src/app/compile.ts'
import {type ExtensionConfig, type Extensions, loadExtensions} from '../../src/app/extensions.ts'
import {makeOutput} from '../../src/app/output.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import {takeSnapshot} from '../../src/app/snapshot.ts'
import {fromPlugin} from '../../src/article/own-step.ts'
import {toIsoDate} from '../../src/base/day.ts'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {filesOf} from '../../src/emit/output.ts'
import {replaceRule} from '../../src/text/own-rule.ts'
import {toSources} from '../support/check.ts'
import {makeSite, runProgram} from '../support/folder.ts'
import {recordFile} from '../support/records.ts'

const site = `-- dibao.yml --
title: 云溪档案
-- content/a.md --
---
title: 关心下—代工作会议
date: 2004-03-05
---
见[上级网站](https://example.org/)和[首页](/)。

![会场](hall.png)
-- content/hall.png --
x
${recordFile('b.md', {title: '第二次会议', date: '2012-01-02'})}`

test('the examples of docs/extending.md do what it says', async () => {
  const folder = await makeSite(site)
  for (const [path, text] of examplesIn(await readFile('docs/extending.md', 'utf8'))) {
    await mkdir(dirname(join(folder.root, path)), {recursive: true})
    await writeFile(join(folder.root, path), text)
  }
  await mkdir(join(folder.root, 'node_modules'))
  await symlink(resolve('.'), join(folder.root, 'node_modules', 'dibao'), 'junction')
  const {code, stderr} = await runProgram(['build', '--site', folder.root])
  expect([code, stderr]).toEqual([
    0,
    expect.stringContaining('content/a.md:7:1: 提醒: 图片说明没有写谁摄 (extension/captions)'),
  ])
  // A headline may be parted between words.
  const read = async (path: string) =>
    (await readFile(join(folder.output, path), 'utf8')).replaceAll('<wbr>', '')
  const page = await read('zh-hant/2004/03/a/index.html')
  expect(page).toContain('關心下一代工作會議')
  expect(page).toContain('<a href="https://example.org/" class="outbound">')
  expect(await read('2004/03/a/repairs.json')).toContain('straight-one')
  expect(await read('zh-hant/decades/index.html')).toMatch(/年代.*2000年代.*2010年代/s)
  expect(await read('decades/2000年代/index.html')).toContain('关心下一代工作会议')
  expect(await read('index.html')).toContain('href="decades/index.html"')
  expect(await read('announcements.csv')).toBe(
    '"2012-01-02","第二次会议","/2012/01/b/"\r\n"2004-03-05","关心下一代工作会议","/2004/03/a/"\r\n',
  )
})

function examplesIn(text: string): readonly (readonly [string, string])[] {
  return [...text.matchAll(/```js\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(
    ([, path = '', code = '']) => [path, code] as const,
  )
}

const fails = (): never => {
  throw new Error('坏了')
}

test.each<[string, ExtensionConfig, string]>([
  [
    'text rule',
    {textRules: [{name: 'own', edits: fails}]},
    'content/a.md: 错误: 本站的扩展「own」出错：坏了 (base/extension-failed)',
  ],
  [
    'text rule with an edit that does not fit',
    {textRules: [{name: 'own', edits: () => [{offset: 900, before: '甲', after: '乙'}]}]},
    'content/a.md: 错误: 本站的扩展「own」出错：its edit of "甲" at 900 does not fit the text (base/extension-failed)',
  ],
  [
    'source step',
    {steps: [{name: 'own', phase: 'source', run: fails}]},
    'content/a.md: 错误: 本站的扩展「own」出错：坏了 (base/extension-failed)',
  ],
  [
    'edition step',
    {steps: [{name: 'own', phase: 'edition', run: fails}]},
    'content/a.md: 错误: 本站的扩展「own」出错：坏了 (base/extension-failed)',
  ],
  [
    'plugin that works later',
    {steps: [fromPlugin('own', 'edition', () => async () => {})]},
    'content/a.md: 错误: 本站的扩展「own」出错：it works later and not at once, which a build cannot wait for (base/extension-failed)',
  ],
  [
    'listing',
    {listings: [{key: 'own', title: '自己的', keysOf: fails}]},
    'dibao.config.mjs: 错误: 本站的扩展「own」出错：坏了 (base/extension-failed)',
  ],
  [
    'emitter',
    {emitters: [{name: 'own', emit: fails}]},
    'dibao.config.mjs: 错误: 本站的扩展「own」出错：坏了 (base/extension-failed)',
  ],
  [
    'emitter of a file outside',
    {emitters: [{name: 'own', emit: () => [{path: '../a', body: ''}]}]},
    'dibao.config.mjs: 错误: 本站的扩展「own」出错：../a is no path inside the site (base/extension-failed)',
  ],
])('what goes wrong in a %s is told with its name', async (_, config, expected) => {
  expect((await buildWith(config)).report).toContain(expected)
})

test('an edition step changes its own edition only, and what a plugin reports has its place', async () => {
  const {report, texts} = await buildWith({
    steps: [
      {
        name: 'mark',
        phase: 'edition',
        run: (tree, {edition}) => {
          tree.children = [{type: 'text', value: edition}]
        },
      },
      fromPlugin('spelling', 'source', () => (tree, file) => {
        file.message('typo', tree.children[0])
      }),
    ],
  })
  expect(texts?.editions.map(({html}) => html)).toEqual(['zh-Hans', 'zh-Hant'])
  expect(report).toEqual([
    'content/a.md:5:1: 提醒: typo (extension/spelling)',
    'content/b.md:5:1: 提醒: typo (extension/spelling)',
  ])
})

test('other extensions ask for a new compilation', async () => {
  let compiled = 0
  const compile = cached(async (files, settings) => {
    compiled += files.length
    return inline()(files, settings)
  })
  const rule = replaceRule('own', /会议/g, () => '大会')
  for (const fingerprint of ['1', '1', '2'])
    await buildWith({textRules: [rule]}, {fingerprint, compile})
  expect(compiled).toBe(4)
})

test('the fingerprint is of all modules that are loaded from beside', async () => {
  const folder = await makeSite(
    "-- dibao.config.mjs --\nimport {a} from './own/a.mjs'\nexport default {listings: a}\n-- own/a.mjs --\nimport './b.mjs'\nexport const a = []\n-- own/b.mjs --\n1\n",
  )
  const fingerprint = async () => (await loadExtensions(folder)).value?.compile.fingerprint
  const first = await fingerprint()
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(await fingerprint()).toBe(first)
  await writeFile(join(folder.root, 'own', 'b.mjs'), '2\n')
  expect(await fingerprint()).not.toBe(first)
})

test.each([
  ['export const a = 1', '没有用 export default 导出扩展 (app/bad-extensions)'],
  ['export default {rules: []}', '默认导出里的「rules」写得不对 (app/bad-extensions)'],
  ['export default {listings: [{key: "a", title: "甲"}]}', '「listings.0.keysOf」写得不对'],
  ['export default {emitters: [{name: "A b", emit() {}}]}', '「emitters.0.name」写得不对'],
  ['export default {textRules: [{name: "gloss", edits() {}}]}', '「textRules.0.name」写得不对'],
  ['import "./gone.mjs"', '(app/extensions-not-loaded)'],
  ['throw new Error("坏了")', '本站的扩展装不进来：坏了 (app/extensions-not-loaded)'],
])('%s is told as a mistake in dibao.config.mjs', async (text, expected) => {
  const folder = await makeSite(`-- dibao.config.mjs --\n${text}\n`)
  const {value, diagnostics} = await loadExtensions(folder)
  expect(value).toBeUndefined()
  const [first, ...rest] = diagnostics.map((each) => formatDiagnostic(each, 'zh').split('\n')[0])
  expect(first).toMatch(/^dibao\.config\.mjs: 错误: /)
  expect(first).toContain(expected)
  expect(rest).toEqual([])
})

test('a site without extensions has none', async () => {
  const folder = await makeSite('-- dibao.yml --\ntitle: 甲\n')
  expect(await loadExtensions(toSiteFolder(folder.root))).toEqual({
    value: undefined,
    diagnostics: [],
  })
})

async function buildWith(
  {textRules = [], steps = [], listings = [], emitters = []}: ExtensionConfig,
  {fingerprint = '0', compile = inline()} = {},
) {
  const extensions: Extensions = {
    compile: {fingerprint, textRules, steps},
    ...{listings, emitters},
  }
  const today = toIsoDate('2024-06-01')!
  const options = {todayIn: () => today, preview: false, compile}
  const snapshot = await takeSnapshot({...toSources(site), extensions}, options)
  const output = makeOutput(snapshot)
  const files = [...filesOf(output.files)]
  const report = [...snapshot.diagnostics, ...output.diagnostics()].map(
    (each) => formatDiagnostic(each, 'zh').split('\n')[0],
  )
  const last = snapshot.site.entries.at(-1)
  return {files, report, texts: last && snapshot.site.textsOf(last)}
}
