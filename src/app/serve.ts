import {access, constants, realpath, stat} from 'node:fs/promises'
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import {join, relative, sep} from 'node:path'
import sirv, {type RequestHandler} from 'sirv'
import type {Wording} from '../base/diagnostic.ts'
import {securityHeaders} from '../emit/security-headers.ts'
import {previewStyle, previewStylePath} from './preview-style.ts'
import {
  createEventStreams,
  type EventStreams,
  eventsPath,
  reloadScript,
  reloadScriptPath,
} from './serve-events.ts'
import {
  allowedMethods,
  badAddress,
  crossSite,
  isCrossSite,
  pathnameOf,
  type Refusal,
  refusalOf,
} from './serve-request.ts'

/** What the server answers with for one address. */
export interface Answer {
  /** HTTP status. A 404 gives way to a file of `public/`. */
  readonly status: number
  /** Media type with its charset: `text/html; charset=utf-8`. */
  readonly type: string
  readonly body: string | Uint8Array
}

/** What to serve, and where. */
export interface ServeOptions {
  /** The port to listen on; the next 20 are tried when it is taken. 0 means any free port. */
  readonly port: number
  readonly publicFolder: string
  /** The answer for a decoded path: `/zh-hans/2004/甲/`. Undefined when there is none. */
  readonly answer: (pathname: string) => Promise<Answer | undefined> | Answer | undefined
}

/** A server that listens until it is closed. */
export interface RunningServer {
  /** `http://127.0.0.1:4000/` */
  readonly address: string
  /** Tells every open page that the site has changed. */
  reload(): void
  /** Stops listening and cuts every connection. */
  close(): Promise<void>
}

/**
 * Serves pages and the files of `public/` to this computer only, for reading only. Rejects when
 * no port can be had.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const streams = createEventStreams()
  // Ranges, compression and validators would each need a case of their own; a preview needs none.
  const files = sirv(options.publicFolder, {dev: true, extensions: []})
  const source: Source = {...options, streams, files}
  const {servers, port} = await listenNear(options.port, (request, response) => {
    respond(request, response, source).catch((error: unknown) => fail(response, error))
  })
  return {
    address: `http://127.0.0.1:${port}/`,
    reload: streams.reload,
    close: async () => {
      streams.close()
      await Promise.all(servers.map(stop))
    },
  }
}

interface Source {
  readonly publicFolder: string
  readonly answer: ServeOptions['answer']
  readonly streams: EventStreams
  readonly files: RequestHandler
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  {publicFolder, answer, streams, files}: Source,
): Promise<void> {
  response.setHeader('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  const refusal = refusalOf(request)
  if (refusal) return refuse(response, refusal)
  const pathname = pathnameOf(request.url ?? '')
  if (pathname === undefined) return refuse(response, badAddress)
  if (pathname === eventsPath) {
    return isCrossSite(request) ? refuse(response, crossSite) : streams.join(request, response)
  }
  if (pathname === reloadScriptPath) {
    return send(response, {status: 200, type: 'text/javascript', body: reloadScript})
  }
  if (pathname === previewStylePath) {
    return send(response, {status: 200, type: 'text/css; charset=utf-8', body: previewStyle})
  }
  const page = await answer(pathname)
  if (page && page.status !== 404) return send(response, page)
  const missing = (): void => send(response, page ?? notFound)
  const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname
  if (!(await isServable(publicFolder, file))) return missing()
  delete request.headers.range
  request.url = encodeURI(file).replace(/[?#]/g, encodeURIComponent)
  files(request, response, missing)
}

/**
 * Whether `pathname` is a readable file of `folder`. Hidden files are not, save those under
 * `.well-known` (RFC 8615); nor is what a symbolic link leads to outside.
 */
async function isServable(folder: string, pathname: string): Promise<boolean> {
  if (pathname.split('/').some((name) => name.startsWith('.') && name !== '.well-known')) {
    return false
  }
  try {
    const file = await realpath(join(folder, pathname))
    const inside = relative(await realpath(folder), file)
    if (inside === '..' || inside.startsWith(`..${sep}`)) return false
    // Asked here because a file that it may not read would make sirv end the program.
    await access(file, constants.R_OK)
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}

function send(response: ServerResponse, {status, type, body}: Answer): void {
  const bytes = Buffer.from(body)
  response.writeHead(status, {'Content-Type': type, 'Content-Length': bytes.length})
  response.end(bytes)
}

const notFound: Answer = plain(404, {zh: '没有这个页面。', en: 'There is no such page.'})

function plain(status: number, {zh, en}: Wording): Answer {
  return {status, type: 'text/plain; charset=utf-8', body: `${zh}\n${en}\n`}
}

function refuse(response: ServerResponse, {status, reason}: Refusal): void {
  if (status === 405) response.setHeader('Allow', allowedMethods)
  send(response, plain(status, reason))
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  send(
    response,
    plain(500, {
      zh: '生成这个页面时程序出错。',
      en: `The program failed on this page.\n\n${trace}`,
    }),
  )
}

interface Listening {
  readonly servers: readonly Server[]
  readonly port: number
}

const furtherPorts = 20

async function listenNear(first: number, handle: RequestListener): Promise<Listening> {
  for (let step = 0; step <= furtherPorts; step++) {
    const port = first === 0 ? 0 : first + step
    if (port > 65_535) break
    const listening = await listenOn(port, handle)
    if (listening) return listening
  }
  const last = Math.min(first + furtherPorts, 65_535)
  const reason = `端口 ${first} 至 ${last} 都被别的程序占用，请用 --port 另选一个。`
  throw Object.assign(
    new Error(`${reason}Ports ${first} to ${last} are all taken. Choose another with --port.`),
    {code: 'EADDRINUSE'},
  )
}

/**
 * Listens on both loopback addresses, since `localhost` may mean either; on IPv4 alone where there
 * is no IPv6. Undefined when another program has the port.
 */
async function listenOn(wanted: number, handle: RequestListener): Promise<Listening | undefined> {
  const four = createLimited(handle)
  const trouble = await start(four, '127.0.0.1', wanted)
  if (trouble === 'EADDRINUSE') return undefined
  if (trouble) throw Object.assign(new Error(`127.0.0.1:${wanted}: ${trouble}`), {code: trouble})
  const address = four.address()
  const port = typeof address === 'object' && address ? address.port : wanted
  const six = createLimited(handle)
  const troubleSix = await start(six, '::1', port)
  if (troubleSix === 'EADDRINUSE') {
    await stop(four)
    return undefined
  }
  return {servers: troubleSix ? [four] : [four, six], port}
}

/** A server whose limits keep one careless or hostile program on this computer from filling it. */
function createLimited(handle: RequestListener): Server {
  const server = createServer(
    {
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 5_000,
    },
    handle,
  )
  server.maxHeadersCount = 100
  server.maxConnections = 256
  return server
}

/** Starts listening; the code of the error when that fails. */
function start(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const failed = (error: NodeJS.ErrnoException): void => resolve(error.code ?? error.message)
    server.once('error', failed)
    server.listen({host, port, exclusive: true}, () => {
      server.off('error', failed)
      resolve(undefined)
    })
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
