import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, BrowserContextOptions, Page, Route} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {browserTimeoutMs, openBrowser, openWatchedPage} from '../support/browser.ts'
import {createRecordingTerminal, makeSite} from '../support/folder.ts'
import {recordFile} from '../support/records.ts'
import {buildSample, type Published, serveFiles} from '../support/sample.ts'

// The search page of the sample archive, as readers use it, in real Chromium.

const timeout = 2 * browserTimeoutMs

let browser: Browser
let files: Published
let server: Awaited<ReturnType<typeof serveFiles>>
let disk: string

beforeAll(async () => {
  files = await buildSample()
  const inFolder = [...files].map(([path, body]) => [`sub/dir/${path}`, body] as const)
  server = await serveFiles(new Map([...files, ...inFolder]))
  disk = await mkdtemp(join(tmpdir(), 'dibao-search-'))
  for (const [path, body] of files) {
    await mkdir(dirname(join(disk, path)), {recursive: true})
    await writeFile(join(disk, path), body)
  }
  browser = await openBrowser()
}, timeout)

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(disk, {recursive: true, force: true})
})

/** A page in a browser of its own, and everything that it complains of. */
async function openPage(options: BrowserContextOptions = {}) {
  const {page, complaints} = await openWatchedPage(browser, options)
  return {page, complaints, open: (path: string) => page.goto(server.address + path)}
}

/** Waits for what is said of a search that has come to its end. */
async function statusOf(page: Page): Promise<string> {
  const status = page.locator('[role="status"]').first()
  await expect
    .poll(() => status.textContent(), {timeout: 15_000})
    .toMatch(/^(?:找到|大约|大約|没有|沒有|索引)/)
  return (await status.textContent()) ?? ''
}

const titles = (page: Page): Promise<string[]> =>
  page.locator('.search-results h2').allTextContents()
const marks = (page: Page): Promise<string[]> =>
  page.locator('.search-results mark').allTextContents()

const places = [
  ['a server', () => server.address],
  ['a folder of a server', () => `${server.address}sub/dir/`],
  ['a disk', () => `${pathToFileURL(disk)}/`],
] as const

