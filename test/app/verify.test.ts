import {execFile} from 'node:child_process'
import {appendFile, readFile, rm, truncate, writeFile} from 'node:fs/promises'
import {createServer, type RequestListener} from 'node:http'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {verify} from '../../src/app/commands/verify.ts'
import {digestOf} from '../../src/base/digest.ts'
import {formatChecksums, parseChecksums} from '../../src/emit/checksums.ts'
import {createRecordingTerminal, digestsIn, makeFolder, makeSite} from '../support/folder.ts'
import {serveFiles} from '../support/sample.ts'

const site = `-- content/a.md --
---
title: 甲
date: 2004-01-01
aliases: [/old/1.html]
---
正文。
-- public/photo.bin --
${'0123456789'.repeat(20)}
`

async function publish() {
  const folder = await makeSite(site)
  expect(await build(folder, createRecordingTerminal())).toBe(0)
  return folder.output
}

async function verified(at: string, resume?: string) {
  const terminal = createRecordingTerminal()
  const code = await verify(at, resume, terminal)
  return {code, out: terminal.out(), err: terminal.err()}
}

test('an untouched site is as it was published, as sha256sum says too', async () => {
  const output = await publish()
  const {code, out} = await verified(output)
  expect({code, out}).toEqual({
    code: 0,
    out: [expect.stringMatching(/^清单里的 \d+ 个文件都和发布时一样$/)],
  })
  const checked = await promisify(execFile)(
    'sha256sum',
    ['--check', '--strict', '--quiet', 'manifest-sha256.txt'],
    {cwd: output},
  )
  expect(checked.stdout + checked.stderr).toBe('')
})

test('the list has every published file but itself', async () => {
  const output = await publish()
  const listed = parseChecksums(await readFile(join(output, 'manifest-sha256.txt'), 'utf8'))
  const present = Object.entries(await digestsIn(output)).filter(
    ([path]) => !path.startsWith('.dibao/') && path !== 'manifest-sha256.txt',
  )
  expect(Object.fromEntries(listed ?? [])).toEqual(Object.fromEntries(present))
})

test('finds one flipped bit, a missing, an extra and a truncated file, each by name', async () => {
  const output = await publish()
  const page = join(output, '2004/01/a/index.html')
  const bytes = await readFile(page)
  bytes[bytes.length >> 1]! ^= 1
  await writeFile(page, bytes)
  await rm(join(output, 'robots.txt'))
  await writeFile(join(output, '2004/more.html'), '多出来的')
  await truncate(join(output, 'photo.bin'), 100)
  expect(await verified(output)).toEqual({
    code: 1,
    out: [],
    err: [
      '2004/01/a/index.html: 错误: 内容和发布时不同（现在 ' +
        `${bytes.length} 字节） (app/verify-changed)`,
      '2004/more.html: 错误: 清单里没有这个文件 (app/verify-extra)',
      'photo.bin: 错误: 内容和发布时不同（现在 100 字节） (app/verify-changed)',
      'robots.txt: 错误: 清单里有，实际没有这个文件 (app/verify-missing)',
    ],
  })
})

test('a served site is checked in the same way', async () => {
  const output = await publish()
  const paths = Object.keys(await digestsIn(output)).filter((path) => !path.startsWith('.dibao/'))
  const files = new Map<string, Uint8Array>()
  for (const path of paths) files.set(path, await readFile(join(output, path)))
  const right = await serveFiles(files)
  const untouched = await verified(right.address)
  await right.close()
  expect(untouched.code).toBe(0)
  files.delete('photo.bin')
  files.set('robots.txt', Buffer.from('User-agent: *\n'))
  const wrong = await serveFiles(files)
  const touched = await verified(wrong.address)
  await wrong.close()
  expect(touched.err).toEqual([
    'photo.bin: 错误: 清单里有，实际没有这个文件 (app/verify-missing)',
    'robots.txt: 错误: 内容和发布时不同（现在 14 字节） (app/verify-changed)',
  ])
  const closed = await verified(wrong.address)
  expect(closed).toMatchObject({code: 2, err: [expect.stringContaining('(app/no-checksums)')]})
})

test('goes on where it was stopped, and does not trust a line that was cut off', async () => {
  const output = await publish()
  const resume = join(await makeFolder(), 'done.txt')
  expect((await verified(output, resume)).code).toBe(0)
  const all = await readFile(resume, 'utf8')
  const listed = await readFile(join(output, 'manifest-sha256.txt'), 'utf8')
  expect(all.split('\n').toSorted()).toEqual(listed.split('\n').toSorted())
  // What was found right is not read again, which is all that a second run saves.
  await appendFile(join(output, 'photo.bin'), '!')
  expect((await verified(output, resume)).code).toBe(0)
  const cut = all.slice(0, all.indexOf('photo.bin') + 3)
  await writeFile(resume, cut)
  expect((await verified(output, resume)).err).toHaveLength(1)
})

/** What is said of a site that a server answers for in this way. */
async function verifiedFrom(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const {code, err} = await verified(`http://127.0.0.1:${port}`)
  server.closeAllConnections()
  server.close()
  return {code, err}
}

test('what a server redirects is not taken for right, least of all everything', async () => {
  const list = `${digestOf('a')}  a.html\n${digestOf('b')}  b/index.html\n`
  const answered = (redirects: readonly string[]) =>
    verifiedFrom(({url = ''}, response) => {
      if (url === '/manifest-sha256.txt') response.end(list)
      else if (redirects.includes(url)) response.writeHead(301, {location: '/new/'}).end()
      else response.end('a')
    })
  const told = '个文件的网址由服务器转走（这一个转到「/new/」），'
  expect(await answered(['/b/'])).toEqual({
    code: 0,
    err: [`b/index.html: 提醒: 有 1 ${told}没有核对 (app/verify-redirected)`],
  })
  expect(await answered(['/a.html', '/b/'])).toEqual({
    code: 1,
    err: [`a.html: 错误: 全部 2 ${told}什么也没有核对 (app/verify-nothing)`],
  })
})

test('a list that does not end is no list', async () => {
  const piece = Buffer.alloc(8_000_000, '0')
  const {code, err} = await verifiedFrom((_, response) => {
    const more = (): void => void response.write(piece, more)
    more()
  })
  expect({code, err}).toEqual({code: 2, err: [expect.stringContaining('(app/no-checksums)')]})
})

test('a server that fails is told as that, and not as a change', async () => {
  const {err} = await verifiedFrom((request, response) => {
    const isList = request.url === '/manifest-sha256.txt'
    response.writeHead(isList ? 200 : 503).end(isList ? `${digestOf('a')}  a.html\n` : '')
  })
  expect(err).toEqual(['a.html: 错误: 读不到，没有核对（HTTP 503） (app/verify-unread)'])
})

test('any name of a file comes back from the list', () => {
  const digests = new Map(
    ['a b', '旧\\新', '行\n行', '\\n', 'ü'].map((name) => [name, digestOf(name)]),
  )
  expect(parseChecksums(formatChecksums(digests))).toEqual(
    new Map([...digests].toSorted(([left], [right]) => (left < right ? -1 : 1))),
  )
  for (const text of ['', 'abc', `${digestOf('a')} a`]) expect(parseChecksums(text)).toBeUndefined()
})
