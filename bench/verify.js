import {spawnSync} from 'node:child_process'
import {readFile, rm, stat, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {createRecord, writeArchive} from './corpus.js'
import {printTable} from './measure.js'
import {compiled} from './program.js'
import {runProcess} from './run-process.js'

const program = fileURLToPath(compiled('app/cli.js'))

/**
 * `dibao verify` on what one generated archive in two editions publishes: as it was, and with one
 * flipped bit, one missing, one extra and one truncated file, each of which has to be named.
 * @param {number} count How many records.
 */
export async function benchVerify(count) {
  const folder = join(tmpdir(), `dibao-verify-${process.pid}`)
  try {
    await writeArchive(folder, {count, editions: ['zh-Hans', 'zh-Hant']})
    await runProcess(process.execPath, [program, 'build'], folder)
    const used = await runProcess(process.execPath, [program, 'verify', 'dist'], folder)
    const planted = await damage(join(folder, 'dist'), count)
    const found = spawnSync(process.execPath, [program, 'verify', 'dist', '--lang', 'en'], {
      cwd: folder,
      encoding: 'utf8',
    })
    const lines = `${found.stdout}${found.stderr}`
      .split('\n')
      .filter((line) => /verify-/.test(line))
    const list = await readFile(join(folder, 'dist', 'manifest-sha256.txt'), 'utf8')
    printTable(
      `核对 Verify: ${count} articles, 2 editions, ${list.trimEnd().split('\n').length} files, ` +
        `${used.seconds.toFixed(1)} s, CPU ${used.cpu.toFixed(1)} s, ${(used.peak / 1e6).toFixed(0)} MB`,
      ['planted', 'file', 'told'],
      planted.map(({fault, path}) => {
        const told = lines.filter((line) => line.startsWith(`${path}: `))
        return [
          fault,
          path,
          told.map((line) => /verify-\w+/.exec(line)?.[0]).join(' ') || 'nothing',
        ]
      }),
    )
    process.stdout.write(`${lines.length} messages in all, exit code ${found.status}\n\n`)
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

/** Damages four files of a published site, and says which. */
async function damage(/** @type {string} */ output, /** @type {number} */ count) {
  const pageOf = (/** @type {number} */ number) => {
    const {date, id} = createRecord(number, count)
    return `${date.slice(0, 7).replace('-', '/')}/${id}/index.html`
  }
  const [flipped, missing, cut] = [0, count >> 1, count - 1].map(pageOf)
  if (!flipped || !missing || !cut) throw new Error('three pages')
  const bytes = await readFile(join(output, flipped))
  const at = bytes.length >> 1
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  await writeFile(join(output, flipped), bytes)
  await rm(join(output, missing))
  await writeFile(join(output, 'more.html'), 'more')
  await truncate(join(output, cut), (await stat(join(output, cut))).size - 1)
  return [
    {fault: 'one flipped bit', path: flipped},
    {fault: 'missing', path: missing},
    {fault: 'extra', path: 'more.html'},
    {fault: 'truncated by one byte', path: cut},
  ]
}
