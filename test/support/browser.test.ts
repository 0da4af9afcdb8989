import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import process from 'node:process'
import {expect, test, vi} from 'vitest'
import {browserTimeoutMs, findBrowser, openBrowser} from './browser.ts'

test('says so in both languages when CHROMIUM_PATH leads nowhere', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dibao-browser-'))
  const missing = join(folder, 'chrome')
  vi.stubEnv('CHROMIUM_PATH', missing)
  await expect(findBrowser()).rejects.toThrow(`不存在：${missing}\nCHROMIUM_PATH names`)
  await rm(folder, {recursive: true})
})

test('takes the program that CHROMIUM_PATH names before any other', async () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath)
  expect(await findBrowser()).toBe(process.execPath)
})

test('opens a browser that can set Chinese text', {timeout: browserTimeoutMs}, async () => {
  const browser = await openBrowser()
  const page = await browser.newPage()
  await page.setContent('<meta charset="utf-8"><title>邸报</title><p>颱風後維護</p>')
  expect(await page.title()).toBe('邸报')
  expect(await page.evaluate('document.querySelector("p").offsetHeight > 0')).toBe(true)
  await browser.close()
})
