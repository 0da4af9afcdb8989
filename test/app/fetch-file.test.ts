import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {importFiles} from '../../src/app/commands/import.ts'
import {fetchFile, isPublicAddress} from '../../src/app/fetch-file.ts'
import {createMissingFiles} from '../../src/app/import-fetch.ts'
import {createRecordingTerminal, digestsIn, makeFolder, makeSite} from '../support/folder.ts'

/** A site that is still there, on this machine. */
async function serve(): Promise<string> {
  const server = createServer(({url}, answer) => {
    if (url === '/a.doc') answer.end('attachment')
    else if (url === '/moved.doc') answer.writeHead(302, {location: '/a.doc'}).end()
    else if (url === '/away.doc') answer.writeHead(302, {location: 'http://a.invalid/b'}).end()
    else if (url === '/round.doc') answer.writeHead(302, {location: '/round.doc'}).end()
    else if (url === '/page.doc') answer.writeHead(200, {'content-type': 'text/html'}).end('<p>')
    else if (url === '/large.doc') answer.end(Buffer.alloc(2 ** 26 + 1))
    else answer.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

test.each([
  ['/a.doc', undefined],
  ['/moved.doc', undefined],
  ['/away.doc', 'host'],
  ['/round.doc', 'status'],
  ['/gone.doc', 'status'],
  ['/page.doc', 'type'],
  ['/large.doc', 'size'],
])('fetches %s, or says why not', async (path, fault) => {
  const host = await serve()
  const got = await fetchFile(`http://${host}${path}`, {hosts: [host], isPublic: () => true})
  expect(typeof got === 'string' ? got : undefined).toBe(fault)
  if (typeof got !== 'string') expect(Buffer.from(got).toString()).toBe('attachment')
})

test('asks nobody but the hosts in the list, and nobody inside a network', async () => {
  const host = await serve()
  const ask = (address: string, hosts: readonly string[]) =>
    fetchFile(address, {hosts, isPublic: isPublicAddress})
  expect(await ask(`http://${host}/a.doc`, [])).toBe('host')
  expect(await ask(`http://${host}/a.doc`, [host])).toBe('private')
  const named = host.replace('127.0.0.1', 'localhost')
  expect(await ask(`http://${named}/a.doc`, [named])).toBe('private')
  expect(await ask(`http://[::1]/a.doc`, ['[::1]'])).toBe('private')
  expect(await ask('file:///etc/passwd', [''])).toBe('host')
  expect(await ask('http://nobody.invalid/a.doc', ['nobody.invalid'])).toBe('unreachable')
})

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
  ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1'],
  ...['::ffff:10.0.0.1', '::ffff:a00:1', '64:ff9b::a00:1', '2002:a00:1::', 'no address'],
])('takes %s for one inside a network', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '172.32.0.1', '::ffff:8.8.8.8', '2001:4860:4860::8888'])(
  'takes %s for one of the open internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

test('notes what pages lack and gets each file once', async () => {
  const host = await serve()
  const files = new Map<string, string>()
  const missing = createMissingFiles(
    {hosts: [host], isPublic: () => true},
    await makeFolder(),
    files,
  )
  const find = missing.noting(() => ({kind: 'missing'}))
  for (const address of ['/a.doc', '/gone.png', '/list.html']) find(address)
  const page = {address: '/a.html', host}
  expect(await missing.fetch(page, 'a.html')).toBe(true)
  expect([...files.keys()]).toEqual(['/a.doc'])
  expect(await readFile(files.get('/a.doc') ?? '', 'utf8')).toBe('attachment')
  expect(missing.diagnostics()).toMatchObject([{ruleId: 'app/not-fetched', file: 'a.html'}])
  find('/gone.png')
  expect(await missing.fetch(page, 'a.html')).toBe(false)
  expect(missing.diagnostics()).toHaveLength(1)
})

test('an import that may fetch says what it could not get, and imports the rest', async () => {
  const from = join(await makeFolder(), 'www.yunzhou-county.invalid')
  await mkdir(from)
  const page =
    '<h1>植树节活动通知</h1><div>发布日期：2009-03-05</div><div><p>请参加。</p><p>特此通知。</p><img src="/a.png"></div>'
  await writeFile(join(from, 'a.html'), page)
  const folder = await makeSite('')
  const terminal = createRecordingTerminal()
  const code = await importFiles([join(from, '..')], folder, terminal, {
    ...{isDryRun: false, asJson: false},
    fetchFrom: ['www.yunzhou-county.invalid'],
  })
  expect(code).toBe(0)
  expect(terminal.err()).toEqual([expect.stringContaining('(app/not-fetched)')])
  expect(
    Object.keys(await digestsIn(folder.content)).filter((path) => /\.md$/.test(path)),
  ).toHaveLength(1)
})
