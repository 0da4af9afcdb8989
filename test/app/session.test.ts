import {mkdir, readdir, readFile, rename, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {type CompileFiles, cached, inline} from '../../src/app/compile.ts'
import {makeOutput} from '../../src/app/output.ts'
import {Session} from '../../src/app/session.ts'
import {type Snapshot, type SnapshotOptions, takeSnapshot} from '../../src/app/snapshot.ts'
import {readSources} from '../../src/app/sources.ts'
import {toDay} from '../../src/base/day.ts'
import {digestOf} from '../../src/base/digest.ts'
import {filesOf} from '../../src/emit/output.ts'
import {makeFolder, makeSite, put} from '../support/folder.ts'
import {sequence} from '../support/random.ts'
import {type EditState, editOnce, gbk, smallSite} from '../support/random-edits.ts'

const today = toDay(2024, 6, 1)!

test('40 random edits, told in random bursts, always end where a fresh start ends', {
  timeout: 60_000,
}, async () => {
  const folder = await makeSite(smallSite)
  const random = sequence(20_240_601)
  const session = await Session.open(folder, options(cached(inline())))
  const state: EditState = {folder, random, records: ['content/a.md', 'content/2004/b.md']}
  const told: string[] = []
  for (let step = 0; step < 40; step++) {
    told.push(...(await editOnce(state)))
    if (random.below(3) === 0) continue
    // Touched one by one, as events come, without waiting for the rebuild before.
    const touches = told.splice(0).map((path) => session.touch([path]))
    await Promise.all(touches)
    const fresh = await takeSnapshot(await readSources(folder), options(inline()))
    expect(describe(session.snapshot), `after step ${step}`).toEqual(describe(fresh))
  }
})

test.each(['content/2004', 'content', 'templates', 'public'])(
  'when the folder %s goes and comes again, its one path is enough',
  async (name) => {
    const folder = await makeSite(smallSite)
    await put(folder.root, '-- templates/page.hbs --\n<p>{{title}}\n-- public/a.txt --\na\n')
    await writeFile(join(folder.content, '2004/bad.md'), gbk)
    const session = await Session.open(folder, options(cached(inline())))
    const before = describe(session.snapshot)
    const [path, away] = [join(folder.root, name), join(folder.root, 'away')]
    await rename(path, away)
    await session.touch([path])
    const fresh = await takeSnapshot(await readSources(folder), options(inline()))
    expect(describe(session.snapshot)).toEqual(describe(fresh))
    await rename(away, path)
    const files = await readdir(path, {recursive: true})
    await session.touch(files.map((file) => join(path, file)))
    expect(describe(session.snapshot)).toEqual(before)
  },
)

test('a cache changes nothing, and brings diagnostics back each time', async () => {
  const folder = await makeSite(
    `${smallSite}-- content/bad.md --\n---\ntitle: 坏\ndate: 2004-02-30\n---\n坏\n`,
  )
  const sources = await readSources(folder)
  const without = describe(await takeSnapshot(sources, options(inline())))
  expect(without.diagnostics.join()).toContain('record/no-such-day')
  let compiled = 0
  const counting: CompileFiles = (files, editions) => {
    compiled += files.length
    return inline()(files, editions)
  }
  const compile = cached(counting)
  for (let round = 0; round < 3; round++) {
    expect(describe(await takeSnapshot(sources, options(compile)))).toEqual(without)
  }
  expect(compiled).toBe(3)
})

test('the cache tells files apart by path, by text and by editions', async () => {
  const folder = await makeSite(smallSite)
  const compiled: string[] = []
  const compile = cached((files, editions) => {
    compiled.push(...files.map(({path}) => path))
    return inline()(files, editions)
  })
  const session = await Session.open(folder, options(compile))
  compiled.splice(0)
  await put(folder.root, '-- content/a.md --\n---\ntitle: 改\ndate: 2004-03-05\n---\n改\n')
  await session.touch([join(folder.content, 'a.md')])
  expect(compiled.splice(0)).toEqual(['a.md'])
  await rename(join(folder.content, 'a.md'), join(folder.content, 'c.md'))
  await session.touch(['a.md', 'c.md'].map((name) => join(folder.content, name)))
  expect(compiled.splice(0)).toEqual(['c.md'])
  await writeFile(folder.config, 'editions: [zh-Hans]\n')
  await session.touch([folder.config])
  expect(compiled).toEqual(['2004/b.md', 'c.md'])
})

test('a hundred touches at once lose nothing', async () => {
  const folder = await makeSite(smallSite)
  const session = await Session.open(folder, options(cached(inline())))
  const names = Array.from({length: 100}, (_, index) => `n${index}`)
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder.content, `${name}.md`)
      await writeFile(path, `---\ntitle: ${name}\ndate: 2004-01-01\n---\n${name}\n`)
      await session.touch([path])
      // The promise is kept only once the change is in the snapshot.
      expect([...session.snapshot.site.byFile.keys()]).toContain(`${name}.md`)
    }),
  )
  expect(session.snapshot.site.entries).toHaveLength(102)
})

test('a change while a rebuild is under way is in the snapshot that the rebuild ends with', async () => {
  const folder = await makeSite(smallSite)
  const path = join(folder.content, 'a.md')
  let during = async (): Promise<void> => {}
  const compile: CompileFiles = async (files, editions) => {
    await during()
    return inline()(files, editions)
  }
  const session = await Session.open(folder, options(compile))
  let second: Promise<Snapshot> | undefined
  during = async () => {
    during = async () => {}
    await writeFile(path, '---\ntitle: 第二\ndate: 2004-03-05\n---\n改\n')
    second = session.touch([path])
  }
  await writeFile(path, '---\ntitle: 第一\ndate: 2004-03-05\n---\n改\n')
  const first = await session.touch([path])
  expect(titles(first)).toContain('第二')
  expect(await second).toBe(first)
  expect(session.snapshot).toBe(first)
})

