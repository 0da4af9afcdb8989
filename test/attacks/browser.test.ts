import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {listFiles} from '../../src/app/files.ts'
import {mediaType} from '../../src/app/media-type.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import {browserTimeoutMs, openBrowser} from '../support/browser.ts'
import {createRecordingTerminal, put} from '../support/folder.ts'
import {type Many, readAttacks, textOf} from './cases.ts'
import {recordOf} from './record-of.ts'

let root: string
let browser: Browser
let address: string
let pages: readonly string[]
let close: () => void

/**
 * One site with every attack on a page or a file in it, sent without the headers that would keep a
 * browser from running what it finds: the files alone have to be harmless.
 */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'dibao-attack-'))
  const folder = toSiteFolder(root)
  await put(root, '-- dibao.yml --\ntitle: 档案\nurl: https://site.example/\n')
  for (const [index, [, {body}]] of readAttacks<{body: string}>('bodies').entries()) {
    const front = `---\ntitle: 攻击${index}\ndate: 2024-01-02\n---\n`
    await put(root, `-- content/2024/body-${index}.md --\n${front}${body}\n`)
  }
  const fields = readAttacks<{text?: string; many?: Many}>('fields')
  for (const [index, [, {text, many}]] of fields.entries()) {
    await put(root, recordOf(`field-${index}`, textOf(text, many)))
  }
  const files = readAttacks<{file: string; text: string}>('files')
  const names = files.map(([, {file}]) => `  - ${JSON.stringify(file)}\n`).join('')
  const drawings = files.filter(([, {file}]) => file.endsWith('.svg'))
  const pictures = drawings.map(([, {file}]) => `![图](${file})\n\n`).join('')
  await put(
    root,
    `-- content/2024/files.md --\n---\ntitle: 附件\ndate: 2024-01-02\nattachments:\n${names}---\n${pictures}`,
  )
  for (const [, {file, text}] of files) await writeFile(join(root, 'content/2024', file), text)
  await mkdir(folder.output, {recursive: true})
  const terminal = createRecordingTerminal()
  expect(await build(folder, terminal), terminal.err().join('\n')).toBe(0)
  const all = await listFiles(folder.output)
  // What is made of the site's own code, and lists of what the first edition lists too, once.
  pages = all.filter((path) => /\.(?:html|svg|xml)$/.test(path) && !path.startsWith('zh-hant/'))
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://a').pathname)
    const file = path.endsWith('/') ? `${path}index.html` : path
    const bytes = await readFile(join(folder.output, file)).catch(() => undefined)
    response.writeHead(bytes ? 200 : 404, {'Content-Type': mediaType(file)})
    response.end(bytes)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  close = () => server.close()
  browser = await openBrowser()
}, browserTimeoutMs * 2)

afterAll(async () => {
  await browser.close()
  close()
  await rm(root, {recursive: true})
})

test('no page of a site full of attacks runs a script of theirs or asks another site for anything', {
  timeout: 4 * browserTimeoutMs,
}, async () => {
  expect(pages.length).toBeGreaterThan(180)
  const context = await browser.newContext()
  const found: string[] = []
  await context.exposeFunction('attacked', (where: string) => found.push(`ran on ${where}`))
  await context.addInitScript('window.alert = () => window.attacked(location.pathname)')
  await context.route('**', (route) => {
    const url = route.request().url()
    if (url.startsWith(address)) return route.continue()
    found.push(`asked for ${url}`)
    return route.abort()
  })
  const visit = async (own: readonly string[]): Promise<void> => {
    const page = await context.newPage()
    for (const path of own) {
      await page.goto(address + path.split('/').map(encodeURIComponent).join('/'), {
        waitUntil: 'load',
      })
      if (!page.url().startsWith(address)) found.push(`${path} left for ${page.url()}`)
      // What waits for a reader to point at it.
      await page.evaluate(pointAtEverything)
    }
    await page.close()
  }
  await Promise.all([0, 1].map((half) => visit(pages.filter((_, index) => index % 2 === half))))
  expect(found).toEqual([])
  await context.close()
})

const pointAtEverything = `
  for (const element of document.querySelectorAll('main *')) {
    for (const kind of ['mouseover', 'pointerenter', 'focusin', 'toggle', 'error', 'load']) {
      element.dispatchEvent(new Event(kind))
    }
  }
`

test('a script that runs and a request that leaves would be seen', {
  timeout: browserTimeoutMs,
}, async () => {
  const page = await browser.newPage()
  const found: string[] = []
  await page.exposeFunction('attacked', () => found.push('ran'))
  await page.addInitScript('window.alert = () => window.attacked("")')
  await page.route('**', (route) => {
    if (!route.request().url().startsWith(address)) found.push('left')
    return route.request().url().startsWith(address) ? route.continue() : route.abort()
  })
  await page.goto(address)
  await page.setContent('<img src="https://attack.example/a.png"><script>alert(1)</script>')
  await expect.poll(() => found.toSorted()).toEqual(['left', 'ran'])
})
