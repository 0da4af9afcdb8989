import {rename, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {addAxe, violationsOf} from '../support/axe.ts'
import {browserTimeoutMs, openBrowser} from '../support/browser.ts'
import {makeSite, startProgram} from '../support/folder.ts'

test('an open page follows every save, shows what is wrong, and comes back', {
  timeout: browserTimeoutMs,
}, async () => {
  const folder = await makeSite(`-- dibao.yml --
title: 云溪市档案
-- content/taifeng.md --
---
title: 台风后维护
date: 2004-03-05
---
老干部参加维护。
-- content/hui.md --
---
title: 座谈会
date: 2004-06-01
---
座谈会召开。
`)
  const program = startProgram(['dev', '--port', '0', '--site', folder.root])
  const [address = ''] = await program.printed(/http:\/\/127\.0\.0\.1:\d+\//)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text())
    })
    await page.goto(new URL('/zh-hant/2004/03/taifeng/', address).href)
    expect(await page.textContent('h1')).toBe('颱風後維護')
    const other = await browser.newPage()
    await other.goto(new URL('/2004/06/hui/', address).href)

    const path = join(folder.content, 'taifeng.md')
    await writeFile(path, '---\ntitle: 台风后清理\ndate: 2004-03-05\n---\n老干部参加清理。\n')
    await shows(page, '老幹部參加清理。')
    expect(await page.textContent('h1')).toBe('颱風後清理')

    await writeFile(path, '---\ntitle: 台风后清理\ndate: 2004-02-30\n---\n老干部参加清理。\n')
    await shows(page, 'content/taifeng.md:3:7: 错误: [date] 日历上没有「2004-02-30」这一天')
    await shows(other, '1 处错误，0 处提醒')
    expect(await other.textContent('h1')).toBe('座谈会')
    expect(program.stderr()).toContain('content/taifeng.md:3:7: 错误: [date] ')

    // As an editor program saves that writes a new file and puts it in the old one's place.
    await writeFile(`${path}~`, '---\ntitle: 台风\ndate: 2004-03-05\n---\n修好了。\n')
    await rename(`${path}~`, path)
    await shows(page, '修好了。')
    expect(await page.textContent('h1')).toBe('颱風')
    await other.locator('#dibao-problems').waitFor({state: 'detached'})

    // The editor's pages, in a window as wide as a telephone.
    await other.setViewportSize({width: 360, height: 640})
    await other.click('text=对照原文')
    expect(await other.textContent('h1')).toBe('座谈会')
    await addAxe(other)
    expect(await violationsOf(other)).toEqual([])
    await other.click('text=总览')
    await shows(other, '2 篇文章，0 处错误')
    await writeFile(path, '---\ntitle: 台风\ndate: 2004-02-30\n---\n修好了。\n')
    // A file that is being written may have been read while it was empty: that is one error as well.
    await shows(other, '日历上没有「2004-02-30」这一天')
    await shows(other, '错误和提醒（1）')
    expect(await other.getAttribute('a[href^="vscode:"]', 'href')).toMatch(/taifeng\.md:3:7$/)
    await addAxe(other)
    expect(await violationsOf(other)).toEqual([])
    const width = await other.evaluate('document.documentElement.scrollWidth')
    expect(width).toBe(360)
    expect(refused).toEqual([])
  } finally {
    await browser.close()
  }
  program.signal('SIGINT')
  expect(await program.ended).toMatchObject({code: 0})
})

test('changes made while the site is being read for the first time are not missed', {
  timeout: browserTimeoutMs,
}, async () => {
  const record = (index: number, text: string): string =>
    `---\ntitle: 文${index}\ndate: 2004-03-05\n---\n${text}\n`
  const folder = await makeSite(
    Array.from(
      {length: 200},
      (_, index) => `-- content/n${index}.md --\n${record(index, '关心下一代，会议。'.repeat(40))}`,
    ).join(''),
  )
  const program = startProgram(['dev', '--port', '0', '--site', folder.root])
  let address: string | undefined
  const ready = program.printed(/http:\S+/).then(([found]) => {
    address = found
  })
  const changed: number[] = []
  while (address === undefined) {
    const index = changed.length
    const path = join(folder.content, `n${index}.md`)
    await writeFile(`${path}~`, record(index, `第${index}次改动。`))
    await rename(`${path}~`, path)
    changed.push(index)
    await Promise.race([ready, new Promise((done) => setTimeout(done, 20))])
  }
  expect(changed.length).toBeGreaterThan(10)
  for (const index of changed) {
    const page = new URL(`/2004/03/n${index}/`, address)
    const shown = async (): Promise<string> => (await fetch(page)).text()
    await expect.poll(shown, {timeout: 10_000}).toContain(`第${index}次改动。`)
  }
  program.signal('SIGTERM')
  expect(await program.ended).toMatchObject({code: 0, stderr: ''})
})

async function shows(page: Page, text: string): Promise<void> {
  await page.locator('body', {hasText: text}).waitFor({state: 'attached'})
}
