import {readFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import {join} from 'node:path'
import {chromium} from 'playwright-core'
import {compiled} from './program.js'

const rounds = 3

/**
 * How long each query takes in Chromium after another one has been asked, in milliseconds, the least
 * of three rounds: what it loads comes from this machine, and most was never decoded before.
 * @param {string} folder Where the files of the index are.
 * @param {readonly string[]} queries
 * @returns {Promise<number[]>}
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
    const least = queries.slice(1).map(() => Number.POSITIVE_INFINITY)
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage()
      await page.goto(`http://127.0.0.1:${typeof address === 'object' && address?.port}/`)
      await page.addScriptTag({content: client.toString('utf8')})
      /** @type {number[]} */
      const times = await page.evaluate(`(${timeQueries})(${JSON.stringify(queries)})`)
      for (const [index, time] of times.entries())
        least[index] = Math.min(least[index] ?? time, time)
      await page.close()
    }
    return least
  } finally {
    await browser.close()
    server.close()
  }
}

const timeQueries = `async (queries) => {
  const load = (name) =>
    new Promise((done, failed) => {
      const script = document.createElement('script')
      script.src = name === 'search/index.js' ? name : 'assets/search/' + name
      script.take = (...texts) => done(texts)
      script.onerror = failed
      document.head.append(script)
    })
  const index = await openSearchIndex(load, 'search/index.js')
  const times = []
  for (const query of queries) {
    const start = performance.now()
    await index.find(query, {})
    times.push(performance.now() - start)
  }
  return times.slice(1)
}`
