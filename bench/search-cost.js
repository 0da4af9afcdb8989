import {cp, readFile, rm, symlink, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeArchive} from './corpus.js'
import {median, printTable} from './measure.js'
import {compiled} from './program.js'
import {putAway} from './put-away.js'
import {runProcess} from './run-process.js'

/**
 * What search costs a first build of one generated archive in two editions: beside the program, a
 * copy of it that finds no terms and writes no index. They take turns; a ratio is of one round.
 * @param {number} count How many records.
 * @param {number} rounds
 */
export async function benchSearchCost(count, rounds) {
  const root = join(tmpdir(), `dibao-search-cost-${process.pid}`)
  const site = join(root, 'site')
  try {
    await writeArchive(site, {count, editions: ['zh-Hans', 'zh-Hant']})
    const programs = [await copyWithoutSearch(join(root, 'without')), compiled('app/cli.js')]
    /** @type {import('./run-process.js').Used[][]} */
    const used = programs.map(() => [])
    for (let round = 0; round < rounds; round++) {
      for (const [index, program] of programs.entries()) {
        await putAway(site, ['dist', '.cache'])
        used[index]?.push(
          await runProcess(process.execPath, [fileURLToPath(program), 'build'], site),
        )
      }
    }
    const [without = []] = used
    const rows = used.map((runs, index) => [
      index === 0 ? '不带搜索 without search' : '带搜索 with search',
      .../** @type {const} */ (['seconds', 'cpu', 'peak']).flatMap((figure) => [
        (median(runs.map((run) => run[figure])) / (figure === 'peak' ? 1e6 : 1)).toFixed(1),
        median(
          runs.map((run, round) => run[figure] / (without[round]?.[figure] ?? Number.NaN)),
        ).toFixed(2),
      ]),
    ])
    printTable(
      `搜索占多少 What search costs: ${count} articles, 2 editions, cold, ${rounds} rounds`,
      ['', 'wall s', '×', 'CPU s', '×', 'peak MB', '×'],
      rows,
    )
  } finally {
    await rm(root, {recursive: true, force: true})
  }
}

/** A copy of the program without search. @returns {Promise<string>} Its address. */
async function copyWithoutSearch(/** @type {string} */ folder) {
  for (const name of ['lib', 'templates', 'package.json'])
    await cp(new URL(`../${name}`, import.meta.url), join(folder, name), {recursive: true})
  await symlink(
    fileURLToPath(new URL('../node_modules', import.meta.url)),
    join(folder, 'node_modules'),
  )
  await edit(join(folder, 'lib/emit/emitters.js'), /^ *emitSearch,\n/m, '')
  await edit(
    join(folder, 'lib/article/search-terms.js'),
    /(?<=function searchTermsOf\(.*\{\n)/,
    'return listTerms([], [])\n',
  )
  return new URL(`file://${folder}/lib/app/cli.js`).href
}

/** Changes a file in one place, which has to be there. */
async function edit(
  /** @type {string} */ path,
  /** @type {RegExp} */ place,
  /** @type {string} */ text,
) {
  const before = await readFile(path, 'utf8')
  const after = before.replace(place, text)
  if (after === before) throw new Error(`${path} has nothing to leave out`)
  await writeFile(path, after)
}
