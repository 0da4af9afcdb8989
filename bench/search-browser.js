import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {chromium} from 'playwright-core'
import {compiled} from './program.js'

const rounds = 3

/**
 * How long each query takes in Chromium after another one has been asked, and how long the page's
 * thread works at it, both in milliseconds, the least of three rounds: what it loads comes from this
 * machine, and most was never decoded before.
 * @param {string} folder Where the files of the index are.
 * @param {readonly string[]} queries
 * @returns {Promise<{times: number[], work: number[]}>}
 */
export async function timeInBrowser(folder, queries) {
  const client = await readFile(new URL(compiled('templates/assets/search-index.js')))
  const server = createServer((request, response) => {
    const isPage = request.url === '/'
    response.setHeader('Content-Type', isPage ? 'text/html' : 'text/javascript')
    const body = isPage ? '<!doctype html>' : readFile(join(folder, request.url ?? ''))
    Promise.resolve(body).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)))
  const address = server.address()
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  try {
    const times = queries.map(() => Number.POSITIVE_INFINITY)
    const work = [...times]
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${typeof address === 'object' && address?.port}/`)
      await page.addScriptTag({content: client.toString('utf8')})
      await page.evaluate(openIndex)
      const session = await page.context().newCDPSession(page)
      await session.send('Performance.enable', {timeDomain: 'threadTicks'})
      const worked = async () => {
        const {metrics} = await session.send('Performance.getMetrics')
        return 1000 * (metrics.find(({name}) => name === 'TaskDuration')?.value ?? Number.NaN)
      }
      for (const [index, query] of queries.entries()) {
        const before = await worked()
        const time = await page.evaluate(`ask(${JSON.stringify(query)})`)
        work[index] = Math.min(work[index] ?? 0, (await worked()) - before)
        times[index] = Math.min(times[index] ?? 0, Number(time))
      }
      await page.close()
    }
    return {times: times.slice(1), work: work.slice(1)}
  } finally {
    await browser.close()
    server.close()
  }
}

// Kept by the page: the index, and a function that says how long it takes to ask it.
const openIndex = `(async () => {
  const load = (name) =>
    new Promise((done, failed) => {
      const script = document.createElement('script')
      script.src = name === 'search/index.js' ? name : 'assets/search/' + name
      script.take = (...texts) => done(texts)
      script.onerror = failed
      document.head.append(script)
    })
  const index = await openSearchIndex(load, 'search/index.js')
  globalThis.ask = async (query) => {
    const start = performance.now()
    await index.find(query, {})
    return performance.now() - start
  }
})()`
