import {access} from 'node:fs/promises'
import {delimiter, join} from 'node:path'
import process from 'node:process'
import {type Browser, type BrowserContextOptions, chromium} from 'playwright-core'
import {onTestFinished} from 'vitest'

/** The time limit of a test that opens a browser, in milliseconds. */
export const browserTimeoutMs = 60_000

/** What to do when there is no browser, for the person who runs the tests. */
export const browserAdvice = `找不到浏览器。请安装 Chrome、Chromium 或 Edge（Debian/Ubuntu：apt-get install chromium fonts-noto-cjk fontconfig），或者把浏览器程序的完整路径写进环境变量 CHROMIUM_PATH。
No browser was found. Install Chrome, Chromium or Edge (Debian/Ubuntu: apt-get install chromium fonts-noto-cjk fontconfig), or put the full path of the browser's program into the environment variable CHROMIUM_PATH.`

/**
 * Path of the browser that tests use: `CHROMIUM_PATH`, else one that the system has, else the one
 * that Playwright has downloaded. Rejects with advice when there is none, so that no test is left
 * out in silence.
 */
export async function findBrowser(): Promise<string> {
  const stated = process.env['CHROMIUM_PATH']
  if (stated) {
    if (await exists(stated)) return stated
    throw new Error(
      `环境变量 CHROMIUM_PATH 指的文件不存在：${stated}\n` +
        `CHROMIUM_PATH names a file that does not exist: ${stated}`,
    )
  }
  for (const path of [...systemPaths(), chromium.executablePath()]) {
    if (path && (await exists(path))) return path
  }
  throw new Error(browserAdvice)
}

/** Opens the browser that `findBrowser` finds, without a window. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

function systemPaths(): readonly string[] {
  if (process.platform === 'win32') return windowsPaths()
  if (process.platform === 'darwin') return macPaths()
  return linuxPaths()
}

function linuxPaths(): readonly string[] {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin']
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  return names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)))
}

function macPaths(): readonly string[] {
  const folders = ['/Applications', join(process.env['HOME'] ?? '/', 'Applications')]
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
  return names.flatMap((name) =>
    folders.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)),
  )
}

function windowsPaths(): readonly string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  )
  const programs = [
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Chromium', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ]
  return programs.flatMap((steps) => folders.map((folder) => join(folder, ...steps)))
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

/** A page that lasts as long as its test, and everything that it complains of. */
export async function openWatchedPage(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext({
    viewport: {width: 1280, height: 800},
    reducedMotion: 'reduce',
    ...options,
  })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return {page, complaints}
}
