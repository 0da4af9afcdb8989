import {spawn} from 'node:child_process'
import {appendFile, readFile} from 'node:fs/promises'
import {setTimeout as wait} from 'node:timers/promises'
import {median, printTable} from './measure.js'

const edits = 7
/** Between two questions for a page, and after an edit has been seen, in milliseconds. */
const [pollMs, restMs] = [5, 500]

/**
 * How long the preview of a published archive takes until it answers, and from an edit until the
 * page has it.
 * @param {string} program
 * @param {string} folder
 * @param {{record: string, page: string}} edited a file of the archive, and the address of its page
 */
export async function benchDev(program, folder, {record, page}) {
  const begun = performance.now()
  const server = spawn(process.execPath, [program, 'dev', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const address = await addressOf(server)
    const ready = performance.now() - begun
    const times = []
    for (let edit = 0; edit < edits; edit++) {
      const mark = `补记第${edit + 1}句`
      const start = performance.now()
      await appendFile(record, `\n${mark}。\n`)
      while (!(await textOf(address + page)).includes(mark)) await wait(pollMs)
      times.push(performance.now() - start)
      await wait(restMs)
    }
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
    const peak = Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024
    printTable(
      '预览 Preview',
      ['', ''],
      [
        ['可以看了 ready, ms', ready.toFixed(0)],
        ['改一篇到网页有了 from an edit to its page, ms, median', median(times).toFixed(0)],
        ['内存 peak MB', peak.toFixed(0)],
      ],
    )
  } finally {
    server.kill()
  }
}

/** @param {import('node:child_process').ChildProcess} server @returns {Promise<string>} */
function addressOf(server) {
  return new Promise((found, failed) => {
    let said = ''
    server.on('close', () => failed(new Error(`the preview ended: ${said}`)))
    server.stdout?.setEncoding('utf8').on('data', (data) => {
      said += data
      const [address] = /http:\/\/[\d.:]+/.exec(said) ?? []
      if (address) found(address)
    })
  })
}

async function textOf(/** @type {string} */ address) {
  return (await fetch(address)).text()
}
