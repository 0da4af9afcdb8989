import {chmod, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {afterEach, beforeAll, describe, expect, test, vi} from 'vitest'
import {publish} from '../../src/app/commands/publish.ts'
import {folderPublishPlace, type PublishPlace} from '../../src/app/publish-place.ts'
import {isRemote} from '../../src/app/publish-rsync.ts'
import {publishTo} from '../../src/app/publish-site.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import type {Digest} from '../../src/base/brand.ts'
import {digestOf} from '../../src/base/digest.ts'
import {checksumFile, formatChecksums} from '../../src/emit/checksums.ts'
import {createRecordingTerminal, digestsIn, makeFolder} from '../support/folder.ts'
import {sequence} from '../support/random.ts'
import {installPrograms} from '../support/servers.ts'

type Files = Readonly<Record<string, string>>

const first: Files = {
  'index.html': '<p>甲',
  '2024/01/a/index.html': '<p>一',
  '2024/01/b b/index.html': '<p>二',
  'assets/style.1.css': 'a{}',
  'tags/#;$(x)/index.html': '<p>标签',
}
const second: Files = {
  'index.html': '<p>乙',
  '2024/01/a/index.html': '<p>一',
  'assets/style.2.css': 'b{}',
  'assets/style.1.css/inside.css': 'c{}',
}

afterEach(() => vi.unstubAllEnvs())

describe.each(['folder', 'rsync'] as const)('to a %s', (kind) => {
  beforeAll(async () => {
    if (kind === 'rsync') {
      await installPrograms([{program: '/usr/bin/rsync', packages: ['rsync']}])
    }
  }, 300_000)

  test('sends what changed, removes what is gone, and leaves the files of others', async () => {
    const {site, at, target} = await makePlace(kind)
    await build(site, first)
    expect(await run(site, target)).toEqual([
      0,
      expect.stringContaining('发送 6 个文件，删除 0 个'),
    ])
    await writeFile(join(at, '2024', 'others.txt'), 'theirs')
    await build(site, second)
    expect(await run(site, target)).toEqual([
      0,
      expect.stringMatching(/发送 4 个.*删除 3 个，1 个没/),
    ])
    expect(await publicFilesIn(at)).toEqual({
      ...(await publicFilesIn(join(site, 'dist'))),
      '2024/others.txt': digestOf('theirs'),
    })
    expect(await readdir(join(at, '2024', '01'))).toEqual(['a'])
    expect(await run(site, target)).toEqual([0, expect.stringMatching(/发送 0 个.*5 个没/)])
  })

  test('never overwrites what it did not put there', async () => {
    const {site, at, target} = await makePlace(kind)
    await build(site, first)
    await writeFile(join(at, 'index.html'), 'theirs')
    const before = await digestsIn(at)
    expect(await run(site, target)).toEqual([1, expect.stringContaining('(app/publish-foreign)')])
    expect(await digestsIn(at)).toEqual(before)
  })

  test('goes on from a copy that was made by hand', async () => {
    const {site, at, target} = await makePlace(kind)
    await build(site, first)
    await writeFiles(at, {...first, [checksumFile]: await readList(site)})
    await build(site, second)
    expect(await run(site, target)).toEqual([0, expect.stringMatching(/发送 4 个.*删除 3 个/)])
    expect(await publicFilesIn(at)).toEqual(await publicFilesIn(join(site, 'dist')))
  })
})

test('cut off anywhere, the next time ends with the same', async () => {
  const random = sequence(5)
  for (let round = 0; round < 40; round++) {
    const site = await makeFolder()
    const at = await makeFolder()
    await build(site, first)
    await publishTo(placeOf(site, at, await wantedOf(site)), await wantedOf(site))
    await build(site, second)
    for (let times = random.below(3); times >= 0; times--) {
      const wanted = await wantedOf(site)
      const cut = cutOff(placeOf(site, at, wanted), random.below(10))
      await publishTo(cut, wanted).catch(() => {})
      if (random.below(3) === 0) await build(site, {...second, [`n${times}.html`]: 'n'})
    }
    const wanted = await wantedOf(site)
    await publishTo(placeOf(site, at, wanted), wanted)
    expect(await publicFilesIn(at)).toEqual(await publicFilesIn(join(site, 'dist')))
  }
})

test('puts back what was lost or changed at the place', async () => {
  const {site, at, target} = await makePlace('folder')
  await build(site, first)
  await run(site, target)
  await rm(join(at, '2024'), {recursive: true})
  await writeFile(join(at, 'index.html'), 'cut')
  expect(await run(site, target)).toEqual([0, expect.stringContaining('发送 3 个文件')])
})

test('a list that leads out of the place removes nothing there', async () => {
  const {site, at, target} = await makePlace('folder')
  const outside = join(dirname(at), 'outside.txt')
  await writeFile(outside, 'kept')
  const list = new Map([
    ['../outside.txt', digestOf('kept')],
    [outside, digestOf('kept')],
    ['a/../../outside.txt', digestOf('kept')],
  ])
  await writeFiles(at, {[checksumFile]: formatChecksums(list)})
  await build(site, first)
  await run(site, target)
  expect(await readFile(outside, 'utf8')).toBe('kept')
})

test('sends nothing that is not as it was built, and nothing where nothing was built', async () => {
  const {site, at, target} = await makePlace('folder')
  expect(await run(site, target)).toEqual([1, expect.stringContaining('(app/not-built)')])
  await build(site, first)
  await writeFile(join(site, 'dist', 'index.html'), 'x')
  expect(await run(site, target)).toEqual([1, expect.stringContaining('(app/verify-changed)')])
  expect(await digestsIn(at)).toEqual({})
})

test('does not make the folder of a disk that is not plugged in', async () => {
  const {site, at} = await makePlace('folder')
  await build(site, first)
  const absent = join(at, '盘')
  expect(await run(site, join(absent, '档案'))).toEqual([
    2,
    expect.stringContaining(`没有「${absent}」 (app/no-publish-parent)`),
  ])
  expect(await digestsIn(at)).toEqual({})
})

test('does not publish into the site itself, nor without a place', async () => {
  const {site} = await makePlace('folder')
  await build(site, first)
  for (const name of ['.', '..', 'content', 'dist/a', '.cache']) {
    expect(await run(site, join(site, name))).toEqual([
      2,
      expect.stringContaining('(app/publish-into-site)'),
    ])
  }
  expect(await run(site, undefined)).toEqual([2, expect.stringContaining('--to')])
})

test('a line to another machine that is cut leaves whole files there, and the next time completes them', {
  timeout: 60_000,
}, async () => {
  const {site, at, target} = await makePlace('rsync')
  const shell = join(dirname(site), 'shell')
  await build(site, first)
  await run(site, target)
  const before = await publicFilesIn(at)
  await build(site, {...second, 'large.txt': sequence(8).text('甲乙丙丁戊己庚辛', 40_000)})
  const wanted = await publicFilesIn(join(site, 'dist'))
  const whole = new Set([...Object.entries(before), ...Object.entries(wanted)].map(String))
  // Lost in the middle of a file, or at one of the calls that a publishing makes.
  const calls = join(dirname(site), 'calls')
  const cuts = [
    'ulimit -f 20',
    ...[2, 3, 4].map((call) => `[ $(wc -l < ${calls}) != ${call} ] || exit 255`),
  ]
  for (const cut of cuts) {
    await writeFile(shell, `#!/bin/sh\nshift\necho >> ${calls}\n${cut}\nexec sh -c "$*"\n`)
    await rm(calls, {force: true})
    expect(await run(site, target)).toEqual([2, expect.stringContaining('(app/rsync-failed)')])
    const there = Object.entries(await publicFilesIn(at)).map(String)
    expect(there.filter((each) => !whole.has(each))).toEqual([])
  }
  await writeFile(shell, '#!/bin/sh\nshift\nexec sh -c "$*"\n')
  expect(await run(site, target)).toEqual([0, expect.any(String)])
  expect(await publicFilesIn(at)).toEqual(wanted)
})

test('says what rsync said, and when there is none', async () => {
  const {site} = await makePlace('rsync')
  await build(site, first)
  vi.stubEnv('RSYNC_RSH', 'false')
  expect(await run(site, 'host:/x')).toEqual([2, expect.stringContaining('(app/rsync-failed)')])
  vi.stubEnv('PATH', '')
  expect(await run(site, 'host:/x')).toEqual([2, expect.stringContaining('(app/no-rsync)')])
})

test.each([
  ['host:/srv/a', true],
  ['me@host:a', true],
  ['rsync://host/a', true],
  ['host::module/a', true],
  ['D:\\档案', false],
  ['d:/档案', false],
  ['/mnt/usb/a:b', false],
  ['./host:a', false],
  ['档案', false],
])('%s is on another machine: %s', (target, expected) => {
  expect(isRemote(target)).toBe(expected)
})

/** A site without anything in it, and a place: the folder, and how the command is told of it. */
async function makePlace(kind: 'folder' | 'rsync') {
  const [site, at] = [join(await makeFolder(), 'site'), join(await makeFolder(), '发 布')]
  await mkdir(site)
  await mkdir(at)
  if (kind === 'folder') return {site, at, target: at}
  // In the place of ssh: the command that rsync runs on the other machine, run on this one.
  const shell = join(dirname(site), 'shell')
  await writeFile(shell, '#!/bin/sh\nshift\nexec sh -c "$*"\n')
  await chmod(shell, 0o755)
  vi.stubEnv('RSYNC_RSH', shell)
  return {site, at, target: `host:${at}`}
}

async function run(site: string, target: string | undefined) {
  const terminal = createRecordingTerminal()
  const code = await publish(target, toSiteFolder(site), terminal)
  return [code, [...terminal.out(), ...terminal.err()].join('\n')]
}

/** Stands for a build: the files in `dist`, with their list. */
async function build(site: string, files: Files): Promise<void> {
  const output = join(site, 'dist')
  await rm(output, {recursive: true, force: true})
  const sums = new Map(Object.entries(files).map(([path, text]) => [path, digestOf(text)]))
  await writeFiles(output, {...files, [checksumFile]: formatChecksums(sums)})
}

async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), text)
  }
}

function readList(site: string): Promise<string> {
  return readFile(join(site, 'dist', checksumFile), 'utf8')
}

async function wantedOf(site: string) {
  const digests = await digestsIn(join(site, 'dist'))
  return new Map(Object.entries(digests).map(([path, digest]) => [path, digest as Digest]))
}

function placeOf(site: string, at: string, wanted: Parameters<typeof publishTo>[1]): PublishPlace {
  return folderPublishPlace(join(site, 'dist'), at, wanted)
}

/** A place that fails after a number of steps, a file each. */
function cutOff(place: PublishPlace, steps: number): PublishPlace {
  let left = steps
  const step = (): void => {
    if (left-- === 0) throw new Error('cut off')
  }
  return {
    ...place,
    note: async (list) => {
      step()
      await place.note(list)
    },
    send: async (paths) => {
      for (const path of paths) {
        step()
        await place.send([path], () => {})
      }
      return paths.length
    },
    remove: async (paths) => {
      for (const path of paths) {
        step()
        await place.remove([path])
      }
    },
  }
}

async function publicFilesIn(folder: string) {
  const digests = Object.entries(await digestsIn(folder))
  return Object.fromEntries(digests.filter(([path]) => !path.startsWith('.dibao')))
}
