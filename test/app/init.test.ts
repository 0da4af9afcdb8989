import {spawnSync} from 'node:child_process'
import {mkdir, open, readFile, writeFile} from 'node:fs/promises'
import {join, relative, resolve} from 'node:path'
import process from 'node:process'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {build} from '../../src/app/commands/build.ts'
import {init} from '../../src/app/commands/init.ts'
import {installedFrom} from '../../src/app/installed-from.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import {parseConfig} from '../../src/site/config.ts'
import {createRecordingTerminal, digestsIn, makeFolder} from '../support/folder.ts'
import {sequence} from '../support/random.ts'

test('what is asked for is in the settings, whatever signs it holds', async () => {
  const random = sequence(2024)
  const signs = '关工委档案:：#"\'\\-[]{}!&*|> %$@`'
  for (let count = 0; count < 12; count++) {
    const folder = join(await makeFolder(), 'a')
    const title = `甲${random.text(signs, 8)}乙`
    const columns = [`丙${random.text(signs, 5)}丁`, `戊${random.text(signs, 5)}己`]
    const args = {title, columns: columns.join('、'), editions: 'zh-Hant,zh-hk'}
    expect(await init(folder, args, createRecordingTerminal())).toBe(0)
    const text = await readFile(join(folder, 'dibao.yml'), 'utf8')
    expect(parse(text)).toMatchObject({
      title,
      columns: columns.map((name) => ({name})),
      editions: ['zh-Hant', 'zh-HK'],
    })
    const {value, diagnostics} = parseConfig('dibao.yml', text)
    expect({editions: value?.editions, diagnostics}).toEqual({
      editions: ['zh-Hant', 'zh-HK'],
      diagnostics: [],
    })
  }
})

test('asks at a terminal for what is not given; Enter takes what is offered', async () => {
  const folder = join(await makeFolder(), 'a')
  const terminal = createRecordingTerminal('zh', ['云溪档案', '', 'zh-Hans'])
  expect(await init(folder, {}, terminal)).toBe(0)
  expect(parse(await readFile(join(folder, 'dibao.yml'), 'utf8'))).toMatchObject({
    title: '云溪档案',
    columns: [{name: '工作动态'}, {name: '通知公告'}],
    editions: ['zh-Hans'],
  })
  expect(await build(toSiteFolder(folder), createRecordingTerminal())).toBe(0)
})

test('takes its answers from a file or a pipe; where they end, what is offered', async () => {
  const folder = await makeFolder()
  await writeFile(join(folder, 'answers'), '云溪档案\n动态，通知\n')
  const answers = await open(join(folder, 'answers'))
  const {status, stdout} = spawnSync(process.execPath, [resolve('lib/app/cli.js'), 'init', 'a'], {
    cwd: folder,
    stdio: [answers.fd, 'pipe', 'pipe'],
    encoding: 'utf8',
  })
  await answers.close()
  expect(status).toBe(0)
  expect(stdout).toContain('已在 a 新建档案网站')
  expect(parse(await readFile(join(folder, 'a', 'dibao.yml'), 'utf8'))).toMatchObject({
    title: '云溪档案',
    columns: [{name: '动态'}, {name: '通知'}],
    editions: ['zh-Hans', 'zh-Hant'],
  })
})

test('says how the program is installed there, from where it was installed itself', async () => {
  const folder = await makeFolder()
  const terminal = createRecordingTerminal()
  expect(await init(join(folder, '档案'), {}, terminal)).toBe(0)
  const source = relative(join(folder, '档案'), resolve('.'))
  expect(terminal.out().join('\n')).toContain(`\n  npm install --prefix . "${source}"\n`)
  const installed = join(folder, 'node_modules', 'dibao')
  await mkdir(installed, {recursive: true})
  expect(await installedFrom(installed)).toBeUndefined()
  for (const [resolved, from] of [
    ['file:../dibao.tgz', resolve(folder, '..', 'dibao.tgz')],
    ['https://registry.example/dibao.tgz', undefined],
  ]) {
    const lock = {packages: {'node_modules/dibao': {resolved}}}
    await writeFile(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify(lock))
    expect(await installedFrom(installed)).toBe(from)
  }
})

test('makes nothing where an archive is, or for an edition that there is not', async () => {
  const folder = await makeFolder()
  const wrong = createRecordingTerminal()
  expect(await init(folder, {editions: 'zh-Hans,zh-TW'}, wrong)).toBe(1)
  expect(wrong.err()).toEqual([expect.stringContaining('「zh-TW」')])
  expect(wrong.err()).toEqual([expect.stringContaining('(app/no-such-edition)')])
  expect(await digestsIn(folder)).toEqual({})
  await mkdir(join(folder, 'content'))
  await writeFile(join(folder, 'content', 'a.md'), 'x')
  const before = await digestsIn(folder)
  const terminal = createRecordingTerminal()
  expect(await init(folder, {}, terminal)).toBe(1)
  expect(terminal.err()).toEqual([expect.stringContaining('(app/already-site)')])
  expect(await digestsIn(folder)).toEqual(before)
})

test('keeps the files of a folder, and adds to its package.json the scripts that it lacks', async () => {
  const folder = await makeFolder()
  const own = {name: 'mine', scripts: {build: 'own'}, dependencies: {dibao: 'file:dibao.tgz'}}
  await writeFile(join(folder, 'package.json'), JSON.stringify(own))
  await writeFile(join(folder, 'README.md'), 'mine')
  expect(await init(folder, {}, createRecordingTerminal())).toBe(0)
  expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('mine')
  expect(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))).toMatchObject({
    ...own,
    scripts: {build: 'own', dev: 'dibao dev', check: 'dibao check'},
  })
})
