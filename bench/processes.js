import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {median, printTable} from './measure.js'
import {compiled} from './program.js'

const runs = 15

/** What starts a process and has a text converted in it. @type {readonly (readonly [string, readonly string[]])[]} */
const starts = [
  ['node -e 0', ['-e', '0']],
  ['空模块 an empty module', script('')],
  [
    '转换 s2tw conversion',
    script(
      `const {converterOf} = await import('${compiled('text/profile.js')}')
      converterOf('s2tw')('校长发言')`,
    ),
  ],
  ['整理 normaliser, zh-Hans', script(normalising('zh-Hans'))],
  ['整理 normaliser, zh-Hant', script(normalising('zh-Hant'))],
  [
    'dibao text --edition zh-Hant',
    [fileURLToPath(compiled('app/cli.js')), 'text', '--edition', 'zh-Hant'],
  ],
  ['opencc-js s2tw', script(converting('cn', 'tw'))],
]

/** Whole processes, from their start to their end, with one short text converted. */
export function benchStartUp() {
  /** @type {number[][]} */
  const times = starts.map(() => [])
  for (let run = 0; run < runs; run++) {
    for (const [index, [, args]] of starts.entries()) {
      const begun = performance.now()
      runNode(args, '校长发言\n')
      times[index]?.push(performance.now() - begun)
    }
  }
  const [bare = 0] = times.map(median)
  const rows = starts.map(([name], index) => {
    const mine = times[index] ?? []
    const middle = median(mine)
    return [name, ...[middle, Math.min(...mine), middle - bare].map((ms) => ms.toFixed(0))]
  })
  printTable(
    '启动 Start-up, ms of the whole process',
    ['', '中位 median', '最快 least', '比 node -e 0 多 beyond bare node'],
    rows,
  )
}

/** What a process grows by when an edition is made in it, after its garbage is collected. */
export function benchMemory() {
  const tasks = [
    ...['zh-Hans', 'zh-Hant', 'zh-HK'].map((edition) => [edition, normalising(edition)]),
    ['opencc-js s2tw', converting('cn', 'tw')],
    ['opencc-js s2hk', converting('cn', 'hk')],
  ]
  const rows = tasks.map(([name = '', task = '']) => {
    const grown = Array.from({length: 5}, () => memoryOf(task))
    const megabytes = (/** @type {'rss' | 'heapUsed' | 'arrayBuffers'} */ kind) =>
      (median(grown.map((each) => each[kind])) / 1e6).toFixed(1)
    return [name, megabytes('rss'), megabytes('heapUsed'), megabytes('arrayBuffers')]
  })
  printTable('内存 Memory, MB', ['', 'rss', 'heap', 'array buffers'], rows)
}

/** @returns {Record<'rss' | 'heapUsed' | 'arrayBuffers', number>} */
function memoryOf(/** @type {string} */ task) {
  const code = `
    globalThis.gc()
    const before = process.memoryUsage()
    ${task}
    globalThis.gc()
    const after = process.memoryUsage()
    const grown = Object.entries(after).map(([kind, bytes]) => [kind, bytes - before[kind]])
    process.stdout.write(JSON.stringify(Object.fromEntries(grown)))`
  return JSON.parse(runNode(['--expose-gc', ...script(code)], ''))
}

function normalising(/** @type {string} */ edition) {
  return `const {normaliseText} = await import('${compiled('text/normalise-text.js')}')
    normaliseText('校长发言', {edition: '${edition}'})`
}

/** The same with opencc-js. */
function converting(/** @type {string} */ from, /** @type {string} */ to) {
  return `const {Converter} = await import('opencc-js')
    Converter({from: '${from}', to: '${to}'})('校长发言')`
}

function script(/** @type {string} */ code) {
  return ['--input-type=module', '-e', code]
}

function runNode(/** @type {readonly string[]} */ args, /** @type {string} */ input) {
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {input, encoding: 'utf8'})
  if (status !== 0) throw new Error(stderr)
  return stdout
}
