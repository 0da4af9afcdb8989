import {beforeEach, expect, test, vi} from 'vitest'
import {list} from '../../src/app/commands/list.ts'
import {stats} from '../../src/app/commands/stats.ts'
import {createRecordingTerminal, makeSite} from '../support/folder.ts'

const site = `-- dibao.yml --
columns: [{name: 通知公告}, {name: 工作动态}]
-- content/a.md --
---
title: 照常发布
date: 2004-01-01
column: 工作动态
---
正文。
-- content/b.md --
---
title: 还是草稿
date: 2004-01-02
draft: true
---
![图](没有.jpg)

图片1.png
-- content/c.md --
---
title: 明年的事
date: 2025-01-01
column: 通知公告
---
正文。
-- content/d.md --
---
title: 已经撤回
date: 2004-01-03
withdrawn: true
---
-- content/e.md --
---
title: 缺一张图
date: 2004-01-04
column: 工作动态
pictures: [{name: 图片1.png, missing: true}]
---
图片1.png
-- content/f.md --
---
title: 有损坏
date: 2004-01-05
column: 工作动态
---
朱?明同志到会。
`
const none = {
  ...{draft: false, future: false, withdrawn: false, missing: false, doubts: false},
  json: false,
}

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2024, 0, 1) / 1000))
})

test('lists every announcement, newest first, with what is to be looked at', async () => {
  const terminal = createRecordingTerminal()
  expect(await list(none, await makeSite(site), terminal)).toBe(0)
  expect(terminal.out()).toEqual([
    '2025-01-01  明年的事  [未到日期]  content/c.md',
    '2004-01-05  有损坏  [有疑问 1]  content/f.md',
    '2004-01-04  缺一张图  [缺文件 1]  content/e.md',
    '2004-01-03  已经撤回  [已撤回]  content/d.md',
    '2004-01-02  还是草稿  [草稿，缺文件 1]  content/b.md',
    '2004-01-01  照常发布  content/a.md',
    '共 6 篇',
  ])
})

test('lists those with any of the marks that were asked for', async () => {
  const folder = await makeSite(site)
  const filesOf = async (marks: Partial<typeof none>) => {
    const terminal = createRecordingTerminal()
    await list({...none, ...marks, json: true}, folder, terminal)
    const items: {file: string}[] = JSON.parse(terminal.out().join('\n'))
    return items.map(({file}) => file)
  }
  expect(await filesOf({draft: true})).toEqual(['content/b.md'])
  expect(await filesOf({future: true, withdrawn: true})).toEqual(['content/c.md', 'content/d.md'])
  expect(await filesOf({missing: true})).toEqual(['content/e.md', 'content/b.md'])
  expect(await filesOf({doubts: true})).toEqual(['content/f.md'])
})

test('tells a record that cannot be read, and lists the others', async () => {
  const terminal = createRecordingTerminal()
  const folder = await makeSite(`${site}-- content/g.md --\n---\ntitle: 没有日期\n---\n`)
  expect(await list(none, folder, terminal)).toBe(1)
  expect(terminal.out()).toHaveLength(7)
  expect(terminal.err()).toEqual([expect.stringContaining('(record/missing-field)')])
})

test('counts what is in the archive', async () => {
  const folder = await makeSite(site)
  const terminal = createRecordingTerminal()
  expect(await stats({json: true}, folder, terminal)).toBe(0)
  expect(JSON.parse(terminal.out().join('\n'))).toEqual({
    announcements: 6,
    published: 3,
    marks: {draft: 1, future: 1, withdrawn: 1, missing: 2, doubts: 1},
    characters: expect.any(Number),
    years: [
      {name: '2025', count: 1},
      {name: '2004', count: 5},
    ],
    columns: [
      {name: '通知公告', count: 1},
      {name: '工作动态', count: 3},
    ],
    scripts: [{name: 'hans', count: 6}],
    repairs: [],
    missingFiles: 2,
    doubts: 1,
  })
  const text = createRecordingTerminal()
  await stats({json: false}, folder, text)
  expect(text.out().slice(0, 3)).toEqual(['文章  6', '  已发布  3', '  草稿  1'])
  expect(text.out()).toContain('  工作动态  3')
  expect(text.out()).toContain('  简体  6')
})