test.each(places)(
  'from %s: from the field on any page to the results, to the place in the text, and back',
  {timeout},
  async (_, topOf) => {
    const {page, complaints} = await openPage()
    await page.goto(`${topOf()}2018/06/huodong-zhongxin/index.html`)
    await page.fill('.search-field input', '煤油灯')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/search/**')
    expect(await statusOf(page)).toBe('找到1篇')
    expect(await page.inputValue('#q')).toBe('煤油灯')
    expect(await titles(page)).toEqual(['五四青年节：三代人坐在一张桌子上'])
    expect(await marks(page)).toEqual(['煤油灯'])
    expect(await page.textContent('.search-facts')).toBe('2023-05-04工作动态')
    await page.click('.search-results a')
    await page.waitForURL('**/2023/05/qingnian-zuotan/**')
    const marked = page.locator('.prose p', {hasText: '煤油灯'})
    await expect
      .poll(() => marked.evaluate((each) => each.getBoundingClientRect().top))
      .toBeLessThan(800)
    await page.goBack()
    expect(await statusOf(page)).toBe('找到1篇')
    await page.click('a[hreflang="zh-Hant"]')
    await page.fill('#q', '煤油燈')
    expect(await statusOf(page)).toBe('找到1篇')
    expect(await marks(page)).toEqual(['煤油燈'])
    await page.fill('#q', '煤油灯')
    await expect.poll(() => page.url()).toContain(encodeURIComponent('煤油灯'))
    expect(await statusOf(page)).toBe('找到1篇')
    expect(await marks(page)).toEqual(['煤油燈'])
    expect(complaints).toEqual([])
  },
)

test('what is written is looked for, and the steps of a reader are kept', {timeout}, async () => {
  const {page, complaints, open} = await openPage()
  await open('search/')
  expect(await page.textContent('[role="status"]')).toBe('')
  await page.locator('#q').pressSequentially('水库')
  expect(await statusOf(page)).toMatch(/^找到\d+篇$/)
  await expect.poll(() => page.url()).toMatch(/\?q=/)
  const first = await titles(page)
  await page.keyboard.press('Enter')
  await page.fill('#q', '关工委')
  await page.keyboard.press('Enter')
  expect(await statusOf(page)).toMatch(/^大约\d\d篇$/)
  expect(await titles(page)).toHaveLength(10)
  await page.click('.search-more')
  await expect.poll(async () => (await titles(page)).length).toBe(20)
  await page.selectOption('[name="year"]', '2009')
  await expect.poll(() => page.url()).toContain('year=2009')
  expect(await statusOf(page)).toMatch(/^找到\d篇$/)
  const dates = await page.locator('.search-results time').allTextContents()
  expect(dates.every((date) => date.startsWith('2009-'))).toBe(true)
  await page.selectOption('[name="order"]', 'oldest')
  await expect
    .poll(() => page.locator('.search-results time').allTextContents())
    .toEqual(dates.toSorted())
  await page.selectOption('[name="code"]', {index: 1})
  await expect.poll(() => page.url()).toContain('code=')
  await page.goBack()
  await page.goBack()
  await page.goBack()
  expect(await page.inputValue('[name="year"]')).toBe('')
  await expect.poll(async () => (await titles(page)).length).toBe(10)
  await page.goBack()
  await expect.poll(() => titles(page)).toEqual(first)
  expect(await page.inputValue('#q')).toBe('水库')
  expect(complaints).toEqual([])
})

test('nothing is looked for while an input method composes', {timeout}, async () => {
  const {page, open} = await openPage()
  await open('search/')
  await page.focus('#q')
  const input = await page.context().newCDPSession(page)
  for (const text of ['s', 'sh', 'shui', 'shui ku']) {
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  await page.waitForTimeout(700)
  expect(page.url()).not.toContain('?')
  expect(await page.textContent('[role="status"]')).toBe('')
  await input.send('Input.insertText', {text: '水库'})
  expect(await statusOf(page)).toMatch(/^找到\d+篇$/)
})

test('a reader with a keyboard alone goes down the results and up again', {timeout}, async () => {
  const {page, open} = await openPage()
  await open(`search/?q=${encodeURIComponent('读书')}`)
  await statusOf(page)
  const focused = (): Promise<string> =>
    page.evaluate('document.activeElement.id || document.activeElement.textContent')
  // A single key is heard where a result has the focus, and nowhere else (WCAG 2.1.4).
  await page.keyboard.press('/')
  expect(await focused()).not.toBe('q')
  await page.focus('.search-results a')
  await page.keyboard.press('/')
  expect(await focused()).toBe('q')
  expect(await page.inputValue('#q')).toBe('读书')
  const [first = '', second = ''] = await titles(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe(second)
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe(first)
  await page.keyboard.press('ArrowUp')
  expect(await focused()).toBe('q')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/20*/**')
  expect(await page.textContent('h1')).toBe(first)
})

test.each([
  ['飞碟', '没有文章提到“飞碟”。'],
  ['关工委 飞碟', '没有文章提到“飞碟”。'],
  ['煤油灯 废止', '没有符合全部条件的文章。'],
  ['关工委 -关工委', '没有符合全部条件的文章。'],
])('%s finds nothing, and the reader is told why', {timeout}, async (query, said) => {
  const {page, open} = await openPage()
  await open(`search/?q=${encodeURIComponent(query)}`)
  expect(await statusOf(page)).toBe(said)
  expect(await titles(page)).toEqual([])
})

test('letters that are in no text offer the names that begin so', {timeout}, async () => {
  const {page, open} = await openPage()
  await open('zh-hant/search/?q=gzdt')
  await expect.poll(() => page.textContent('[role="status"]')).toContain('是不是要找： 工作動態')
  await page.click('[role="status"] a')
  await expect.poll(() => page.inputValue('#q')).toBe('工作動態')
  expect(await statusOf(page)).toMatch(/\d+篇$/)
})

