import type {Browser, BrowserContextOptions} from 'playwright-core'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {addAxe, violationsOf} from '../support/axe.ts'
import {browserTimeoutMs, openBrowser, openWatchedPage} from '../support/browser.ts'
import {readPdf} from '../support/pdf.ts'
import {buildSample, serveFiles} from '../support/sample.ts'

// Every kind of page, in real Chromium, under the headers that we advise.

const timeout = 3 * browserTimeoutMs

let browser: Browser
let server: Awaited<ReturnType<typeof serveFiles>>

beforeAll(async () => {
  server = await serveFiles(await buildSample())
  browser = await openBrowser()
}, timeout)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const article = '2018/06/huodong-zhongxin/'
const kinds = {
  home: '',
  index: 'archive/',
  'older page of the index': 'archive/page/1/',
  year: '2019/',
  month: '2019/01/',
  column: 'columns/dongtai/',
  terms: 'sources/',
  pictures: article,
  table: '2018/06/biaoyang-gongshi/',
  notes: '2019/01/tongji-2018/',
  document: '2017/03/shishi-yijian/',
  received: '2023/05/20230515-d59194/',
  withdrawn: '2019/04/zhiyuan-zhaomu/',
  corrected: '2015/02/jiazhang-xuexiao-jiedu/',
  version: '2015/02/jiazhang-xuexiao-jiedu/2015-03-16/',
  missing: 'missing/',
  corrections: 'corrections/',
  search: 'search/?q=关工委',
  'not found': '404.html',
}
const editions = ['', 'zh-hant/', 'zh-hk/']

/** A page in a browser of its own, and everything that it complains of or asks elsewhere. */
async function openPage(options: BrowserContextOptions = {}) {
  const {page, complaints} = await openWatchedPage(browser, options)
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address)) complaints.push(`asks ${request.url()}`)
  })
  return {page, complaints, open: (path: string) => page.goto(server.address + path)}
}

// What may differ in other colours, and in larger type; all the rest is asked of the plain look.
const colourRules = ['color-contrast', 'link-in-text-block']
const sizeRules = ['target-size', 'scrollable-region-focusable']

const setRoot = (name: string, value: string): string =>
  `document.documentElement.setAttribute('${name}', '${value}')`

test.each(editions)(
  'axe finds nothing wrong on any kind of page of /%s, in any look',
  {
    timeout,
  },
  async (edition) => {
    const {page, complaints, open} = await openPage()
    const found: string[] = []
    const look = async (name: string, rules?: readonly string[]) => {
      found.push(...(await violationsOf(page, rules)).map((problem) => `${name}: ${problem}`))
    }
    for (const [kind, path] of Object.entries(kinds)) {
      await page.emulateMedia({colorScheme: 'light'})
      await open(edition + path)
      await addAxe(page)
      await page.evaluate(
        'for (const each of document.querySelectorAll("details")) each.open = true',
      )
      await look(`${kind}, light`)
      await page.emulateMedia({colorScheme: 'dark'})
      await look(`${kind}, dark`, colourRules)
      await page.evaluate(setRoot('data-contrast', 'high'))
      await page.evaluate(setRoot('data-text-size', '3'))
      await look(`${kind}, high contrast and large type`, [...colourRules, ...sizeRules])
    }
    expect(found).toEqual([])
    expect(complaints).toEqual([])
  },
)

test('no page scrolls sideways on a screen of 320 pixels, in the largest type either', {
  timeout,
}, async () => {
  const {page, open} = await openPage({viewport: {width: 320, height: 640}})
  const wide: string[] = []
  for (const [kind, path] of Object.entries(kinds)) {
    await open(path)
    for (const size of ['0', '3']) {
      await page.evaluate(setRoot('data-text-size', size))
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      if (width > 320) wide.push(`${kind}, size ${size}: ${width}`)
    }
  }
  expect(wide).toEqual([])
})

/** How a paragraph and what is around it are set, as the browser has understood the style sheet. */
const setting = `(() => {
  const styleOf = (selector) => getComputedStyle(document.querySelector(selector))
  const paragraph = styleOf('.prose > p')
  const {lineBreak, textAlign, textSpacingTrim, textAutospace, overflowWrap, fontFamily} = paragraph
  const indent = parseFloat(paragraph.textIndent) / parseFloat(paragraph.fontSize)
  const {textAlign: signatureAlign, textIndent: signatureIndent} = styleOf('.prose .signature')
  return {
    ...{lineBreak, textAlign, textSpacingTrim, textAutospace, overflowWrap, indent},
    ...{signatureAlign, signatureIndent, headWrap: styleOf('h1').textWrap},
    families: [fontFamily, styleOf('h1').fontFamily].map((name) => name.split(',').at(-2).trim()),
    writingMode: paragraph.writingMode,
  }
})()`

