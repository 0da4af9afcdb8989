import {mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {dev} from '../../src/app/commands/dev.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {settledMs} from '../../src/app/stamp.ts'
import {createRecordingTerminal, digestsIn, makeFolder, makeSite, put} from '../support/folder.ts'

// A site may come from somebody else, with what builds leave behind: none of it may lead a build
// to files outside.

const site = '-- content/a.md --\n---\ntitle: 第一号通知\ndate: 2024-01-02\n---\n正文。\n'

/** A folder of somebody's files, which no build may touch. */
async function otherFolder(): Promise<string> {
  const folder = await makeFolder()
  await put(folder, '-- a.txt --\n甲\n-- site/b.txt --\n乙\n-- articles/deep/c.txt --\n丙\n')
  return folder
}

async function publish(folder: SiteFolder) {
  const terminal = createRecordingTerminal('en')
  const code = await build(folder, terminal)
  return {code, report: terminal.err()}
}

test.each(['.cache', '.cache/site', '.cache/articles', '.cache/pictures', '.cache/outgoing'])(
  'nothing is made where %s is a link, and what it leads to stays',
  async (name) => {
    const [folder, other] = [await makeSite(site), await otherFolder()]
    const before = await digestsIn(other)
    if (name !== '.cache') await mkdir(folder.cache)
    await symlink(other, join(folder.root, name))
    const said = [
      `error: ${name} is a link to another place; a build clears that folder out, and the files there may be others, so nothing was made (app/cache-linked)`,
    ]
    expect(await publish(folder)).toEqual({code: 1, report: said})
    const terminal = createRecordingTerminal('en')
    expect(await dev(folder, 0, terminal, Promise.resolve())).toBe(1)
    expect(terminal.err()).toEqual(said)
    expect(await digestsIn(other)).toEqual(before)
    expect(await readdir(folder.root)).not.toContain('dist')
  },
)

test('a list of published files that names others removes none of them', async () => {
  const folder = await makeSite(`${site}-- own.txt --\n甲\n`)
  // Where the folder is a link, files are removed one by one, by their names.
  await symlink(await makeFolder(), folder.output)
  await publish(folder)
  const list = join(folder.output, '.dibao/published.json')
  const names = ['../own.txt', 'assets/../../own.txt', '', '.', './../own.txt', folder.config]
  const more = [...names, '..\\own.txt', 'C:/own.txt'].map((name) => [name, ''])
  const named = {...JSON.parse(await readFile(list, 'utf8')), ...Object.fromEntries(more)}
  await writeFile(list, JSON.stringify(named))
  await put(folder.root, '-- dibao.yml --\ntitle: 档案\n')
  expect(await publish(folder)).toEqual({code: 0, report: []})
  expect(await readFile(join(folder.root, 'own.txt'), 'utf8')).toBe('甲\n')
  expect(await readFile(folder.config, 'utf8')).toBe('title: 档案\n')
  expect(Object.keys(JSON.parse(await readFile(list, 'utf8')))).not.toContain('../own.txt')
})

test.each(['2024', '.dibao'])('nothing is written through a link in the site: %s', async (name) => {
  const [folder, other] = [await makeSite(site), await otherFolder()]
  const before = await digestsIn(other)
  const served = await makeFolder()
  await symlink(served, folder.output)
  await symlink(other, join(served, name))
  await expect(build(folder, createRecordingTerminal())).rejects.toMatchObject({
    code: 'ELINKED',
    path: join(folder.output, name),
  })
  expect(await digestsIn(other)).toEqual(before)
  expect(await readdir(served)).toEqual([name])
})

test.each(['last-build.json', 'output-keys.json', 'records.json'])(
  'a build takes no notice of anything strange in .cache/%s',
  async (name) => {
    const folder = await makeSite(site)
    // Nothing is kept about files that have only just changed.
    await wait(settledMs * 2)
    await publish(folder)
    const before = await digestsIn(folder.output)
    const path = join(folder.cache, name)
    const kept = await readFile(path, 'utf8')
    for (const text of ['', '[', 'null', '[["zh-Hans ", 5]]', '{"__proto__": 1}', `${kept} `]) {
      await writeFile(path, text)
      expect(await publish(folder), text).toEqual({code: 0, report: []})
      expect(await digestsIn(folder.output), text).toEqual(before)
    }
  },
)
