import {existsSync} from 'node:fs'
import {cp, mkdir, readdir, rm, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import process from 'node:process'
import {expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {describeTrouble} from '../../src/app/trouble.ts'
import {failDisk, type Mishap} from '../support/failing-disk.ts'
import {createRecordingTerminal, makeFolder, makeSite, put, servedIn} from '../support/folder.ts'

const record = (name: string, title: string): string =>
  `-- content/2024/${name}.md --\n---\ntitle: ${title}\ndate: 2024-01-02\n---\n正文。\n`

/** What an archive may hold: one record is edited, or all is another, a file where a folder was. */
const states = {
  first: `${record('a', '第一号通知')}${record('b', '第二号通知')}-- public/x/y.txt --\n甲\n`,
  edited: `${record('a', '第一号通知')}${record('b', '更正')}-- public/x/y.txt --\n甲\n`,
  another: `${record('c', '第三号通知')}-- public/x --\n乙\n`,
}

type State = keyof typeof states

const ways: readonly (readonly [from: State | 'nothing', to: State])[] = [
  ['nothing', 'first'],
  ['first', 'edited'],
  ['edited', 'another'],
  ['another', 'first'],
]

async function change(folder: SiteFolder, state: State): Promise<void> {
  await rm(folder.content, {recursive: true, force: true})
  await rm(folder.public, {recursive: true, force: true})
  await put(folder.root, states[state])
  // What is given up from one state to the other is not what is tried here.
  await writeFile(folder.ledger, '')
}

/** Publishes; what it throws has to be trouble that is told in words. */
async function publish(folder: SiteFolder): Promise<boolean> {
  const terminal = createRecordingTerminal()
  try {
    expect(await build(folder, terminal), terminal.err().join('\n')).toBe(0)
    return true
  } catch (error) {
    expect(describeTrouble(error), String(error)).toBeDefined()
    return false
  }
}

const wholes = new Map<State | 'nothing', Readonly<Record<string, string>>>([['nothing', {}]])

/** What is served when a state is built from nothing. */
async function wholeOf(state: State | 'nothing'): Promise<Readonly<Record<string, string>>> {
  const known = wholes.get(state)
  if (known) return known
  const folder = await makeSite('')
  await change(folder, state as State)
  await publish(folder)
  const whole = await servedIn(folder.output)
  wholes.set(state, whole)
  return whole
}

// The suite tries a few moments of each, never the same; of many, `MOMENTS=1000 npx vitest run
// --reporter=verbose test/app/mishaps.test.ts` tries all, and says what was published.
const moments = Number(process.env['MOMENTS'] ?? 2)

/** `moments` numbers below `count`, evenly spread, beginning where `shift`, below 1, says. */
function spread(count: number, shift: number): readonly number[] {
  const wanted = Math.min(moments, count)
  const at = (index: number): number => Math.floor(((index + shift) * count) / wanted)
  return Array.from({length: wanted}, (_, index) => at(index))
}

/** A site as it is published at first, and a way of having it again after it was tried upon. */
async function prepare(from: State | 'nothing', isElsewhere: boolean) {
  const folder = await makeSite('')
  if (isElsewhere) await symlink(await makeFolder(), folder.output)
  else if (from === 'nothing') await mkdir(folder.cache)
  if (from !== 'nothing') {
    await change(folder, from)
    await publish(folder)
  }
  const kept = join(await makeFolder(), 'kept')
  const copy = {recursive: true, preserveTimestamps: true, dereference: true}
  await cp(folder.root, kept, copy)
  const reset = async (): Promise<void> => {
    for (const name of await readdir(folder.root)) {
      // A link stays, and what it leads to is emptied.
      const inside = name === 'dist' && isElsewhere ? await readdir(folder.output) : ['']
      for (const each of inside) await rm(join(folder.root, name, each), {recursive: true})
    }
    await cp(kept, folder.root, copy)
  }
  return {folder, reset}
}

/** A mishap in the build that leads from one state to another. */
interface Try {
  readonly mishap: Mishap
  readonly from: State | 'nothing'
  readonly to: State
  /** Whether the published site lies elsewhere, so that files are renamed one by one. */
  readonly isElsewhere?: boolean
  /** Which moments are tried, from 0 up to 1. */
  readonly shift: number
}

/** Tries a mishap at moments all over a build, and says how often the new site was published. */
async function tryMoments({mishap, from, to, isElsewhere = false, shift}: Try): Promise<string> {
  const [before, after] = [await wholeOf(from), await wholeOf(to)]
  const {folder, reset} = await prepare(from, isElsewhere)
  await change(folder, to)
  const counting = failDisk(folder.root, mishap, Number.POSITIVE_INFINITY)
  await publish(folder)
  counting.mend()
  let published = 0
  const numbers = spread(counting.changes(), shift)
  for (const moment of numbers) {
    await reset()
    await change(folder, to)
    const disk = failDisk(folder.root, mishap, moment)
    await publish(folder)
    disk.mend()
    // Between two renamings what was published stands beside its place.
    const outgoing = join(folder.cache, 'outgoing')
    const place = !existsSync(folder.output) && existsSync(outgoing) ? outgoing : folder.output
    const served = await servedIn(place)
    const where = `${mishap} at change ${moment} of ${counting.changes()} from ${from} to ${to}`
    expect([before, after], where).toContainEqual(served)
    if (JSON.stringify(served) === JSON.stringify(after)) published++
    await put(folder.root, '-- .cache/build.lock --\n999999999\n')
    expect(await publish(folder), where).toBe(true)
    expect(await servedIn(folder.output), where).toEqual(after)
    const left = await readdir(folder.cache)
    expect(
      left.filter((name) => /^(?:staged|outgoing|build\.lock)$/.test(name)),
      where,
    ).toEqual([])
  }
  return `${numbers.length} moments, ${published} with the new site`
}

const mishaps: readonly Mishap[] = ['killed', 'full', 'forbidden']
const tries = mishaps
  .flatMap((mishap) => ways.map(([from, to]) => ({mishap, from, to})))
  // Multiples of the golden ratio lie evenly, however many there are.
  .map((each, index) => ({...each, shift: (index * 0.618034) % 1}))
const timeout = 120_000 + 5_000 * moments

test.for(tries)(
  'a build from $from to $to leaves the old site or the new one, though $mishap at any change',
  {timeout},
  async (each, {annotate}) => {
    await annotate(await tryMoments(each))
  },
)

test('where files are renamed one by one, a full disk leaves the old site or the new one', {
  timeout,
}, async ({annotate}) => {
  const way = {mishap: 'full', from: 'edited', to: 'another', shift: 0.4} as const
  await annotate(await tryMoments({...way, isElsewhere: true}))
})
