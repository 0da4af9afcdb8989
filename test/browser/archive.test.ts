import {mkdtemp, readFile, rm, stat} from 'node:fs/promises'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {mediaType} from '../../src/app/media-type.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import {browserTimeoutMs, openBrowser} from '../support/browser.ts'
import {createRecordingTerminal} from '../support/folder.ts'

const phone = {width: 390, height: 844}
const desktop = {width: 1280, height: 800}

let folder: string
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dibao-archive-'))
  const site = {
    ...toSiteFolder(resolve('.')),
    output: join(folder, 'dist'),
  }
  const terminal = createRecordingTerminal()
  expect(await build(site, terminal), terminal.err().join('\n')).toBe(0)
  browser = await openBrowser()
}, browserTimeoutMs)

afterAll(async () => {
  await browser?.close()
  await rm(folder, {recursive: true, force: true})
})

const journeys = [
  ['from a disk', 'on a desktop', desktop],
  ['from a disk', 'on a phone', phone],
  ['from a server', 'on a desktop', desktop],
  ['from a server', 'on a phone', phone],
] as const

test.each(journeys)(
  'the archive can be read %s %s',
  {timeout: browserTimeoutMs},
  async (from, _, viewport) => {
    const top =
      from === 'from a disk' ? `${pathToFileURL(join(folder, 'dist'))}/` : await startServer()
    const {page, complaints} = await openPage(viewport, top)

    await page.goto(`${top}index.html`)
    expect(await page.title()).toContain('云溪市关心下一代工作档案')
    await fits(page, viewport.width)

    const title = '攀枝花市仁和区召开庆祝区关工委成立20周年暨全区关心下一代工作会议'
    await findInIndex(page, title)
    expect(await page.textContent('h1')).toBe(title)
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans')
    await fits(page, viewport.width)

    await page.click('a[hreflang="zh-Hant"]')
    await page.waitForURL('**/zh-hant/**')
    expect(await page.textContent('h1')).toBe(
      '攀枝花市仁和區召開慶祝區關工委成立20週年暨全區關心下一代工作會議',
    )
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hant')
    expect(await page.title()).toContain('雲溪市關心下一代工作檔案')
    await fits(page, viewport.width)

    await page.click('a[hreflang="zh-Hans"]')
    await page.waitForURL((url) => !url.pathname.includes('zh-hant'))
    expect(await page.textContent('h1')).toBe(title)

    await page.click('.nameplate a')
    await page.click('text=全部文章')
    await fits(page, viewport.width)
    const newest = await page.locator('main time').first().getAttribute('datetime')
    await page.click('a[rel="next"]')
    expect(page.url()).toMatch(/\/archive\/page\/\d+\/(?:index\.html)?$/)
    expect(await page.locator('main time').first().getAttribute('datetime')).not.toBe(newest)
    await fits(page, viewport.width)
    await page.click('a[rel="prev"]')
    expect(page.url()).toMatch(/\/archive\/(?:index\.html)?$/)
    expect(await page.locator('main time').first().getAttribute('datetime')).toBe(newest)

    expect(complaints).toEqual([])
  },
)

test('an address that there is not leads back into the archive', {
  timeout: browserTimeoutMs,
}, async () => {
  const top = await startServer()
  const {page} = await openPage(desktop, top)
  const answer = await page.goto(`${top}2004/99/nothing/`)
  expect(answer?.status()).toBe(404)
  expect(await page.textContent('h1')).toBe('没有找到这一页')
  const styles = await page.evaluate(
    '[...document.styleSheets].map(({cssRules}) => cssRules.length)',
  )
  expect(styles).toEqual([expect.any(Number), expect.any(Number)])
  await page.click('.nameplate a')
  expect(new URL(page.url()).pathname).toBe('/')
})

test('every announcement fits a phone and opens without a complaint', {
  timeout: browserTimeoutMs,
}, async () => {
  const top = await startServer()
  const sitemap = await readFile(join(folder, 'dist/sitemap.xml'), 'utf8')
  const paths = [...sitemap.matchAll(/cn\/(zh-hant\/\d{4}\/\d\d\/[^/]+\/)<\/loc>/g)]
  expect(paths.length).toBeGreaterThan(40)
  const {page, complaints} = await openPage(phone, top)
  const wide: string[] = []
  for (const [, path = ''] of paths) {
    await page.goto(top + path)
    if ((await widthOf(page)) > phone.width) wide.push(path)
  }
  expect(wide).toEqual([])
  expect(complaints).toEqual([])
})

/** Goes through the index, page after page, to an announcement. */
async function findInIndex(page: Page, title: string): Promise<void> {
  await page.click('text=全部文章')
  for (let turn = 0; turn < 10; turn++) {
    const link = page.locator('main a', {hasText: title})
    if ((await link.count()) > 0) return link.first().click()
    await page.click('a[rel="next"]')
  }
  throw new Error(`not in the index: ${title}`)
}

async function openPage(viewport: {width: number; height: number}, top: string) {
  const context = await browser.newContext({viewport})
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText
    // What a page still waits for when the reader goes on to the next is given up.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${reason}: ${request.url()}`)
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(top)) complaints.push(`asks elsewhere: ${request.url()}`)
  })
  return {page, complaints}
}

async function fits(page: Page, width: number): Promise<void> {
  expect(await widthOf(page), page.url()).toBeLessThanOrEqual(width)
}

/** How wide the page is, with what sticks out at its side. */
async function widthOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth')
}

/** A plain server of the published folder, as any web host is. */
async function startServer(): Promise<string> {
  const root = join(folder, 'dist')
  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost')
    const path = join(root, decodeURIComponent(pathname))
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
    const file = isFolder ? join(path, 'index.html') : path
    const body = await readFile(file).catch(() => undefined)
    const type = mediaType(body ? file : '404.html')
    response.writeHead(body ? 200 : 404, {'Content-Type': type})
    response.end(body ?? (await readFile(join(root, '404.html'))))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  const {port} = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/`
}
