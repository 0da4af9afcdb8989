import {mkdir, mkdtemp, realpath, rm, symlink, writeFile} from 'node:fs/promises'
import {connect} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type RunningServer, serve} from '../../src/app/serve.ts'
import {readAttacks} from './cases.ts'

/**
 * Bytes sent to the dev server, and the status of its answer; 0 where it hangs up without one.
 * HOST is what it is called, PORT its port, LONG 20,000 letters, RANGES a thousand ranges.
 */
interface Request {
  readonly bytes: string
  readonly status: number
}

let folder: string
let server: RunningServer

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'dibao-attack-')))
  const publicFolder = join(folder, 'public')
  const files = ['secret.txt', 'dibao.yml', 'content/2024/a.md', 'public/style.css', 'public/.env']
  for (const path of [...files, 'public/.git/config', 'public/old/index.html']) {
    await mkdir(join(folder, path, '..'), {recursive: true})
    await writeFile(join(folder, path), path.startsWith('public/s') ? 'p{}' : 'a secret')
  }
  await symlink(join(folder, 'secret.txt'), join(publicFolder, 'outside.txt'))
  await symlink(folder, join(publicFolder, 'out'))
  const home = {status: 200, type: 'text/html; charset=utf-8', body: 'home'}
  server = await serve({
    port: 0,
    publicFolder,
    answer: (pathname) => (pathname === '/' ? home : undefined),
  })
})

afterAll(async () => {
  await server.close()
  await rm(folder, {recursive: true})
})

describe('the dev server', () => {
  test.each(readAttacks<Request>('requests'))('asked for %s', async (_, {bytes, status}) => {
    const answer = await send(bytes)
    expect(Number(/^HTTP\/1\.1 (\d{3}) /.exec(answer)?.[1] ?? 0)).toBe(status)
    expect(answer).not.toContain('a secret')
    expect(answer).not.toMatch(/^(?:access-control-|set-cookie|server:|x-powered-by)/im)
  })
})

/** What comes back for bytes, until nothing more does. */
function send(bytes: string): Promise<string> {
  const {host, port} = new URL(server.address)
  const wanted = bytes
    .replaceAll('HOST', host)
    .replaceAll('PORT', port)
    .replaceAll('LONG', 'a'.repeat(20_000))
    .replaceAll('RANGES', Array.from({length: 1000}, (_, at) => `${at}-${at}`).join(','))
  return new Promise((done) => {
    let answer = ''
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('data', (data) => {
      answer += data.toString('latin1')
      if (/^HTTP\/1\.1 \d{3} [\s\S]*\r\n\r\n/.test(answer)) socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => done(answer))
    socket.write(Buffer.from(wanted, 'latin1'))
  })
}