/** Where the ink of a full-width comma is in its square, from 0 at the left to 1 at the right. */
const inkOfComma = `(() => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 200
  const context = canvas.getContext('2d')
  context.font = '200px ' + getComputedStyle(document.querySelector('.prose > p')).fontFamily
  context.fillText('，', 0, 170)
  const {data} = context.getImageData(0, 0, 200, 200)
  let [sum, weight] = [0, 0]
  for (let at = 3; at < data.length; at += 4) {
    weight += data[at]
    sum += data[at] * (((at - 3) / 4) % 200)
  }
  return sum / weight / 200
})()`

// As the W3C's Requirements for Chinese Text Layout (clreq) want it: the first line moved in by two
// characters, gaps between Han and Latin letters, marks where each region has them in their squares.
test.each([
  ['', 'SC', [0, 0.4]],
  ['zh-hant/', 'TC', [0.4, 0.6]],
  ['zh-hk/', 'HK', [0.4, 0.6]],
] as const)(
  'text is set as Chinese is in /%s, in the forms of %s',
  {
    timeout: browserTimeoutMs,
  },
  async (edition, region, [left, right]) => {
    const {page, open} = await openPage({viewport: {width: 390, height: 844}})
    await open(`${edition}2017/03/shishi-yijian/`)
    expect(await page.evaluate(setting)).toEqual({
      lineBreak: 'strict',
      textAlign: 'justify',
      textSpacingTrim: 'trim-start',
      textAutospace: 'normal',
      overflowWrap: 'anywhere',
      indent: 2,
      signatureAlign: 'end',
      signatureIndent: '0px',
      headWrap: 'balance',
      families: [`"Noto Sans CJK ${region}"`, `"Noto Serif CJK ${region}"`],
      writingMode: 'horizontal-tb',
    })
    const ink = await page.evaluate<number>(inkOfComma)
    expect(ink).toBeGreaterThan(left)
    expect(ink).toBeLessThan(right)
  },
)

/** The first and the last character of every line of a page's texts. */
const lineEnds = `(() => {
  const found = []
  for (const block of document.querySelectorAll('h1, .prose p, .prose li, .prose td, .entry a, .excerpt')) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    let last
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest('rt, sup')) continue
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getClientRects()[0]
        const sign = node.data[at]
        if (!box || box.width === 0 || /\\s/.test(sign)) continue
        if (last && box.top > last.bottom - 2) found.push(last.sign + '\\n' + sign)
        last = {bottom: box.bottom, sign}
      }
    }
  }
  return found
})()`

test.each(editions)(
  'no line of /%s begins with a stop or ends with an opening mark',
  {
    timeout: browserTimeoutMs,
  },
  async (edition) => {
    const {page, open} = await openPage({viewport: {width: 390, height: 844}})
    const wrong: string[] = []
    let lines = 0
    for (const path of [kinds.home, kinds.document, kinds.received, kinds.pictures, kinds.table]) {
      await open(edition + path)
      const found = await page.evaluate<string[]>(lineEnds)
      lines += found.length
      wrong.push(
        ...found.filter((ends) => /\n[，。、；：？！…—）》〉」』”’％]|[（《〈「『“‘]\n/.test(ends)),
      )
    }
    expect(lines).toBeGreaterThan(150)
    expect(wrong).toEqual([])
  },
)

test('the policy is in force, and no page breaks it', {timeout: browserTimeoutMs}, async () => {
  const {page, complaints, open} = await openPage()
  for (const path of Object.values(kinds)) await open(path)
  await page.hover('.nameplate')
  expect(complaints).toEqual([])
  await page.evaluate('document.body.setAttribute("style", "color: red")')
  await page.evaluate(
    'document.body.append(Object.assign(new Image(), {src: "https://example.cn/a.png"}))',
  )
  await expect.poll(() => complaints.join('\n')).toMatch(/style-src[\s\S]*img-src/)
})

/** What has the focus: its text and whether a reader sees where it is. */
const focused = `(() => {
  const {activeElement: at} = document
  const {outlineStyle, outlineWidth} = getComputedStyle(at)
  const {top, bottom, width} = at.getBoundingClientRect()
  return {
    name: at.localName + '.' + at.className,
    text: at.textContent.trim(),
    isSeen: outlineStyle !== 'none' && outlineWidth !== '0px' && width > 0 && bottom > 0 && top < innerHeight,
  }
})()`
interface Focused {
  readonly name: string
  readonly text: string
  readonly isSeen: boolean
}

