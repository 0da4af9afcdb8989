import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises'
import {
  createServer,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  request as startRequest,
} from 'node:http'
import {networkInterfaces, tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Answer, type RunningServer, type ServeOptions, serve} from '../../src/app/serve.ts'
import {contentSecurityPolicy} from '../../src/emit/security-headers.ts'
import {browserTimeoutMs, openBrowser} from '../support/browser.ts'

let folder: string
const running: RunningServer[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dibao-serve-'))
  await put('secret.txt', 'secret')
  await put('public/style.css', 'p{}')
  await put('public/附件/表 格.txt', '甲')
  await put('public/old/index.html', '<p>old</p>')
  await put('public/.env', 'secret')
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
  await rm(folder, {recursive: true})
})

test('answers with the page of the decoded path', async () => {
  const {address} = await open({
    answer: (pathname) => html(`<p>${pathname}</p>`),
  })
  const answer = await ask(address, '/zh-hans/%E7%94%B2%20%2525/?q=1')
  expect(answer.status).toBe(200)
  expect(answer.body).toBe('<p>/zh-hans/甲 %25/</p>')
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
})

test('sends the files of public/, and the index of a folder', async () => {
  const {address} = await open()
  const style = await ask(address, '/style.css')
  expect(style).toMatchObject({status: 200, body: 'p{}'})
  expect(style.headers).toMatchObject({
    'content-type': 'text/css',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  expect(await ask(address, '/old/')).toMatchObject({status: 200, body: '<p>old</p>'})
  const path = encodeURI('/附件/表 格.txt')
  expect(await ask(address, path)).toMatchObject({status: 200, body: '甲'})
})

test('sends a whole file, whatever range is asked for', async () => {
  const {address} = await open()
  for (const range of ['bytes=2-1', 'bytes=-1', 'bytes=9-', 'x']) {
    expect(await ask(address, '/style.css', {headers: {range}})).toMatchObject({
      status: 200,
      body: 'p{}',
    })
  }
})

test('a page goes before a file; a page that says 404 does not', async () => {
  const {address} = await open({
    answer: (pathname) =>
      pathname === '/old/' ? html('page') : {...html('not here'), status: 404},
  })
  expect((await ask(address, '/old/')).body).toBe('page')
  expect((await ask(address, '/style.css')).body).toBe('p{}')
  expect(await ask(address, '/nothing')).toMatchObject({status: 404, body: 'not here'})
})

test('says in both languages that there is no such page', async () => {
  const {address} = await open()
  const answer = await ask(address, '/nothing')
  expect(answer.status).toBe(404)
  expect(answer.body).toBe('没有这个页面。\nThere is no such page.\n')
})

test('HEAD gives the headers of GET and no body', async () => {
  const {address} = await open({
    answer: (pathname) => (pathname === '/' ? html('首页') : undefined),
  })
  for (const path of ['/', '/style.css', '/nothing', '/__dibao/reload.js']) {
    const full = await ask(address, path)
    const head = await ask(address, path, {method: 'HEAD'})
    const {date: _, ...headers} = full.headers
    expect(head).toMatchObject({status: full.status, headers, body: ''})
    expect(Number(head.headers['content-length'])).toBe(Buffer.byteLength(full.body))
  }
  const events = await ask(address, '/__dibao/events', {method: 'HEAD'})
  expect(events.headers['content-type']).toBe('text/event-stream; charset=utf-8')
})

test('refuses to be called by a foreign name or port', async () => {
  const {address} = await open({answer: () => html('page')})
  const {port} = new URL(address)
  for (const host of [
    `localhost:${port}`,
    `127.0.0.1:${port}`,
    `[::1]:${port}`,
    `LOCALHOST:${port}`,
  ]) {
    expect((await ask(address, '/', {headers: {host}})).status).toBe(200)
  }
  const foreign = [
    'evil.example',
    `evil.example:${port}`,
    'localhost',
    'localhost:1',
    `localhost.evil.example:${port}`,
  ]
  for (const host of foreign) {
    const answer = await ask(address, '/', {headers: {host}})
    expect(answer, host).toMatchObject({
      status: 403,
      body: expect.stringContaining('DNS rebinding'),
    })
  }
})

test('only reads', async () => {
  const {address} = await open({answer: () => html('page')})
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
    const answer = await ask(address, '/', {method})
    expect(answer.status, method).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
  }
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/%2E%2E%2Fsecret.txt',
  '/old/../../secret.txt',
  '/./style.css',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/style.css%00.html',
  '/%',
  '/%ff',
  'style.css',
  'http://127.0.0.1/style.css',
])('refuses the malformed address %s', async (path) => {
  const asked: string[] = []
  const {address} = await open({
    answer: (pathname) => {
      asked.push(pathname)
      return undefined
    },
  })
  expect((await ask(address, path)).status).toBe(400)
  expect(asked).toEqual([])
})

test('decodes an address only once', async () => {
  const {address} = await open()
  for (const path of ['/%252e%252e/secret.txt', '/%252e%252e%252fsecret.txt', '/style%252ecss']) {
    expect((await ask(address, path)).status, path).toBe(404)
  }
})

test('serves no hidden file, no folder, and nothing that a link leads to outside', async () => {
  await put('public/.well-known/security.txt', 'contact')
  await put('public/.git/config', 'secret')
  await symlink(join(folder, 'secret.txt'), join(folder, 'public/link.txt'))
  await symlink(folder, join(folder, 'public/up'))
  await symlink(join(folder, 'public/style.css'), join(folder, 'public/inside.css'))
  const {address} = await open()
  for (const path of [
    '/.env',
    '/.git/config',
    '/link.txt',
    '/up/secret.txt',
    '/old',
    '/style.css/',
  ]) {
    expect((await ask(address, path)).status, path).toBe(404)
  }
  expect((await ask(address, '/.well-known/security.txt')).body).toBe('contact')
  expect((await ask(address, '/inside.css')).body).toBe('p{}')
})

test('does without a public folder', async () => {
  const {address} = await open({publicFolder: join(folder, 'none')})
  expect((await ask(address, '/style.css')).status).toBe(404)
})

test('shows what went wrong in a page and goes on', async () => {
  const {address} = await open({
    answer: (pathname) => {
      if (pathname === '/bad') throw new Error('no view for 甲')
      return html('good')
    },
  })
  const answer = await ask(address, '/bad')
  expect(answer.status).toBe(500)
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(answer.body).toContain('no view for 甲')
  expect((await ask(address, '/')).body).toBe('good')
})

test('refuses headers beyond its limit', async () => {
  const {address} = await open({answer: () => html('page')})
  const answer = await ask(address, '/', {headers: {cookie: 'x'.repeat(20_000)}})
  expect(answer.status).toBe(431)
})

test('tells every open page of a change, and a new one how long ago the last was', async () => {
  const server = await open()
  const streams = [await listen(server.address), await listen(server.address)]
  for (const stream of streams) {
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    expect(await stream.next()).toMatch(/^retry: \d+\nevent: hello\ndata: \d+$/)
  }
  server.reload()
  for (const stream of streams) expect(await stream.next()).toBe('event: reload\ndata: 0')
  await new Promise((done) => setTimeout(done, 60))
  const late = await listen(server.address)
  const age = Number(/data: (\d+)$/.exec(await late.next())?.[1])
  expect(age).toBeGreaterThanOrEqual(50)
  expect(age).toBeLessThan(10_000)
})

test('keeps the reload signal from the pages of other sites', async () => {
  const {address} = await open()
  const {port} = new URL(address)
  const foreign: OutgoingHttpHeaders[] = [
    {origin: 'https://evil.example'},
    {origin: 'null'},
    {origin: `http://localhost:${Number(port) + 1}`},
    {'sec-fetch-site': 'cross-site'},
    {'sec-fetch-site': 'same-site'},
  ]
  for (const headers of foreign) {
    expect((await ask(address, '/__dibao/events', {headers})).status).toBe(403)
  }
  const own = await listen(address, {
    origin: `http://localhost:${port}`,
    'sec-fetch-site': 'same-origin',
  })
  expect(await own.next()).toContain('event: hello')
})

test('close() ends open streams and connections at once, and frees the port', async () => {
  const server = await open({answer: () => new Promise<undefined>(() => {})})
  const stream = await listen(server.address)
  await stream.next()
  const hanging = ask(server.address, '/').catch((error: Error) => error)
  await new Promise((done) => setTimeout(done, 30))
  // It would wait for ever for the answer that does not come.
  await server.close()
  expect(await stream.next()).toBe('')
  expect(await hanging).toBeInstanceOf(Error)
  const {port} = new URL(server.address)
  expect((await open({port: Number(port)})).address).toBe(server.address)
  await server.close()
})

test('takes the next port when one is taken', async () => {
  const first = await open()
  const port = Number(new URL(first.address).port)
  const second = await open({port})
  const secondPort = Number(new URL(second.address).port)
  expect(secondPort).toBeGreaterThan(port)
  expect(secondPort).toBeLessThanOrEqual(port + 20)
})

test('gives up with the ports it tried when all are taken', async () => {
  const blocker = createServer()
  await new Promise<void>((done) => {
    blocker.on('error', () => done()).listen({host: '127.0.0.1', port: 65_535}, done)
  })
  await expect(open({port: 65_535})).rejects.toThrow('Ports 65535 to 65535 are all taken.')
  await new Promise((done) => blocker.close(done))
})

test('answers on IPv6 too where there is IPv6, on a port that is free on both', async () => {
  const server = await open({answer: () => html('page')})
  const port = Number(new URL(server.address).port)
  const six = await ask(`http://[::1]:${port}/`, '/').catch(() => undefined)
  expect(six?.body).toBe(hasIpv6() ? 'page' : undefined)
  await server.close()
  if (!hasIpv6()) return
  const other = createServer()
  await new Promise<void>((done) => other.listen({host: '::1', port}, done))
  expect((await open({port})).address).not.toBe(server.address)
  await new Promise((done) => other.close(done))
})

test('an open page reloads after a change and after the server was away', {
  timeout: browserTimeoutMs,
}, async () => {
  let text = 'first'
  const answer = (pathname: string) =>
    pathname === '/'
      ? html(`<p>${text}</p><script type="module" src="/__dibao/reload.js"></script>`)
      : undefined
  const server = await open({answer})
  const browser = await openBrowser()
  const page = await browser.newPage()
  const streaming = page.waitForResponse('**/__dibao/events')
  await page.goto(server.address)
  await streaming
  text = 'second'
  const again = page.waitForResponse('**/__dibao/events')
  server.reload()
  await page.getByText('second').waitFor()
  await again
  await server.close()
  text = 'third'
  await open({answer, port: Number(new URL(server.address).port)})
  await page.getByText('third').waitFor()
  let loads = 0
  page.on('load', () => loads++)
  await page.waitForTimeout(1500)
  expect(loads).toBeLessThanOrEqual(1)
  await browser.close()
})

function hasIpv6(): boolean {
  return Object.values(networkInterfaces()).some((all) =>
    all?.some(({address}) => address === '::1'),
  )
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), {recursive: true})
  await writeFile(join(folder, path), text)
}

