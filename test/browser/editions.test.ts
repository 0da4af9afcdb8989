import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest'
import {build} from '../../src/app/commands/build.ts'
import {toSiteFolder} from '../../src/app/site-folder.ts'
import {readArchive} from '../support/archive.ts'
import {browserTimeoutMs, openBrowser} from '../support/browser.ts'
import {createRecordingTerminal} from '../support/folder.ts'

/** One record of the archive for each script a text can be received in, and damage of each kind. */
const records = [
  ['clean simplified', '2012/01/chunjie-weiwen'],
  ['simplified with readings after characters that have one form', '2017/03/qixiang-xiaozu'],
  ['of Taiwan', '2020/11/changqing-xiehui'],
  ['of Hong Kong', '2019/08/zhugang-lianluochu'],
  ['converted by a machine, with readings', '2011/10/chongyang-shuhua'],
  ['in both scripts', '2021/04/tushu-xiang'],
] as const

const editions = [
  ['zh-Hans', ''],
  ['zh-Hant', 'zh-hant/'],
  ['zh-HK', 'zh-hk/'],
] as const

let folder: string
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dibao-editions-'))
  const site = {...toSiteFolder(resolve('.')), output: join(folder, 'dist')}
  const terminal = createRecordingTerminal()
  expect(await build(site, terminal), terminal.err().join('\n')).toBe(0)
  browser = await openBrowser()
}, browserTimeoutMs)

afterAll(async () => {
  await browser?.close()
  await rm(folder, {recursive: true, force: true})
})

const sizes = [
  ['phone', {width: 390, height: 844}],
  ['desktop', {width: 1280, height: 800}],
] as const

test.each(records.flatMap((record) => sizes.map((size) => [...record, ...size] as const)))(
  'the record %s, %s, reads in every edition on a %s as a proof-reader wrote it',
  {timeout: browserTimeoutMs},
  async (_, path, _size, viewport) => {
    const context = await browser.newContext({viewport})
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const expected = await readExpected(path)
    await page.goto(addressOf('', path))
    for (const [tag, prefix] of editions) {
      if (prefix !== '') await page.click(`.masthead a[hreflang="${tag}"]`)
      await page.waitForURL(addressOf(prefix, path))
      expect(await page.getAttribute('html', 'lang')).toBe(tag)
      expect(await linesOf(page)).toEqual(expected.get(tag))
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect(width).toBeLessThanOrEqual(viewport.width)
    }
  },
)

test.each([
  ['2020/changqing-xiehui.md', '2020/11/changqing-xiehui', 'zh-Hant'],
  ['2019/zhugang-lianluochu.md', '2019/08/zhugang-lianluochu', 'zh-HK'],
] as const)('%s appears in its own edition exactly as it was received', async (file, path, tag) => {
  const [, fields = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(await readFile(join('content', file), 'utf8')) ?? []
  const title = /^title: (.*)$/m.exec(fields)?.[1]
  const received = [title, ...body.split('\n').filter((line) => line !== '')]
  expect((await readExpected(path)).get(tag)).toEqual(received)
})

/** The title and the text of the page that is open, a line for each block. */
async function linesOf(page: Page): Promise<readonly string[]> {
  const title = await page.locator('h1').innerText()
  return [title, ...(await page.locator('.prose > *').allInnerTexts())]
}

/** The lines that a record has in each edition, the title first. */
async function readExpected(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const name = `${path.split('/').at(-1)}.txt`
  const files = readArchive(await readFile(join('test/cases/editions', name), 'utf8'))
  return new Map([...files].map(([tag, text]) => [tag, text.trimEnd().split('\n')]))
}

function addressOf(prefix: string, path: string): string {
  return pathToFileURL(join(folder, 'dist', prefix, path, 'index.html')).href
}
