import {readFileSync} from 'node:fs'
import {mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {type Watching, watch} from '../../src/app/watch.ts'

let folder: string
let bursts: (readonly string[])[]
let watching: Watching | undefined

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'dibao-watch-')))
  bursts = []
  await put('content/a.md', 'one')
})

afterEach(async () => {
  await watching?.close()
  await rm(folder, {recursive: true, force: true})
})

test('reports a changed, a new and a removed file', async () => {
  await start('content')
  await put('content/a.md', 'two')
  await seen('content/a.md')
  await put('content/2004/03/新闻.md', 'new')
  await seen('content/2004/03/新闻.md')
  await rm(join(folder, 'content/a.md'))
  await seen('content/a.md')
})

test('a renamed file is two touched paths; of a folder, itself and each file in its new place', async () => {
  await put('content/2004/b.md', 'one')
  await start('content')
  await rename(join(folder, 'content/a.md'), join(folder, 'content/c.md'))
  await seen('content/a.md', 'content/c.md')
  await rename(join(folder, 'content/2004'), join(folder, 'content/2005'))
  await seen('content/2004', 'content/2005/b.md')
})

test('sees every save of an editor that writes a new file over the old one', async () => {
  await start('content')
  for (const text of ['two', 'three', 'four']) {
    await put('content/.a.md.tmp', text)
    await rename(join(folder, 'content/.a.md.tmp'), join(folder, 'content/a.md'))
    await seen('content/a.md')
  }
})

test('reports a burst once, each path once', async () => {
  await start('content')
  const paths = Array.from({length: 30}, (_, index) => `content/burst/${index}.md`)
  await Promise.all(paths.map((path) => put(path, 'one')))
  await Promise.all(paths.map((path) => put(path, 'two')))
  await seen(...paths)
  expect(bursts.length).toBeLessThan(10)
  for (const burst of bursts) expect(new Set(burst).size).toBe(burst.length)
})

test('does not wait for the end of changes that never end', async () => {
  const paths = Array.from({length: 30}, (_, index) => `content/${index}.md`)
  for (const path of paths) await put(path, 'one')
  await start('content')
  const stop = performance.now() + 1000
  for (let round = 0; performance.now() < stop; round++) {
    await put(paths[round % paths.length] ?? '', String(round))
    await new Promise((done) => setTimeout(done, 5))
  }
  expect(bursts.length).toBeGreaterThanOrEqual(2)
})

test('whoever reads what is reported ends with what is there, however quick the changes', async () => {
  const read = new Map<string, string | undefined>()
  watching = await watch([join(folder, 'content')], (paths) => {
    for (const path of paths) read.set(path, readNow(path))
  })
  const names = Array.from({length: 40}, (_, index) => `${index}.md`)
  await Promise.all(names.map((name, index) => changeOften(name, createRandom(index + 1))))
  const paths = names.map((name) => join(folder, 'content', name))
  await vi.waitFor(() => expect(paths.map((path) => read.get(path))).toEqual(paths.map(readNow)), {
    timeout: 3000,
  })
})

test('passes over hidden and temporary files', async () => {
  await start('content')
  const names = [
    '.git/x',
    '.hidden',
    'a.md~',
    '.a.md.swp',
    'b.swp',
    '.#a.md',
    '#a.md#',
    '4913',
    '~$a.docx',
  ]
  for (const name of names) await put(`content/${name}`, 'x')
  await put('content/last.md', 'x')
  await seen('content/last.md')
  expect(bursts.flat()).toEqual([join(folder, 'content/last.md')])
})

test('watches a folder inside a hidden one', async () => {
  await put('.site/content/a.md', 'one')
  await start('.site/content')
  await put('.site/content/a.md', 'two')
  await seen('.site/content/a.md')
})

test('sees a folder that comes, goes, and comes again', async () => {
  await start('content', 'templates')
  await put('templates/page.hbs', 'one')
  await seen('templates/page.hbs')
  bursts = []
  await rm(join(folder, 'templates'), {recursive: true})
  await seen('templates')
  bursts = []
  await put('templates/page.hbs', 'two')
  await seen('templates/page.hbs')
})

test('watches single files, and nothing beside what it was given', async () => {
  await put('site.yaml', 'one')
  await start('content', 'site.yaml')
  await put('other.yaml', 'x')
  await put('contents/x.md', 'x')
  await put('site.yaml', 'two')
  await seen('site.yaml')
  expect(bursts.flat()).toEqual([join(folder, 'site.yaml')])
})

test('calls a file by the name of the folder it was given, though that is a link', async () => {
  await put('elsewhere/a.md', 'one')
  await symlink(join(folder, 'elsewhere'), join(folder, 'linked'), 'junction')
  await start('linked')
  await put('elsewhere/a.md', 'two')
  await seen('linked/a.md')
})

test('says nothing of what was there before, nor after it was closed', async () => {
  await start('content')
  await new Promise((done) => setTimeout(done, 150))
  await put('content/a.md', 'two')
  await watching?.close()
  await put('content/a.md', 'three')
  await new Promise((done) => setTimeout(done, 300))
  expect(bursts).toEqual([])
})

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), {recursive: true})
  await writeFile(join(folder, path), text)
}

/** Writes, removes and replaces a file ten times, with pauses of up to 120 ms. */
async function changeOften(name: string, random: () => number): Promise<void> {
  const path = join(folder, 'content', name)
  for (let step = 0; step < 10; step++) {
    const kind = random()
    if (kind < 0.2) await rm(path, {force: true})
    else if (kind < 0.4) {
      await writeFile(`${path}~`, `replaced ${step}`)
      await rename(`${path}~`, path)
    } else await writeFile(path, `written ${step}`)
    await new Promise((done) => setTimeout(done, random() * 120))
  }
}

function readNow(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function start(...paths: string[]): Promise<void> {
  watching = await watch(
    paths.map((path) => join(folder, path)),
    (burst) => bursts.push(burst),
  )
}

/** Waits until all of these have been reported, then forgets every report. */
async function seen(...paths: string[]): Promise<void> {
  const wanted = paths.map((path) => join(folder, path))
  await vi.waitFor(() => expect(bursts.flat()).toEqual(expect.arrayContaining(wanted)), {
    timeout: 5000,
  })
}