test('a reader with a keyboard alone gets everywhere, and sees where', {
  timeout: browserTimeoutMs,
}, async () => {
  const {page, open} = await openPage()
  const press = async (key: string): Promise<Focused> => {
    await page.keyboard.press(key)
    return page.evaluate<Focused>(focused)
  }
  await open(article)
  expect(await press('Tab')).toMatchObject({text: '跳到正文', isSeen: true})
  expect((await press('Enter')).name).toContain('main')
  await open(article)
  await press('Tab')
  expect((await press('Tab')).name).toContain('input')
  expect(await press('Tab')).toMatchObject({text: '搜索', isSeen: true})
  expect(await press('Tab')).toMatchObject({text: '阅读辅助', isSeen: true})
  await press('Enter')
  await page.waitForSelector('#aids input')
  expect((await press('Tab')).name).toContain('input')
  await press('ArrowRight')
  expect(await page.getAttribute('html', 'data-text-size')).toBe('1')
  await press('Tab')
  await press('Space')
  expect(await page.getAttribute('html', 'data-contrast')).toBe('high')
  const unseen: Focused[] = []
  const seen: string[] = []
  for (let at = await press('Tab'); !at.name.startsWith('body'); at = await press('Tab')) {
    if (!at.isSeen) unseen.push(at)
    seen.push(at.text)
    if (seen.length > 150) throw new Error('the focus is caught')
  }
  expect(unseen).toEqual([])
  expect(seen).toEqual(
    expect.arrayContaining(['朗读本文', '繁體', '首页', '复制', 'BibTeX', '整理说明', '返回顶部']),
  )
  const links = await page.locator('a[href]:visible').count()
  expect(seen.length).toBeGreaterThanOrEqual(links - 1)
  await open('archive/')
  for (let at = await press('Tab'); at.text !== '较早一页'; at = await press('Tab')) {
    if (at.name.startsWith('body')) throw new Error('no way to the older page')
  }
  await page.keyboard.press('Enter')
  await page.waitForURL('**/archive/page/**')
})

test('what a reader chooses is kept from page to page, and can be taken back', {
  timeout: browserTimeoutMs,
}, async () => {
  const {page, complaints, open} = await openPage()
  await open('')
  await page.click('#aids summary')
  await page.check('#aids [value="2"]')
  for (const name of ['contrast', 'pointer', 'ruler']) await page.check(`#aids [name="${name}"]`)
  await open('zh-hant/archive/')
  const root = page.locator('html')
  const chosen = async () =>
    Promise.all(
      ['text-size', 'contrast', 'pointer', 'ruler'].map((name) =>
        root.getAttribute(`data-${name}`),
      ),
    )
  expect(await chosen()).toEqual(['2', 'high', 'large', 'on'])
  await page.mouse.move(200, 300)
  expect(await page.locator('.aids-ruler').boundingBox()).toMatchObject({y: 300})
  await page.click('#aids summary')
  await page.check('#aids [value="0"]')
  for (const name of ['contrast', 'pointer', 'ruler']) await page.uncheck(`#aids [name="${name}"]`)
  expect(await chosen()).toEqual([null, null, null, null])
  await page.reload()
  expect(await chosen()).toEqual([null, null, null, null])
  expect(complaints).toEqual([])
})

test('what is remembered badly, or not at all, does no harm', {
  timeout: browserTimeoutMs,
}, async () => {
  for (const script of [
    'localStorage.setItem("dibao-aids", "{")',
    'localStorage.setItem("dibao-aids", JSON.stringify({"text-size": "9", contrast: 3}))',
    'Object.defineProperty(window, "localStorage", {get() { throw new Error("none") }})',
  ]) {
    const {page, complaints, open} = await openPage()
    await page.addInitScript(script)
    await open('')
    expect(await page.getAttribute('html', 'data-text-size')).toBeNull()
    await page.click('#aids summary')
    await page.check('#aids [name="contrast"]')
    expect(await page.getAttribute('html', 'data-contrast')).toBe('high')
    expect(complaints).toEqual([])
  }
})

