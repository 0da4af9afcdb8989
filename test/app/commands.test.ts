import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parseOptions} from '../../src/app/arguments.ts'
import {commands} from '../../src/app/commands.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {createRecordingTerminal, makeFolder, makeSite} from '../support/folder.ts'

const site = `-- content/a.md --
---
title: 甲
date: 2004-03-05
column: 没有列出的栏目
---
正文。
-- dibao.yml --
title: 档案
columns:
  - name: 通知
    slug: tongzhi
`

/** Runs a command by its entry in the table, with its arguments as they are typed. */
async function run(folder: SiteFolder, ...args: readonly string[]) {
  const {values: options, positionals} = parseOptions(args)
  const [name, ...words] = positionals
  const terminal = createRecordingTerminal('en')
  const command = commands.find((each) => each.name === name)!
  const code = await command.run({folder, terminal, words, options})
  return {code, out: terminal.out().join('\n'), err: terminal.err().join('\n')}
}

test('check writes its report for people and in three forms for programs', async () => {
  const folder = await makeSite(site)
  const place = 'content/a.md:4:9: warning'
  expect((await run(folder, 'check')).err).toContain(place)
  const json = JSON.parse((await run(folder, 'check', '--format', 'json')).out)
  expect(JSON.stringify(json)).toContain('"content/a.md"')
  expect((await run(folder, 'check', '--format', 'csv')).out).toMatch(/^.*\r?\n.*content\/a\.md/)
  expect(JSON.parse((await run(folder, 'check', '--format', 'sarif')).out).version).toBe('2.1.0')
})

test('list, stats and doctor tell of the archive', async () => {
  const folder = await makeSite(site)
  expect((await run(folder, 'list')).out).toContain('甲')
  expect((await run(folder, 'stats')).out).toContain('2004')
  // The column that is not listed is a fault of the archive.
  expect((await run(folder, 'doctor')).code).toBe(1)
  expect(await readFile(join(folder.root, 'doctor.html'), 'utf8')).toContain('<!doctype html>')
})

test('what was built can be verified and published, and no address given up where a page stands', async () => {
  const folder = await makeSite(site)
  expect((await run(folder, 'build')).code).toBe(0)
  expect((await run(folder, 'verify', folder.output)).code).toBe(0)
  expect((await run(folder, 'retire', '/2004/03/a/', '--reason', '重复')).code).toBe(1)
  expect((await run(folder, 'publish', '--to', join(await makeFolder(), 'site'))).code).toBe(0)
})

test('new makes a draft, and completion a script', async () => {
  const folder = await makeSite(site)
  expect(await run(folder, 'new', '一', '号', '--id', 'a')).toMatchObject({code: 1})
  expect((await run(folder, 'new', '关于整修的通知')).code).toBe(0)
  expect((await run(folder, 'completion', 'zsh')).out).toMatch(/^#compdef dibao/)
})

test('text takes the words of a glossary, and says what values an option has', async () => {
  const folder = await makeSite(site)
  const [text, glossary] = [join(folder.root, 'a.txt'), join(folder.root, 'words.yml')]
  await writeFile(text, '里湾镇\n')
  await writeFile(glossary, '里湾: {zh-Hant: 里灣}\n')
  const args = ['text', text, '--edition', 'zh-Hant', '--glossary', glossary]
  expect((await run(folder, ...args)).out).toContain('里灣鎮')
  for (const wrong of [
    ['--edition', 'none'],
    ['--script', 'none'],
  ]) {
    expect(await run(folder, 'text', text, ...wrong)).toMatchObject({code: 2, out: ''})
  }
})

test('keep says which file has the text, and what comes next', async () => {
  const folder = await makeSite(site)
  const {code, out} = await run(folder, 'keep', 'a')
  expect(code).toBe(0)
  expect(out).toMatch(/^content\/a@\d{4}-\d{2}-\d{2}\.md\nNow correct content\/a\.md /)
})
