import type {IncomingMessage} from 'node:http'
import type {Wording} from '../base/diagnostic.ts'

/** Why a request is turned away, with the HTTP status that says so. */
export interface Refusal {
  readonly status: number
  readonly reason: Wording
}

const methods = ['GET', 'HEAD']

/** Value of the `Allow` header (RFC 9110, 10.2.1): the methods the server knows. */
export const allowedMethods = methods.join(', ')

/** What is wrong with the way a request came in; undefined when it may be answered. */
export function refusalOf(request: IncomingMessage): Refusal | undefined {
  // Node takes the first; whoever stands between might have gone by another.
  const hosts = request.rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name))
  if (hosts.length > 1) return twoHosts
  if (!ownNames(request).includes(request.headers.host?.toLowerCase() ?? '')) return foreignHost
  if (!methods.includes(request.method ?? '')) return foreignMethod
  return undefined
}

/**
 * Whether another site's page asks for something that only our own pages may have. A browser
 * says so in `Sec-Fetch-Site` (Fetch Metadata) and `Origin`; a program that sends neither may ask.
 */
export function isCrossSite(request: IncomingMessage): boolean {
  const {origin, 'sec-fetch-site': site} = request.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && !ownNames(request).some((name) => origin === `http://${name}`)
}

/**
 * The path of a request target, its escapes decoded once: `/a%20b?c` is `/a b`. Undefined for what
 * no page is called: bad escapes, a target that is no path, NUL, a backslash, `.` and `..`.
 */
export function pathnameOf(target: string): string | undefined {
  const [raw = ''] = target.split(/[?#]/, 1)
  const pathname = decodeOnce(raw)
  if (!pathname?.startsWith('/') || /[\0\\]/.test(pathname)) return undefined
  const steps = pathname.split('/').some((segment) => segment === '.' || segment === '..')
  return steps ? undefined : pathname
}

/** The refusal of an address that `pathnameOf` cannot read. */
export const badAddress: Refusal = {
  status: 400,
  reason: {
    zh: '这个地址写得不对：含有错误的转义、反斜杠或“..”。',
    en: 'This address is malformed: a bad escape, a backslash or “..”.',
  },
}

/** The refusal of a page of another site that asks for the reload signal. */
export const crossSite: Refusal = {
  status: 403,
  reason: {
    zh: '只有预览网站自己的页面可以接收刷新信号。',
    en: 'Only pages of this preview may listen for its reload signal.',
  },
}

const foreignHost: Refusal = {
  status: 403,
  reason: {
    zh: '请用 localhost 或 127.0.0.1 打开预览；别的域名一律拒绝，以防外部网页借域名重绑定读取本机内容。',
    en: 'Open the preview as localhost or 127.0.0.1. Any other name is refused, so that no outside page can read this computer by DNS rebinding.',
  },
}

const twoHosts: Refusal = {
  status: 400,
  reason: {
    zh: '请求里有两个 Host。',
    en: 'The request names two hosts (RFC 9112, section 3.2).',
  },
}

const foreignMethod: Refusal = {
  status: 405,
  reason: {
    zh: '预览服务器只读，只接受 GET 和 HEAD。',
    en: 'The preview only reads: it answers GET and HEAD.',
  },
}

/** Every `Host` under which a loopback connection may call us; browsers leave port 80 out. */
function ownNames(request: IncomingMessage): readonly string[] {
  const port = request.socket.localPort
  const names = ['localhost', '127.0.0.1', '[::1]']
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))
}

function decodeOnce(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
