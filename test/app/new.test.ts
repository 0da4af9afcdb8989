import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {beforeEach, expect, test, vi} from 'vitest'
import {newRecord} from '../../src/app/commands/new.ts'
import {createRecordingTerminal, digestsIn, makeSite} from '../support/folder.ts'

const site = `-- dibao.yml --
columns:
  - name: 工作动态
  - name: 通知公告
-- content/2020/jiu.md --
---
id: lao-bianhao
title: 甲
date: 2020-01-01
---
正文
`

beforeEach(() => {
  // 2024-12-10 in Shanghai, and still the 9th in London.
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2024, 11, 9, 18) / 1000))
})

test('begins a draft of today, and prints where it is', async () => {
  const folder = await makeSite(site)
  const terminal = createRecordingTerminal()
  expect(
    await newRecord(' 关于放假的通知 ', {column: '通知公告', json: false}, folder, terminal),
  ).toBe(0)
  const [path = ''] = terminal.out()
  expect(path).toMatch(/^content\/2024\/20241210-[0-9a-f]{6}\.md$/)
  expect(terminal.err()).toEqual([])
  expect(await readFile(join(folder.root, path), 'utf8')).toMatch(
    /^---\nid: "20241210-[0-9a-f]{6}"\ntitle: 关于放假的通知\ndate: 2024-12-10\ncolumn: 通知公告\ndraft: true\n# .*\n(?:# .*\n)*---\n正文/,
  )
})

test('never overwrites a file', async () => {
  const folder = await makeSite(site)
  await newRecord('甲', {json: false}, folder, createRecordingTerminal())
  const before = await digestsIn(folder.root)
  const terminal = createRecordingTerminal()
  expect(await newRecord('甲', {json: false}, folder, terminal)).toBe(1)
  expect(terminal.err()).toEqual([expect.stringContaining('(app/id-taken)')])
  expect(terminal.out()).toEqual([])
  expect(await digestsIn(folder.root)).toEqual(before)
})

test('gives no id that another record has, in its field or by its name', async () => {
  const folder = await makeSite(`${site}-- content/shishi.md --\n---\ntitle: 乙\n---\n`)
  for (const [id, file] of [
    ['lao-bianhao', 'content/2020/jiu.md'],
    ['shishi', 'content/shishi.md'],
  ] as const) {
    const terminal = createRecordingTerminal()
    expect(await newRecord('丙', {id, json: false}, folder, terminal)).toBe(1)
    expect(terminal.err()).toEqual([
      `${file}: 错误: 编号「${id}」已经属于这份文件，没有新建，也没有覆盖 (app/id-taken)`,
    ])
  }
  // The name of a file whose record has another id is free.
  expect(await newRecord('丁', {id: 'jiu', json: false}, folder, createRecordingTerminal())).toBe(0)
})

test('refuses a column and an id that cannot be, and says what could', async () => {
  const folder = await makeSite(site)
  const terminal = createRecordingTerminal()
  expect(await newRecord('丙', {column: '通知', id: '../x', json: false}, folder, terminal)).toBe(1)
  expect(terminal.err()).toEqual([
    '错误: dibao.yml 里没有「通知」这个栏目，没有新建文件 (app/no-such-column)',
    '错误: 「../x」不能用作编号：编号会成为网址的一段 (record/bad-id)',
  ])
  expect(Object.keys(await digestsIn(folder.root))).toEqual(['content/2020/jiu.md', 'dibao.yml'])
})

test('asks for the column at a terminal, where a number will do', async () => {
  const folder = await makeSite(site)
  const terminal = createRecordingTerminal('zh', ['2'])
  await newRecord('丙', {json: true}, folder, terminal)
  const made = JSON.parse(terminal.out().join('\n'))
  expect(made).toMatchObject({title: '丙', date: '2024-12-10', column: '通知公告'})
  const without = createRecordingTerminal('zh', [''])
  await newRecord('丁', {json: true}, folder, without)
  expect(JSON.parse(without.out().join('\n'))).not.toHaveProperty('column')
})

test('makes nothing where the settings are wrong', async () => {
  const wrong = await makeSite('-- dibao.yml --\nperPage: 0\n')
  expect(await newRecord('丙', {json: false}, wrong, createRecordingTerminal())).toBe(1)
  expect(Object.keys(await digestsIn(wrong.root))).toEqual(['dibao.yml'])
})
