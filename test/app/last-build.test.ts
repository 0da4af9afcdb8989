import {rm, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {beforeEach, expect, test, vi} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {createRecordingTerminal, makeSite, put} from '../support/folder.ts'

const site = `-- content/a.md --
---
title: 甲
date: 2004-03-05
column: 没有列出的栏目
---
正文。
-- dibao.yml --
columns:
  - name: 通知
    slug: tongzhi
`

beforeEach(() => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '1717200000')
  return () => vi.unstubAllEnvs()
})

/** Builds when the clock of files has moved on; `looked` is whether the program went to work. */
async function buildLater(folder: SiteFolder) {
  await setTimeout(150)
  let looked = false
  const terminal = createRecordingTerminal('en')
  const code = await build(folder, terminal, async () => {
    looked = true
    return undefined
  })
  return {code, looked, report: terminal.err(), said: terminal.out()}
}

test('where nothing has changed the build says what it said, and goes not to work', async () => {
  const folder = await makeSite(site)
  const first = await buildLater(folder)
  const again = await buildLater(folder)
  expect([first.looked, again.looked]).toEqual([true, false])
  expect(first.report.length).toBeGreaterThan(0)
  expect(again.report).toEqual(first.report)
  expect(again.said.join()).toMatch(/\(0 written, 0 removed, \d+ unchanged\)/)
})

test.each<[string, (folder: SiteFolder) => Promise<unknown>]>([
  [
    'a record',
    ({content}) => writeFile(join(content, 'a.md'), '---\ntitle: 乙\ndate: 2004-03-05\n---\n'),
  ],
  [
    'a record that keeps its size',
    ({content}) => writeFile(join(content, 'a.md'), site.slice(21, 99)),
  ],
  ['a file that is new', ({root}) => put(root, '-- public/x.txt --\nx')],
  ['the settings', ({config}) => writeFile(config, 'title: 甲\n')],
  ['the ledger', ({ledger}) => rm(ledger)],
  ['a published page', ({output}) => rm(join(output, 'index.html'))],
  [
    'a published page that was written over',
    ({output}) => writeFile(join(output, '404.html'), 'x'),
  ],
  ['the time of a published page', ({output}) => utimes(join(output, '404.html'), 1, 1)],
  ['the day', async () => vi.stubEnv('SOURCE_DATE_EPOCH', '1717300000')],
  ['the cache', ({cache}) => rm(cache, {recursive: true})],
])('the build goes to work again after a change of %s', async (_, change) => {
  const folder = await makeSite(site)
  await buildLater(folder)
  await change(folder)
  expect((await buildLater(folder)).looked).toBe(true)
})
