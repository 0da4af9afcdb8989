import {lookup as resolve} from 'node:dns/promises'
import {get as getPlain, type IncomingMessage} from 'node:http'
import {get as getSecure} from 'node:https'
import {BlockList, isIP, type LookupFunction} from 'node:net'

/** Why a file was not fetched. */
export type FetchFault = 'host' | 'private' | 'status' | 'type' | 'size' | 'unreachable'

/** Where files may be fetched from. */
export interface FetchRules {
  /** Names of hosts, as they stand in addresses, with the port where it is not the usual one. */
  readonly hosts: readonly string[]
  /** Whether a machine may be asked, by its number; those inside a network may not. */
  readonly isPublic: (address: string) => boolean
}

const limits = {bytes: 2 ** 26, redirects: 3, milliseconds: 30_000}

/**
 * A file from the web, or why not: only from hosts in the list, redirects too, and never from an
 * address inside a network, which is checked on the very number that is then connected to. Not more
 * than 64 MiB, three redirects, thirty seconds of silence; a page in place of a file is none.
 */
export async function fetchFile(
  address: string,
  rules: FetchRules,
  redirects = 0,
): Promise<Uint8Array | FetchFault> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || !rules.hosts.includes(url.host)) return 'host'
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !rules.isPublic(literal)) return 'private'
  try {
    const answer = await ask(url, rules)
    const {statusCode = 0, headers} = answer
    const {location} = headers
    if (statusCode >= 300 && statusCode < 400 && location !== undefined) {
      answer.destroy()
      if (redirects === limits.redirects) return 'status'
      return fetchFile(new URL(location, url).href, rules, redirects + 1)
    }
    const isPage = /^\s*text\/html/i.test(headers['content-type'] ?? '')
    if (statusCode === 200 && !isPage) return await readLimited(answer)
    answer.destroy()
    return statusCode === 200 ? 'type' : 'status'
  } catch (error) {
    return error instanceof PrivateAddress ? 'private' : 'unreachable'
  }
}

class PrivateAddress extends Error {}

function ask(url: URL, {isPublic}: FetchRules): Promise<IncomingMessage> {
  const lookup: LookupFunction = (name, options, done) => {
    resolve(name, {all: true}).then(
      (found) => {
        const [first] = found
        if (!first || !found.every((each) => isPublic(each.address))) {
          done(new PrivateAddress(name), '', 4)
        } else if (options.all) done(null, found)
        else done(null, first.address, first.family)
      },
      (error: Error) => done(error, '', 4),
    )
  }
  return new Promise((done, failed) => {
    const get = url.protocol === 'https:' ? getSecure : getPlain
    const request = get(url, {lookup, timeout: limits.milliseconds}, done)
    request.on('error', failed)
    request.on('timeout', () => request.destroy(new Error('timeout')))
  })
}

async function readLimited(answer: IncomingMessage): Promise<Uint8Array | FetchFault> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer) {
    const bytes: Uint8Array = chunk
    size += bytes.length
    if (size > limits.bytes) return 'size'
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

/** Addresses that lead nowhere or into a network (RFC 6890, and what embeds such an address). */
const inside = new BlockList()
for (const [network, length] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
  ] as const),
  ...([
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
]) {
  inside.addSubnet(network, length, 'ipv4')
}
for (const [network, length] of [
  ...([
    ['::', 96],
    ['64:ff9b::', 32],
    ['2002::', 16],
    ['fc00::', 7],
  ] as const),
  ...([
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
]) {
  inside.addSubnet(network, length, 'ipv6')
}

/** Whether an address is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (embedded !== undefined) return isPublicAddress(embedded)
  const family = isIP(address)
  if (family === 0) return false
  // What embeds another address in figures of its own is refused whole.
  if (/^::ffff:/i.test(address)) return false
  return !inside.check(address, family === 4 ? 'ipv4' : 'ipv6')
}
