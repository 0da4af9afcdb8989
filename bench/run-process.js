import {spawn} from 'node:child_process'
import {readdir, readFile} from 'node:fs/promises'

// Often enough for what the processor did last, seldom enough to leave it to what is measured.
const interval = 50
// As Linux counts the processor's time.
const ticksPerSecond = 100

/** What a command used from its start to its end, with all processes that it started. */
/** @typedef {{seconds: number, cpu: number, peak: number}} Used seconds, seconds of processor, bytes */

/**
 * Runs a command and says what it used. Memory and processor are read from `/proc` while it runs, so
 * that this works on Linux only.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<Used>}
 */
export async function runProcess(command, args, cwd) {
  const begun = performance.now()
  const child = spawn(command, args, {cwd, stdio: ['ignore', 'ignore', 'pipe']})
  let said = ''
  child.stderr.on('data', (data) => {
    said += data
  })
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const used = {seconds: 0, cpu: 0, peak: 0}
  const watch = setInterval(async () => {
    const seen = await Promise.all((await treeOf(child.pid ?? 0)).map(usedBy))
    used.peak = Math.max(used.peak, sum(seen.map(({memory}) => memory)))
    used.cpu = Math.max(used.cpu, sum(seen.map(({cpu}) => cpu)))
  }, interval)
  const status = await ended
  clearInterval(watch)
  used.seconds = (performance.now() - begun) / 1000
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${said}`)
  return used
}

/** A process and those under it. @returns {Promise<readonly number[]>} */
async function treeOf(/** @type {number} */ pid) {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  )
  const children = lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
  return [pid, ...(await Promise.all(children.map(treeOf))).flat()]
}

async function usedBy(/** @type {number} */ pid) {
  const [status, stat] = await Promise.all(
    ['status', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
  )
  // The most it ever held: of several processes the sum is an upper bound.
  const kilobytes = Number(/VmHWM:\s*(\d+)/.exec(status ?? '')?.[1] ?? 0)
  // After the name, which may hold anything: fields 14 and 15 are user and system time (proc(5)).
  const fields = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ')
  return {
    memory: kilobytes * 1024,
    cpu: (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond,
  }
}

function sum(/** @type {readonly number[]} */ numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}
