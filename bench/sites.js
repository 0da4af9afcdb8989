import {spawnSync} from 'node:child_process'
import {readdir, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {createRecord, put, writeArchive} from './corpus.js'
import {writeHugoSite} from './corpus-hugo.js'
import {benchDev} from './dev.js'
import {median, printTable} from './measure.js'
import {compiled} from './program.js'
import {putAway} from './put-away.js'
import {runProcess} from './run-process.js'

/** @typedef {import('./run-process.js').Used} Used */
/** @typedef {{name: string, folder: string, output: string, prepare: () => Promise<void>, run: () => Promise<Used>}} Task */

/**
 * Whole builds of one generated archive: by Hugo in one edition, and by this program in one and in
 * two, cold and after changes. The tasks take turns, and every ratio is of runs of one round.
 * @param {number} count How many records.
 * @param {number} rounds
 * @param {boolean} coldOnly Whether first builds alone are measured.
 */
export async function benchSites(count, rounds, coldOnly) {
  const hugo = spawnSync('hugo', ['version'], {encoding: 'utf8'}).stdout
  if (!hugo) {
    process.stdout.write(
      'Hugo is not installed (Debian: apt-get install hugo); no whole builds were measured.\n\n',
    )
    return
  }
  const root = join(tmpdir(), `dibao-bench-${process.pid}`)
  try {
    const all = await createTasks(root, count)
    const tasks = coldOnly ? all.filter(({name}) => name.endsWith('cold')) : all
    /** @type {Used[][]} */
    const used = tasks.map(() => [])
    for (let round = 0; round < rounds; round++) {
      for (const [index, task] of tasks.entries()) {
        await task.prepare()
        used[index]?.push(await task.run())
      }
    }
    await printUsed(`${count} articles, ${rounds} rounds; ${hugo.trim()}`, tasks, used)
    if (coldOnly) return
    const {path, date, id} = createRecord(count - 1, count)
    const page = `/${date.slice(0, 4)}/${date.slice(5, 7)}/${id}/`
    await benchDev(program, join(root, 'two'), {record: join(root, 'two/content', path), page})
  } finally {
    await rm(root, {recursive: true, force: true})
  }
}

/** @returns {Promise<readonly Task[]>} The first is what all are compared with. */
async function createTasks(/** @type {string} */ root, /** @type {number} */ count) {
  const [hugo, one, two] = ['hugo', 'one', 'two'].map((name) => join(root, name))
  if (!hugo || !one || !two) throw new Error('three folders')
  await writeHugoSite(hugo, count)
  await writeArchive(one, {count, editions: ['zh-Hans']})
  await writeArchive(two, {count, editions: ['zh-Hans', 'zh-Hant']})
  const build = (/** @type {string} */ folder) =>
    runProcess(process.execPath, [program, 'build'], folder)
  const forget = (/** @type {string} */ folder) => () => putAway(folder, ['dist', '.cache'])
  const dibao = (
    /** @type {string} */ name,
    /** @type {string} */ folder,
    /** @type {() => Promise<void>} */ prepare,
  ) => {
    return {name, folder, output: join(folder, 'dist'), prepare, run: () => build(folder)}
  }
  return [
    {
      name: 'Hugo, 1 edition, cold',
      folder: hugo,
      output: join(hugo, 'public'),
      prepare: () => putAway(hugo, ['public']),
      run: () => runProcess('hugo', ['--quiet'], hugo),
    },
    dibao('1 edition, cold', one, forget(one)),
    dibao('2 editions, cold', two, forget(two)),
    dibao('2 editions, no change', two, async () => {}),
    // The first edit also makes the second folder that takes turns with the published one.
    dibao('2 editions, first edit', two, () => editRecords(two, count, [count - 1])),
    dibao('2 editions, newest edited', two, () => editRecords(two, count, [count - 1])),
    dibao('2 editions, oldest edited', two, () => editRecords(two, count, [0])),
    dibao('2 editions, 100 edits', two, () => editRecords(two, count, evenly(100, count))),
    dibao('2 editions, glossary edit', two, () =>
      put(
        join(two, 'glossary.yml'),
        `云溪示范${performance.now().toFixed(0)}:\n  zh-Hant: 雲溪示範\n`,
      ),
    ),
  ]
}

const program = fileURLToPath(compiled('app/cli.js'))

/** Adds a sentence to some records. */
async function editRecords(
  /** @type {string} */ folder,
  /** @type {number} */ count,
  /** @type {readonly number[]} */ numbers,
) {
  for (const number of numbers) {
    const path = join(folder, 'content', createRecord(number, count).path)
    await writeFile(path, `${(await readFile(path, 'utf8')).trimEnd()}\n\n补记一句。\n`)
  }
}

/** Numbers of records that are evenly spread over an archive. */
function evenly(/** @type {number} */ wanted, /** @type {number} */ count) {
  const edits = Math.min(wanted, count)
  return Array.from({length: edits}, (_, edit) => Math.floor((edit * count) / edits))
}

/** @param {string} heading @param {readonly Task[]} tasks @param {readonly (readonly Used[])[]} used */
async function printUsed(heading, tasks, used) {
  const [base = []] = used
  const middle = (/** @type {readonly Used[]} */ runs, /** @type {keyof Used} */ figure) =>
    median(runs.map((run) => run[figure]))
  const ratio = (/** @type {readonly Used[]} */ runs, /** @type {keyof Used} */ figure) =>
    median(runs.map((run, round) => run[figure] / (base[round]?.[figure] ?? Number.NaN))).toFixed(2)
  const rows = []
  for (const [index, {name, output}] of tasks.entries()) {
    const runs = used[index] ?? []
    const {files, bytes} = await sizeOf(output)
    rows.push([
      name,
      ...[middle(runs, 'seconds').toFixed(1), ratio(runs, 'seconds')],
      ...[middle(runs, 'cpu').toFixed(1), ratio(runs, 'cpu')],
      ...[(middle(runs, 'peak') / 1e6).toFixed(0), ratio(runs, 'peak')],
      ...[files, (bytes / 1e6).toFixed(0)],
    ])
  }
  const columns = ['', 'wall s', '×', 'CPU s', '×', 'peak MB', '×', 'files', 'output MB']
  printTable(`整站 Whole builds: ${heading}`, columns, rows)
}

async function sizeOf(/** @type {string} */ folder) {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile())
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  )
  return {files: files.length, bytes: sizes.reduce((total, size) => total + size, 0)}
}