test('what could not be read once is read with the next touch', async () => {
  const folder = await makeSite(smallSite)
  let isBroken = false
  const compile: CompileFiles = async (files, editions) => {
    if (isBroken) throw new Error('no memory')
    return inline()(files, editions)
  }
  const session = await Session.open(folder, options(compile))
  const before = session.snapshot
  isBroken = true
  await put(folder.root, '-- content/new.md --\n---\ntitle: 新\ndate: 2004-03-05\n---\n新\n')
  await expect(session.touch([join(folder.content, 'new.md')])).rejects.toThrow('no memory')
  expect(session.snapshot).toBe(before)
  isBroken = false
  expect(titles(await session.touch([folder.config]))).toContain('新')
})

test('the snapshot stays the one it was while nothing differs', async () => {
  const folder = await makeSite(
    `${smallSite}-- templates/partials/lead.hbs --\n-- templates/assets/extra.css --\np {}\n`,
  )
  for (const name of ['x.md', 'y.md']) await writeFile(join(folder.content, name), gbk)
  const session = await Session.open(folder, options(cached(inline())))
  const {snapshot} = session
  const paths = [
    folder.config,
    ...['a.md', '2004/b.md', 'x.md', 'y.md', 'nowhere.md'].map((name) =>
      join(folder.content, name),
    ),
    ...['partials/lead.hbs', 'assets/extra.css'].map((name) => join(folder.templates, name)),
    join(folder.root, 'elsewhere.txt'),
  ]
  for (const path of paths) expect(await session.touch([path]), path).toBe(snapshot)
  expect(await session.touch(paths.toReversed())).toBe(snapshot)
})

test.each(['content/a.md', 'dibao.yml', 'templates/partials/lead.hbs'])(
  'says that %s is not UTF-8 until it is mended',
  async (name) => {
    const folder = await makeSite(smallSite)
    const path = join(folder.root, name)
    await put(folder.root, '-- templates/partials/lead.hbs --\n')
    const session = await Session.open(folder, options(cached(inline())))
    const before = describe(session.snapshot)
    const text = await readFile(path)
    await writeFile(path, gbk)
    await session.touch([path])
    expect(session.snapshot.diagnostics.map(({file, ruleId}) => `${file} ${ruleId}`)).toContain(
      `${name} app/not-utf8`,
    )
    await writeFile(path, text)
    await session.touch([path])
    expect(describe(session.snapshot)).toEqual(before)
  },
)

test('names clashing records in the order of a fresh start, whichever was saved last', async () => {
  const folder = await makeSite(
    ['a', 'b'].map((name) => `-- content/${name}.md --\n${clashing(name)}`).join(''),
  )
  const session = await Session.open(folder, options(cached(inline())))
  await writeFile(join(folder.content, 'a.md'), clashing('改'))
  await session.touch([join(folder.content, 'a.md')])
  const fresh = await takeSnapshot(await readSources(folder), options(inline()))
  expect(fresh.diagnostics.map(({ruleId}) => ruleId)).toEqual(Array(2).fill('site/duplicate-id'))
  expect(describe(session.snapshot)).toEqual(describe(fresh))
})

test('a touched file that is only copied makes a new snapshot, since its bytes are not held', async () => {
  const folder = await makeSite(`${smallSite}-- public/logo.svg --\n<svg/>\n`)
  const session = await Session.open(folder, options(cached(inline())))
  for (const path of [join(folder.content, 'pic.svg'), join(folder.public, 'logo.svg')]) {
    const {snapshot} = session
    expect(await session.touch([path])).not.toBe(snapshot)
    expect(describe(session.snapshot)).toEqual(describe(snapshot))
  }
})

test('passes over links, hidden files and folders called like records, as a fresh start does', async () => {
  const folder = await makeSite(smallSite)
  const session = await Session.open(folder, options(cached(inline())))
  const {snapshot} = session
  const outside = await makeFolder()
  await put(outside, '-- a.md --\n---\ntitle: 秘密\ndate: 2004-01-01\n---\n秘密\n')
  await symlink(join(outside, 'a.md'), join(folder.content, 'link.md'))
  await symlink(outside, join(folder.content, 'folder'))
  await put(folder.content, '-- .hidden.md --\n---\ntitle: 隐\ndate: 2004-01-01\n---\n隐\n')
  await mkdir(join(folder.content, 'd.md'))
  const names = ['link.md', 'folder/a.md', '.hidden.md', 'd.md']
  expect(await session.touch(names.map((name) => join(folder.content, name)))).toBe(snapshot)
})

function clashing(title: string): string {
  return `---\ntitle: ${title}\ndate: 2004-03-05\nid: same\n---\n正文\n`
}

function options(compile: CompileFiles): SnapshotOptions {
  return {todayIn: () => today, preview: true, compile}
}

function titles({site}: Snapshot): readonly string[] {
  return site.entries.map(({article}) => article.editions[0]?.title ?? '')
}

/** Everything that a snapshot leads to, for comparing. */
function describe(snapshot: Snapshot) {
  const output = makeOutput(snapshot)
  const files = [...filesOf(output.files)]
  return {
    files: files.map(({path, body, from}) => `${path} ${from} ${digestOf(body)}`),
    assets: [...snapshot.site.assets],
    diagnostics: [...snapshot.diagnostics, ...output.diagnostics()].map((each) =>
      JSON.stringify(each),
    ),
  }
}
