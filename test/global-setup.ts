import {execFile} from 'node:child_process'
import {access} from 'node:fs/promises'
import process from 'node:process'
import {promisify} from 'node:util'
import {browserAdvice, findBrowser} from './support/browser.ts'

const run = promisify(execFile)

/**
 * Makes sure before any test that there are a browser and, on Linux, a Chinese font. On Debian and
 * Ubuntu the administrator gets what is missing installed; everyone else gets advice.
 */
export async function setup(): Promise<void> {
  const missing = await trouble()
  if (missing === undefined) return
  if (!(await mayInstall())) throw missing
  await install(['chromium', 'fonts-noto-cjk', 'fontconfig'])
  const stillMissing = await trouble()
  if (stillMissing !== undefined) throw stillMissing
}

async function trouble(): Promise<Error | undefined> {
  try {
    await findBrowser()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
  if (await hasChineseFont()) return undefined
  return new Error(
    `找不到中文字体，或没有 fc-list 命令。No Chinese font was found, or no fc-list.\n${browserAdvice}`,
  )
}

async function hasChineseFont(): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const fonts = await run('fc-list', [':lang=zh']).catch(() => ({stdout: ''}))
  return fonts.stdout.trim() !== ''
}

async function mayInstall(): Promise<boolean> {
  // A stated browser is the person's own choice; another one would not be used.
  if (process.env['CHROMIUM_PATH'] && !(await findsBrowser())) return false
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  return access('/usr/bin/apt-get').then(
    () => true,
    () => false,
  )
}

function findsBrowser(): Promise<boolean> {
  return findBrowser().then(
    () => true,
    () => false,
  )
}

async function install(packages: readonly string[]): Promise<void> {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
  const options = {env, maxBuffer: 64 * 1024 * 1024}
  try {
    await run('apt-get', ['update'], options)
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options)
  } catch (error) {
    const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
    throw new Error(`${output}\n${String(error)}\n\n${browserAdvice}`, {cause: error})
  }
}
