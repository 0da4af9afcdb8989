import {existsSync, renameSync, writeFileSync} from 'node:fs'
import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import process from 'node:process'
import {expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {describeTrouble} from '../../src/app/trouble.ts'
import {writeLedger} from '../../src/app/write-ledger.ts'
import {busyDisk} from '../support/busy-disk.ts'
import {createRecordingTerminal, makeSite, put, servedIn} from '../support/folder.ts'
import {type RandomSequence, sequence} from '../support/random.ts'

const record = (title: string): string =>
  `---\ntitle: ${title}\ndate: 2024-01-02\n---\n关(guān)心。[表](list.csv)\n`

/** Files that somebody may save at any time, before and after. */
const files: Readonly<Record<string, readonly [before: string, after: string]>> = {
  'content/2024/a.md': [record('第一号通知'), record('第一号通知（更正）')],
  'content/2024/b.md': [record('第二号通知'), record('第二号通知（更正）')],
  'content/2024/list.csv': ['1\n', '1\n2\n'],
  'dibao.yml': ['title: 档案\n', 'title: 档案（新）\n'],
  'glossary.yml': ['{}\n', '关心: {zh-Hant: 關心（一）}\n'],
  'public/x.txt': ['1\n', '1\n2\n'],
  'redirects.csv': ['/old,/2024/01/a/\n', '/old,/2024/01/a/\n/older,/2024/01/b/\n'],
  'templates/partials/own.hbs': ['甲\n', '甲\n乙\n'],
}

type State = ReadonlySet<string>

/** The site in which these files are saved already. */
function archiveOf(saved: State): string {
  const texts = Object.entries(files).map(([path, [before, after]]) => {
    return `-- ${path} --\n${saved.has(path) ? after : before}`
  })
  return texts.join('')
}

/** As most editors do: aside, and then in its place. */
function save({root}: SiteFolder, path: string): void {
  writeFileSync(join(root, `${path}~`), files[path]![1])
  renameSync(join(root, `${path}~`), join(root, path))
}

/** Publishes; false where it says that something has changed meanwhile. */
async function publish(folder: SiteFolder): Promise<boolean> {
  const terminal = createRecordingTerminal()
  try {
    expect(await build(folder, terminal), terminal.err().join('\n')).toBe(0)
    return true
  } catch (error) {
    expect(describeTrouble(error)?.zh).toMatch(/^用不了「.*」：生成期间有改动/)
    return false
  }
}

const wholes = new Map<string, string>()

/** What is served of a state that is built alone. */
async function wholeOf(saved: State): Promise<string> {
  const key = [...saved].toSorted().join()
  const whole = wholes.get(key) ?? (await makeWhole(saved))
  wholes.set(key, whole)
  return whole
}

async function makeWhole(saved: State): Promise<string> {
  const folder = await makeSite(archiveOf(saved))
  expect(await publish(folder)).toBe(true)
  return JSON.stringify(await servedIn(folder.output))
}

// The suite tries a few; `ROUNDS=400 npx vitest run --reporter=verbose
// test/app/changed-meanwhile.test.ts` tries many, and says what was published.
const rounds = Number(process.env['ROUNDS'] ?? 2)

/**
 * Builds, and saves files one after another just before the look of that number, counted from 0,
 * that the build takes at the last of them.
 */
async function buildWhileSaving(
  folder: SiteFolder,
  saves: readonly string[],
  look: number,
): Promise<boolean> {
  const last = join(folder.root, saves.at(-1)!)
  const saveAll = (): void => {
    for (const path of saves) save(folder, path)
  }
  const disk = busyDisk((path) => path === last, new Map([[look, saveAll]]))
  const isPublished = await publish(folder)
  disk.mend()
  return isPublished
}

test('what was read before a file was saved is not published with what was read after', async () => {
  const folder = await makeSite(archiveOf(new Set()))
  // The first look is at its time, the second reads it.
  expect(await buildWhileSaving(folder, ['content/2024/a.md', 'public/x.txt'], 1)).toBe(false)
  expect(existsSync(folder.output)).toBe(false)
  expect(await readdir(folder.cache)).not.toContain('staged')
})

test('files saved while a build reads are published as they stood together, or not at all', {
  timeout: 20_000 + 5_000 * rounds,
}, async ({annotate}) => {
  const random = sequence(31)
  const counts = {before: 0, after: 0, refused: 0}
  for (let round = 0; round < rounds; round++) {
    const folder = await makeSite(archiveOf(new Set()))
    if (random.below(2) === 0) await publish(folder)
    const published = JSON.stringify(await servedIn(folder.output))
    // Something has been saved, or the build would find nothing to do.
    const [first, second, third] = shuffled(random)
    save(folder, first!)
    const states = [[first!], [first!, second!], [first!, second!, third!]]
    const look = random.below(4)
    const isPublished = await buildWhileSaving(folder, [second!, third!], look)
    const served = JSON.stringify(await servedIn(folder.output))
    const where = `round ${round}: ${second} and ${third} at its look ${look}`
    if (isPublished) {
      const stood = await Promise.all(states.map((each) => wholeOf(new Set(each))))
      expect(stood.includes(served), where).toBe(true)
      counts[served === stood[0] ? 'before' : 'after']++
    } else {
      expect(served === published, where).toBe(true)
      counts.refused++
    }
    await put(folder.root, archiveOf(new Set(states[2])))
    expect(await publish(folder), where).toBe(true)
    const whole = await wholeOf(new Set(states[2]))
    expect(JSON.stringify(await servedIn(folder.output)) === whole, where).toBe(true)
  }
  await annotate(JSON.stringify(counts))
})

test('a ledger that another command has written since it was read is not written over', async () => {
  const folder = await makeSite(archiveOf(new Set()))
  await publish(folder)
  const ledger = await readFile(folder.ledger, 'utf8')
  const addresses = {ledger: 'as it was', redirects: ''}
  await expect(writeLedger([], {addresses}, folder)).rejects.toThrow('changed meanwhile')
  expect(await readFile(folder.ledger, 'utf8')).toBe(ledger)
})

function shuffled(random: RandomSequence): readonly string[] {
  const left = Object.keys(files)
  return Object.keys(files).map(() => left.splice(random.below(left.length), 1)[0]!)
}