async function open(options: Partial<ServeOptions> = {}): Promise<RunningServer> {
  const publicFolder = join(folder, 'public')
  const server = await serve({port: 0, publicFolder, answer: () => undefined, ...options})
  running.push(server)
  return server
}

function html(body: string): Answer {
  return {status: 200, type: 'text/html; charset=utf-8', body}
}

interface Asked {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks for exactly `path`, which a browser would tidy first. */
function ask(
  address: string,
  path: string,
  {method = 'GET', headers = {}}: {method?: string; headers?: OutgoingHttpHeaders} = {},
): Promise<Asked> {
  const {hostname, port} = new URL(address)
  const host = hostname.replace(/[[\]]/g, '')
  return new Promise((done, failed) => {
    const request = startRequest({host, port, path, method, headers, agent: false}, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', failed)
      response.on('end', () =>
        done({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    request.on('error', failed)
    request.end()
  })
}

interface Stream {
  readonly headers: IncomingHttpHeaders
  /** The next block of the stream; empty when it has ended. */
  next(): Promise<string>
}

function listen(address: string, headers: OutgoingHttpHeaders = {}): Promise<Stream> {
  const target = new URL('/__dibao/events', address)
  return new Promise((done, failed) => {
    const request = startRequest(target, {headers, agent: false}, (response) => {
      const blocks = readBlocks(response.setEncoding('utf8'))
      done({
        headers: response.headers,
        next: async () => (await blocks.next()).value ?? '',
      })
    })
    request.on('error', failed)
    request.end()
  })
}

async function* readBlocks(chunks: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let text = ''
  try {
    for await (const chunk of chunks) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      yield* blocks
    }
  } catch {
    // A stream that is cut off has ended too.
  }
  return undefined
}