test('an article is read aloud sentence by sentence, in its edition’s voice', {
  timeout: browserTimeoutMs,
}, async () => {
  const {page, open} = await openPage()
  await page.addInitScript(`
    window.said = []
    const synthesis = {cancel() {}, speak(part) { said.push(part) }}
    Object.defineProperty(window, 'speechSynthesis', {value: synthesis})
  `)
  await open(`zh-hant/${article}`)
  await page.click('#aids summary')
  const speak = page.locator('#aids button').first()
  const stop = page.locator('#aids button').nth(1)
  await speak.click()
  const said = () => page.evaluate<string[]>('said.map(({text}) => text)')
  const end = () => page.evaluate('said.at(-1).onend()')
  expect(await said()).toEqual([await page.textContent('h1')])
  expect(await page.evaluate('said[0].lang')).toBe('zh-TW')
  await end()
  const [, second = ''] = await said()
  expect(await page.textContent('.prose')).toContain(second)
  expect(await speak.textContent()).toBe('暫停')
  await speak.click()
  expect(await speak.textContent()).toBe('繼續')
  await end()
  expect(await said()).toHaveLength(2)
  await speak.click()
  expect((await said())[2]).toBe(second)
  for (let turn = 0; (await speak.textContent()) !== '朗讀本文'; turn++) {
    if (turn > 100) throw new Error('it never ends')
    await end()
  }
  expect(await stop.isVisible()).toBe(false)
  const spoken = (await said()).length
  await speak.click()
  expect((await said())[spoken]).toBe((await said())[0])
  await end()
  expect(await stop.textContent()).toBe('停止')
  await stop.click()
  expect([await speak.textContent(), await stop.isVisible()]).toEqual(['朗讀本文', false])
  await speak.click()
  expect((await said()).at(-1)).toBe((await said())[0])
  await open('archive/')
  await page.click('#aids summary')
  await page.waitForSelector('#aids input')
  expect(await speak.count()).toBe(0)
})

test('a reader who changes the edition stays at the same heading', {
  timeout: browserTimeoutMs,
}, async () => {
  const {page, open} = await openPage()
  await open('2017/03/shishi-yijian/')
  const heading = page.locator('.prose h3').nth(5)
  const id = await heading.getAttribute('id')
  await page.evaluate('document.querySelectorAll(".prose h3")[5].scrollIntoView()')
  await page.evaluate('document.querySelector("a[hreflang=zh-Hant]").click()')
  await page.waitForURL('**/zh-hant/**')
  expect(decodeURIComponent(new URL(page.url()).hash)).toBe(`#${id}`)
})

test('a citation is copied whole, with the day on which it was read', {
  timeout: browserTimeoutMs,
}, async () => {
  const permissions = ['clipboard-read', 'clipboard-write']
  const {page, open} = await openPage({permissions})
  await page.clock.setFixedTime('2026-01-09T12:00:00')
  await open(article)
  for (const [index, form] of [
    '[2026-01-09]. https://',
    'urldate = {2026-01-09}',
    'Y2  - 2026/01/09/',
  ].entries()) {
    await page.evaluate(
      'for (const each of document.querySelectorAll(".citation details")) each.open = true',
    )
    await page.locator('.citation button').nth(index).click()
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toContain(form)
    expect(await page.locator('.citation [role="status"]').nth(index).textContent()).toBe('已复制')
  }
})

test('without scripts nothing dead is shown, and everything else works', {
  timeout: browserTimeoutMs,
}, async () => {
  const {page, complaints, open} = await openPage({javaScriptEnabled: false})
  await open(article)
  expect(await page.locator('button, input').count()).toBe(2)
  expect(await page.locator('.search-field :is(button, input)').count()).toBe(2)
  expect(await page.isVisible('.prose')).toBe(true)
  expect(await page.textContent('.citation-text >> nth=0')).toMatch(
    /\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)\. https/,
  )
  await page.click('.mending summary')
  expect(await page.isVisible('.mending .facts')).toBe(true)
  await page.click('a[hreflang="zh-Hant"]')
  expect(page.url()).toContain(`zh-hant/${article}`)
  await page.click('text=全部文章')
  await page.click('a[rel="next"]')
  expect(page.url()).toContain('zh-hant/archive/page/')
  expect(complaints).toEqual([])
})

test('an article is printed with its text, address and citation, and nothing else', {
  timeout: browserTimeoutMs,
}, async () => {
  const {page, open} = await openPage()
  await open(article)
  const printed = readPdf(await page.pdf({format: 'A4'}))
  const {pages} = printed
  // The dots of emphasis (着重号) are set as bullets.
  const text = printed.text.replaceAll('•', '')
  expect(pages).toBeGreaterThanOrEqual(1)
  expect(pages).toBeLessThanOrEqual(3)
  const title = (await page.textContent('h1')) ?? ''
  const paragraphs = await page.locator('.prose p').allTextContents()
  for (const each of [title, ...paragraphs]) {
    expect(text).toContain(each.replace(/\s/g, ''))
  }
  expect(text).toContain('https://archive.example.cn/2018/06/huodong-zhongxin/')
  expect(text).toContain('[EB/OL]')
  // Where the text came from goes with it on paper.
  for (const fact of await page.locator('.mending .facts dt').allTextContents()) {
    expect(text).toContain(fact)
  }
  for (const furniture of ['跳到正文', '阅读辅助', '复制', '返回顶部', '繁體', '逐处改动']) {
    expect(text).not.toContain(furniture)
  }
})
