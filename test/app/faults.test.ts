import fs, {existsSync, lstatSync, readlinkSync, renameSync, statSync} from 'node:fs'
import {mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {syncBuiltinESMExports} from 'node:module'
import {join} from 'node:path'
import process from 'node:process'
import {expect, test, vi} from 'vitest'
import {lockBuild} from '../../src/app/build-lock.ts'
import {build} from '../../src/app/commands/build.ts'
import {readManifest} from '../../src/app/manifest.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {readySpare} from '../../src/app/spare-site.ts'
import {
  createRecordingTerminal,
  makeFolder,
  makeSite,
  put,
  runProgram,
  servedIn,
  startProgram,
} from '../support/folder.ts'
import {type RandomSequence, sequence} from '../support/random.ts'

const articles = 12

const states = ['old', 'new', 'edited'] as const

/**
 * A site in one of three states: the old and the new one differ on most pages, by titles and by which
 * records there are; of the edited one a single record is other than in the old one.
 */
type State = (typeof states)[number]

function archiveOf(state: State): string {
  const whole = state === 'new' ? 'new' : 'old'
  const records = Array.from({length: articles}, (_, index) => {
    const name = index % 4 === 0 ? whole : 'both'
    const title = index === 1 ? state : whole
    return `-- content/2024/${name}-${index}.md --\n---\ntitle: ${title} 第${index}号通知\ndate: 2024-01-02\n---\n正文。\n`
  })
  return records.join('')
}

async function change(folder: SiteFolder, state: State): Promise<void> {
  await rm(folder.content, {recursive: true, force: true})
  await put(folder.root, archiveOf(state))
}

async function publish(folder: SiteFolder): Promise<readonly string[]> {
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal), terminal.err().join('\n')).toBe(0)
  return terminal.out()
}

// The suite kills a few; `KILLS=200 npx vitest run --reporter=verbose test/app/faults.test.ts` kills
// many, and says what was published.
const kills = Number(process.env['KILLS'] ?? 2)

test('a build that is killed at any moment leaves the old site or the new one, whole', {
  timeout: 60_000 + kills * 10_000,
}, async ({annotate}) => {
  const folder = await makeSite('-- dibao.yml --\ntitle: 档案\n')
  // What is given up from one state to the other is not what is tried here.
  const next = async (state: State): Promise<void> => {
    await change(folder, state)
    await writeFile(folder.ledger, '')
  }
  const wholes = new Map<State, Readonly<Record<string, string>>>()
  for (const state of states.toReversed()) {
    await next(state)
    await publish(folder)
    wholes.set(state, await servedIn(folder.output))
  }
  expect(new Set([...wholes.values()].map((each) => JSON.stringify(each))).size).toBe(3)
  const random = sequence(9)
  const counts = {old: 0, new: 0}
  let state: State = 'old'
  for (let kill = 0; kill < kills; kill++) {
    if (random.below(4) === 0) {
      // As for the first build of a site.
      for (const made of [folder.output, folder.cache]) await rm(made, {recursive: true})
    }
    const before = await servedIn(folder.output)
    state = random.pick(states.filter((each) => each !== state))
    await next(state)
    const program = startProgram(['build', '--site', folder.root])
    await waitForMoment(folder, program.ended, random)
    program.signal('SIGKILL')
    await program.ended
    // Between two renamings, for some microseconds, what was published stands beside its place.
    const outgoing = join(folder.cache, 'outgoing')
    const isBetween = !existsSync(folder.output) && existsSync(outgoing)
    const served = await servedIn(isBetween ? outgoing : folder.output)
    const isOld = JSON.stringify(served) === JSON.stringify(before)
    expect(served, `kill ${kill}`).toEqual(isOld ? before : wholes.get(state))
    counts[isOld ? 'old' : 'new']++
    await publish(folder)
    expect(await servedIn(folder.output), `kill ${kill}`).toEqual(wholes.get(state))
  }
  await annotate(
    `${kills} kills: ${counts.old} times the old site, ${counts.new} times the new one`,
  )
})

/** Waits for any time, until files are being written or until they are put in place; then a little. */
async function waitForMoment(
  folder: SiteFolder,
  ended: Promise<unknown>,
  random: RandomSequence,
): Promise<void> {
  let hasEnded = false
  void ended.then(() => {
    hasEnded = true
  })
  const [begun, ms] = random.pick<readonly [() => boolean, number]>([
    [() => true, 1800],
    [() => existsSync(join(folder.cache, 'staged')), 100],
    [() => statSync(folder.ledger).size > 0, 60],
  ])
  const tick = () => new Promise((done) => setTimeout(done, 1))
  while (!hasEnded && !begun()) await tick()
  for (let waited = random.below(ms); waited > 0 && !hasEnded; waited--) await tick()
}

test('what a killed build left between its two renamings is put right by the next', async () => {
  const folder = await makeSite(archiveOf('old'))
  await publish(folder)
  const before = await servedIn(folder.output)
  renameSync(folder.output, join(folder.cache, 'outgoing'))
  expect((await publish(folder))[0]).toContain('写入 0，删除 0')
  expect(await servedIn(folder.output)).toEqual(before)
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

test('a folder that may not be changed is known of before any file is', async () => {
  const folder = await makeSite(archiveOf('old'))
  const target = await mkdtemp(join(await makeFolder(), 'served-'))
  await symlink(target, folder.output)
  await publish(folder)
  const before = await servedIn(folder.output)
  await change(folder, 'new')
  await writeFile(folder.ledger, '')
  // Root may change every folder, so the system is made to answer as it does to others.
  const asked = vi.spyOn(fs, 'accessSync').mockImplementation((path) => {
    if (path === folder.output) throw Object.assign(new Error('EACCES'), {code: 'EACCES', path})
  })
  syncBuiltinESMExports()
  await expect(build(folder, createRecordingTerminal())).rejects.toThrow('EACCES')
  expect(await servedIn(folder.output)).toEqual(before)
  asked.mockRestore()
  syncBuiltinESMExports()
  await publish(folder)
  expect(await servedIn(folder.output)).not.toEqual(before)
})

test('the spare of a large site is linked while the next site is made, and what it lacks is made up for', async () => {
  const folder = await makeSite(archiveOf('old'))
  await publish(folder)
  const spare = join(folder.cache, 'site')
  await readySpare(folder, await readManifest(folder.output), 0)
  expect(await servedIn(spare)).toEqual(await servedIn(folder.output))
  expect(lstatSync(join(spare, 'robots.txt')).nlink).toBe(2)
  await rm(join(spare, 'robots.txt'))
  await change(folder, 'new')
  await writeFile(folder.ledger, '')
  await publish(folder)
  const fresh = await makeSite(archiveOf('new'))
  await publish(fresh)
  expect(await servedIn(folder.output)).toEqual(await servedIn(fresh.output))
})
