import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {review} from '../../src/app/commands/review.ts'
import {exists} from '../../src/app/files.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {createRecordingTerminal, makeSite, runProgram} from '../support/folder.ts'

const record = (name: string, body: string): string =>
  `-- content/${name}.md --\n---\ntitle: 通知\ndate: 2024-01-01\n---\n${body}\n`
const site = record('a', '大家接着干。\n\n里湾的人喊完接着干。') + record('b', '他们接着干。')

function readReview(folder: SiteFolder): Promise<string> {
  return readFile(folder.review, 'utf8')
}

test('lists each doubt once with its places, the most frequent first', async () => {
  const folder = await makeSite(site)
  const terminal = createRecordingTerminal()
  expect(await review({json: false}, folder, terminal)).toBe(0)
  expect(terminal.out()).toEqual([
    '还有 1 种拿不准的转换（3 处），写在 review.yml 里；填好 answer 再运行一次',
  ])
  const [, item] = (await readReview(folder)).split('\n\n')
  expect(item).toBe(`"着干":
  context: "大家接着干。"
  count: 3
  places:
    - "content/a.md:5:5"
    - "content/a.md:7:9"
    - "content/b.md:5:5"
  1: {zh-Hant: "著幹"}
  2: {zh-Hant: "著乾"}
  answer:
`)
  expect(await exists(folder.glossary)).toBe(false)
})

test('an answer in the file becomes an entry of the glossary, and is asked no more', async () => {
  const folder = await makeSite(`${site}-- glossary.yml --\n里湾: {zh-Hant: 里灣}`)
  await review({json: false}, folder, createRecordingTerminal())
  const answered = (await readReview(folder)).replace('answer:\n', 'answer: 2\n')
  await writeFile(folder.review, answered)
  const terminal = createRecordingTerminal()
  expect(await review({json: false}, folder, terminal)).toBe(0)
  expect(terminal.out()).toEqual(['1 个答案已记入 glossary.yml', '没有拿不准的转换'])
  expect(await readFile(folder.glossary, 'utf8')).toBe(
    '里湾: {zh-Hant: 里灣}\n"着干": {zh-Hant: "著乾"}\n',
  )
  expect(await exists(folder.review)).toBe(false)
  await build(folder, createRecordingTerminal())
  const page = await readFile(join(folder.output, 'zh-hant/2024/01/b/index.html'), 'utf8')
  expect(page).toContain('<p>他們接著乾。</p>')
})

test('at a terminal each doubt is asked, and what was skipped stays in the file', async () => {
  const folder = await makeSite(site + record('c', '做到干有所成。'))
  const terminal = createRecordingTerminal('zh', ['1', ''])
  expect(await review({json: false}, folder, terminal)).toBe(0)
  expect(terminal.out()).toEqual([
    ...['', '[1/2] 着干 ×3  content/a.md:5:5', '  …大家接着干。…', '  1  著幹', '  2  著乾', ''],
    ...['', '[2/2] 干有 ×1  content/c.md:5:3', '  …做到干有所成。…', '  1  幹有', '  2  乾有', ''],
    '1 个答案已记入 glossary.yml',
    '还有 1 种拿不准的转换（1 处），写在 review.yml 里；填好 answer 再运行一次',
  ])
  expect(await readFile(folder.glossary, 'utf8')).toBe('"着干": {zh-Hant: "著幹"}\n')
  expect(await readReview(folder)).toContain('"干有":')
})

test('an answer that cannot be used is told, and nothing is changed', async () => {
  const folder = await makeSite(
    `${site}-- review.yml --\n着干:\n  1: {zh-Hant: 著幹}\n  answer: 4\n`,
  )
  const before = await readReview(folder)
  const terminal = createRecordingTerminal()
  expect(await review({json: false}, folder, terminal)).toBe(1)
  expect(terminal.err()).toEqual([
    'review.yml:3:3: 错误: [着干] 没有第 4 种写法 (record/unknown-choice)',
  ])
  expect(await readReview(folder)).toBe(before)
  expect(await exists(folder.glossary)).toBe(false)
})

test('against a published site it tells what would read otherwise now', async () => {
  const folder = await makeSite(site)
  await build(folder, createRecordingTerminal())
  const unchanged = createRecordingTerminal()
  expect(await review({against: 'dist', json: false}, folder, unchanged)).toBe(1)
  expect(unchanged.err()).toEqual([
    '错误: 「dist」里没有已发布的改动记录（repairs.json），无法比较 (app/no-published-logs)',
  ])
  await writeFile(folder.glossary, '接着干: {zh-Hant: 接著乾}\n')
  const terminal = createRecordingTerminal()
  expect(await review({against: folder.output, json: false}, folder, terminal)).toBe(0)
  expect(terminal.out()).toEqual([
    'zh-Hant\t們接著幹。␣\t→\t們接著乾。␣\t×1\tcontent/b.md',
    'zh-Hant\t完接著幹。␣\t→\t完接著乾。␣\t×1\tcontent/a.md',
    'zh-Hant\t家接著幹。␣\t→\t家接著乾。␣\t×1\tcontent/a.md',
    '',
  ])
  expect(terminal.err().at(-1)).toMatch(
    /^比较了 2 篇（opencc-js [\d.]+ → opencc-js [\d.]+）：3 种不同；原文改过的 0 篇，新增 0 篇$/,
  )
})

test('for another program it gives the doubts, or what would read otherwise, as JSON', async () => {
  const folder = await makeSite(site)
  const answer = async (against?: string): Promise<unknown> => {
    const terminal = createRecordingTerminal('zh', ['1', '1'])
    expect(await review({against, json: true}, folder, terminal)).toBe(0)
    return JSON.parse(terminal.out().join('\n'))
  }
  expect(await answer()).toEqual([
    {
      phrase: '着干',
      choices: [{'zh-Hant': '著幹'}, {'zh-Hant': '著乾'}],
      context: '大家接着干。',
      places: ['content/a.md:5:5', 'content/a.md:7:9', 'content/b.md:5:5'],
    },
  ])
  expect(await exists(folder.glossary)).toBe(false)
  await build(folder, createRecordingTerminal())
  await writeFile(folder.glossary, '们接着干: {zh-Hant: 們接著乾}\n')
  expect(await answer(folder.output)).toEqual([
    {edition: 'zh-Hant', before: '們接著幹。\n', after: '們接著乾。\n', files: ['content/b.md']},
  ])
})

test('the command takes the folder it compares with', async () => {
  const folder = await makeSite(site)
  await build(folder, createRecordingTerminal())
  const {code, stdout} = await runProgram(['review', '--against', 'dist'], {cwd: folder.root})
  expect({code, stdout}).toEqual({code: 0, stdout: ''})
  expect((await runProgram(['review'], {cwd: folder.root})).stdout).toContain('review.yml')
})
