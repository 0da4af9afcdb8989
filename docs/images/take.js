import process from 'node:process'
import {fileURLToPath} from 'node:url'
import {chromium} from 'playwright-core'

/*
 * `npm run pictures` takes the pictures that the README shows from the sample archive, so that they
 * show the pages as they are. It needs Chromium, or the path of one in CHROMIUM_PATH.
 */

const root = new URL('../../', import.meta.url)

/** Each picture, the page of `dist/` that it shows, and how much of it, in CSS pixels. */
const pictures = [{file: 'home.png', page: 'index.html', width: 1100, height: 680}]

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const {file, page: path, width, height} of pictures) {
  const page = await browser.newPage({viewport: {width, height}, colorScheme: 'light'})
  await page.goto(new URL(`dist/${path}`, root).href)
  await page.screenshot({path: fileURLToPath(new URL(file, import.meta.url))})
}
await browser.close()
