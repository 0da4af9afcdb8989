import {existsSync, lstatSync, readlinkSync, renameSync} from 'node:fs'
import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import process from 'node:process'
import {expect, test} from 'vitest'
import {lockBuild} from '../../src/app/build-lock.ts'
import {build} from '../../src/app/commands/build.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {
  createRecordingTerminal,
  digestsIn,
  makeFolder,
  makeSite,
  put,
  runProgram,
  startProgram,
} from '../support/folder.ts'
import {sequence} from '../support/random.ts'

const articles = 12

/** A site in one of two states, which differ on most pages: by titles, and by which records there are. */
function archiveOf(state: 'old' | 'new'): string {
  const records = Array.from({length: articles}, (_, index) => {
    const gone = index % 4 === 0 ? state : 'both'
    return `-- content/2024/${gone}-${index}.md --\n---\ntitle: ${state} 第${index}号通知\ndate: 2024-01-02\n---\n正文。\n`
  })
  return records.join('')
}

async function change(folder: SiteFolder, state: 'old' | 'new'): Promise<void> {
  await rm(folder.content, {recursive: true, force: true})
  await put(folder.root, archiveOf(state))
}

/** What a server would send, by path. */
async function publishedIn(output: string): Promise<Readonly<Record<string, string>>> {
  const all = await digestsIn(output)
  return Object.fromEntries(Object.entries(all).filter(([path]) => !path.startsWith('.dibao/')))
}

async function publish(folder: SiteFolder): Promise<readonly string[]> {
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal), terminal.err().join('\n')).toBe(0)
  return terminal.out()
}

// The suite kills a few; `KILLS=200 npx vitest run test/app/faults.test.ts` kills many.
const kills = Number(process.env['KILLS'] ?? 6)

test('a build that is killed at any moment leaves the old site or the new one, whole', {
  timeout: 60_000 + kills * 10_000,
}, async () => {
  const folder = await makeSite('-- dibao.yml --\ntitle: 档案\n')
  const whole: Readonly<Record<string, string>>[] = []
  for (const state of ['new', 'old'] as const) {
    await change(folder, state)
    await writeFile(folder.ledger, '')
    await publish(folder)
    whole.push(await publishedIn(folder.output))
  }
  expect(whole[0]).not.toEqual(whole[1])
  const random = sequence(9)
  for (let kill = 0; kill < kills; kill++) {
    const state = kill % 2 === 0 ? 'new' : 'old'
    await change(folder, state)
    // What is given up from one state to the other is not what is tried here.
    await writeFile(folder.ledger, '')
    const program = startProgram(['build', '--site', folder.root])
    await waitForMoment(folder, program.ended, random.below(2) === 0, random.below(60))
    program.signal('SIGKILL')
    await program.ended
    // Between two renamings, for some microseconds, what was published stands beside its place.
    const place = existsSync(folder.output) ? folder.output : join(folder.cache, 'outgoing')
    expect(whole).toContainEqual(await publishedIn(place))
  }
  await publish(folder)
  expect(await publishedIn(folder.output)).toEqual(whole[kills % 2 === 1 ? 0 : 1])
})

/** Waits until files are being written, or any time, and then a few milliseconds more. */
async function waitForMoment(
  folder: SiteFolder,
  ended: Promise<unknown>,
  whileWriting: boolean,
  ms: number,
): Promise<void> {
  let hasEnded = false
  void ended.then(() => {
    hasEnded = true
  })
  const staged = join(folder.output, '.dibao', 'staged')
  const tick = () => new Promise((done) => setTimeout(done, 1))
  if (whileWriting) while (!hasEnded && !existsSync(staged)) await tick()
  for (let waited = 0; waited < (whileWriting ? ms : ms * 30) && !hasEnded; waited++) await tick()
}

test('what a killed build left between its two renamings is put right by the next', async () => {
  const folder = await makeSite(archiveOf('old'))
  await publish(folder)
  const before = await publishedIn(folder.output)
  renameSync(folder.output, join(folder.cache, 'outgoing'))
  expect((await publish(folder))[0]).toContain('写入 0，删除 0')
  expect(await publishedIn(folder.output)).toEqual(before)
})

test('of two builds at once the second says so and publishes nothing', async () => {
  const folder = await makeSite(archiveOf('old'))
  const first = await lockBuild(folder)
  const second = await runProgram(['build', '--site', folder.root])
  expect(second).toMatchObject({code: 1, stderr: expect.stringContaining('(app/build-running)')})
  expect(second.stderr).toContain(`进程 ${process.pid}`)
  expect(existsSync(folder.output)).toBe(false)
  if (first.isHeld) await first.release()
  await publish(folder)
})

test('a lock whose build is no more is taken over', async () => {
  const folder = await makeSite(archiveOf('old'))
  await mkdir(folder.cache, {recursive: true})
  for (const text of ['', '999999999\n']) {
    await writeFile(join(folder.cache, 'build.lock'), text)
    await publish(folder)
  }
  expect(existsSync(join(folder.cache, 'build.lock'))).toBe(false)
})

test('files of others come along, build after build, and go when they are taken away', async () => {
  const folder = await makeSite(archiveOf('old'))
  await publish(folder)
  await mkdir(join(folder.output, '.git/objects'), {recursive: true})
  await writeFile(join(folder.output, '.git/objects/a'), 'object')
  await writeFile(join(folder.output, '2024/CNAME'), 'site.example')
  await symlink('2024', join(folder.output, 'latest'))
  for (const state of ['new', 'old', 'new'] as const) {
    await change(folder, state)
    await writeFile(folder.ledger, '')
    await publish(folder)
    expect(await readFile(join(folder.output, '.git/objects/a'), 'utf8')).toBe('object')
    expect(await readFile(join(folder.output, '2024/CNAME'), 'utf8')).toBe('site.example')
    expect(readlinkSync(join(folder.output, 'latest'))).toBe('2024')
  }
  await rm(join(folder.output, '2024/CNAME'))
  await change(folder, 'old')
  await writeFile(folder.ledger, '')
  await publish(folder)
  expect(existsSync(join(folder.output, '2024/CNAME'))).toBe(false)
})

test('a page that does not change is one file in both folders', async () => {
  const folder = await makeSite(archiveOf('old'))
  await publish(folder)
  await put(folder.root, '-- public/extra.txt --\n甲\n')
  await publish(folder)
  const page = lstatSync(join(folder.output, '2024/01/both-1/index.html'))
  const spare = lstatSync(join(folder.cache, 'site/2024/01/both-1/index.html'))
  expect([page.ino, page.nlink]).toEqual([spare.ino, 2])
})

test('where the folder is a link to another, files are renamed into their places', async () => {
  const folder = await makeSite(archiveOf('old'))
  const target = await mkdtemp(join(await makeFolder(), 'served-'))
  await symlink(target, folder.output)
  for (const state of ['old', 'new', 'old'] as const) {
    await change(folder, state)
    await writeFile(folder.ledger, '')
    await publish(folder)
    expect(readlinkSync(folder.output)).toBe(target)
    expect(await readFile(join(target, '2024/01/both-1/index.html'), 'utf8')).toContain(
      `${state} 第1号`,
    )
  }
})
