import {execFile} from 'node:child_process'
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {dirname, join, resolve} from 'node:path'
import process from 'node:process'
import {expect, test} from 'vitest'
import {readArchive} from './archive.ts'
import {formatTally} from './tally.ts'

test('counts in one line, and names left-out tests only when there are any', () => {
  expect(formatTally({passed: 12, failed: 0, skipped: 0})).toBe('12 passed, 0 failed')
  expect(formatTally({passed: 0, failed: 2, skipped: 3})).toBe('0 passed, 2 failed, 3 skipped')
})

test('ends a run with a line that counts broken files and stray errors as failed', async () => {
  const output = await runVitest(`-- good.test.js --
test('one', () => {})
test.skip('two', () => {})
-- bad.test.js --
test('three', () => { throw new Error('no') })
-- broken.test.js --
import './nowhere.js'
-- stray.test.js --
test('four', () => { Promise.reject(new Error('stray')) })
`)
  expect(output.trimEnd().split('\n').at(-1)).toBe('2 passed, 3 failed, 1 skipped')
})

test('counts a group that cannot be set up as failed', async () => {
  const output = await runVitest(`-- group.test.js --
describe('group', () => {
  beforeAll(() => { throw new Error('no') })
  test('one', () => {})
})
`)
  expect(output.trimEnd().split('\n').at(-1)).toMatch(/^0 passed, [1-9]\d* failed/)
})

test('a run that fails before its first test has not passed', async () => {
  const output = await runVitest(`-- setup.js --
export function setup() { throw new Error('no browser') }
-- good.test.js --
test('one', () => {})
`)
  expect(output).toContain('0 passed, 1 failed\n')
})

async function runVitest(archive: string): Promise<string> {
  const files = readArchive(archive)
  await mkdir('node_modules/.cache', {recursive: true})
  const folder = await mkdtemp(resolve('node_modules/.cache/tally-'))
  const tally = JSON.stringify(resolve('test/support/tally.ts'))
  const setup = JSON.stringify(files.has('setup.js') ? ['./setup.js'] : [])
  const config = `import {tallyReporter} from ${tally}
export default {test: {globals: true, include: ['*.test.js'], exclude: [], globalSetup: ${setup}, reporters: ['default', tallyReporter]}}
`
  for (const [path, text] of [...files, ['vitest.config.ts', config] as const]) {
    await mkdir(dirname(join(folder, path)), {recursive: true})
    await writeFile(join(folder, path), text)
  }
  const program = resolve('node_modules/vitest/vitest.mjs')
  const output = await new Promise<string>((done) => {
    const args = [program, 'run', '--root', folder, '--config', join(folder, 'vitest.config.ts')]
    execFile(process.execPath, args, (_, stdout) => done(stdout))
  })
  await rm(folder, {recursive: true})
  return output
}