test('what stands in the fields of an announcement is shown where it stands', {
  timeout,
}, async () => {
  const {page, open} = await openPage()
  await open(`search/?q=${encodeURIComponent('雲關[2023]9號')}`)
  expect(await statusOf(page)).toBe('找到1篇')
  expect(await titles(page)).toEqual(['云溪市关工委关于废止和修改部分文件的决定'])
  expect(await marks(page)).toEqual(['云关〔2023〕9号'])
})

// Old programs broke every line after so many characters; of a verse the lines stay.
test.each([
  ['林业员方德贵', '林业员方德贵'],
  ['扫下的叶子留给它', '扫下的叶子\n留给它'],
])(
  '%s is found over the end of a line, and the hit leads there',
  {
    timeout,
  },
  async (query, shown) => {
    const {page, complaints, open} = await openPage({viewport: {width: 390, height: 500}})
    await open(`search/?q=${encodeURIComponent(query)}`)
    expect(await statusOf(page)).toBe('找到1篇')
    expect(await marks(page)).toEqual([shown])
    await page.click('.search-results a')
    await page.waitForURL('**/2009/11/renyang-yinxing/**')
    const block = page.locator('.prose p', {hasText: query})
    // Only a browser that found the words in the text leads so far down.
    const middle = (): Promise<number> =>
      block.evaluate((each) => each.getBoundingClientRect().top + each.clientHeight / 2)
    await expect.poll(middle).toBeLessThan(500)
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(300)
    expect(complaints).toEqual([])
  },
)

test('what is dated by its year alone is found where it stands', {timeout}, async () => {
  const folder = await makeSite(recordFile('jiu.md', {title: '旧照片', date: '2004'}, '码头。'))
  await build(folder, createRecordingTerminal())
  const {page} = await openPage()
  const top = pathToFileURL(folder.output)
  await page.goto(`${top}/search/index.html?q=${encodeURIComponent('码头 2004年')}`)
  expect(await statusOf(page)).toBe('找到1篇')
  expect(await page.textContent('.search-facts')).toBe('2004')
  await page.click('.search-results a')
  await page.waitForURL('**/2004/00/jiu/**')
})

test('axe finds nothing wrong with results, in any look', {timeout}, async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const {page, complaints, open} = await openPage()
  for (const [edition, scheme] of [
    ['', 'light'],
    ['zh-hant/', 'dark'],
  ] as const) {
    await page.emulateMedia({colorScheme: scheme})
    await open(`${edition}search/?q=${encodeURIComponent('关工委')}`)
    await statusOf(page)
    await page.evaluate(axe)
    const found = await page.evaluate<string[]>(
      `axe.run(document, {resultTypes: ['violations'], preload: false}).then(({violations}) =>
        violations.flatMap(({id, nodes}) => nodes.map(({target}) => id + ' ' + target)))`,
    )
    expect(found).toEqual([])
  }
  expect(complaints).toEqual([])
})

test('without scripts the field leads to the dated index', {timeout}, async () => {
  const {page, complaints, open} = await openPage({javaScriptEnabled: false})
  await open('')
  await page.fill('.search-field input', '关工委')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search/**')
  expect(await page.locator('main :is(input, select, button):visible').count()).toBe(0)
  await page.click('.ways-out >> text=2009年')
  expect(new URL(page.url()).pathname).toBe('/2009/index.html')
  expect(complaints).toEqual([])
})

test.each<[string, Parameters<Route['fulfill']>[0]]>([
  ['is not there', {status: 404}],
  ['was cut off', {contentType: 'text/javascript', body: 'document.currentScript.take("'}],
])('an index that %s is told, and read again when asked', {timeout}, async (_, answer) => {
  const {page, open} = await openPage()
  await page.route('**/search/index.js', (route) => route.fulfill(answer))
  await open('search/?q=%E6%B0%B4')
  expect(await statusOf(page)).toBe('索引没有读出来，请刷新本页再试。')
  await page.unroute('**/search/index.js')
  await page.click('.search-form button')
  expect(await statusOf(page)).toMatch(/\d+篇$/)
})
