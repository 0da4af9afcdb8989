import {execFile} from 'node:child_process'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {describeTrouble, reasonOf} from '../../src/app/trouble.ts'
import {makeFolder, runProgram} from '../support/folder.ts'

const shell = promisify(execFile)

/** Runs a line of the shell in which `dibao` is the program; answers both streams and the code. */
async function runLine(line: string): Promise<string> {
  const dibao = `dibao() { "${process.execPath}" lib/app/cli.js "$@"; }`
  const {stdout} = await shell('bash', [
    '-c',
    `${dibao}; { ${line}; } 2>&1; echo " \${PIPESTATUS[*]}"`,
  ])
  return stdout
}

test('writes a log to a device where it is, and leaves the device', async () => {
  expect(await runLine('echo 甲,乙 | dibao text --log /dev/stderr 2>&1 | cat')).toMatch(
    /^\{"rule".*\}\n甲，乙\n/,
  )
  expect(await runLine('echo 甲, | dibao text --log /dev/null && test -c /dev/null')).toMatch(
    /0\n$/,
  )
})

test('makes the folder of a log', async () => {
  const log = join(await makeFolder(), 'a', 'b.jsonl')
  await runProgram(['text', 'LICENSE', '--log', log])
  expect(await readFile(log, 'utf8')).toBeDefined()
})

test.each([
  [['text', '--log'], '--log 后面没有写值'],
  [['text', '--log', '--lines'], '--log 后面没有写值'],
  [['review', '--against'], '--against 后面没有写值'],
  [['text', 'test'], '读不了文件「test」：这是文件夹，不是文件'],
  [['text', 'LICENSE', '--log', 'test'], '用不了「test」：这是文件夹，不是文件'],
  [['text', 'LICENSE', '--log', 'LICENSE/a'], '用不了「LICENSE/a」：'],
])('%j is answered in words: %s', async (args, words) => {
  const {code, stderr} = await runProgram(args)
  expect(code).not.toBe(0)
  expect(stderr).toContain(words)
  expect(stderr).not.toMatch(/E[A-Z]{4,}|\.part|\bat /)
})

test('ends without a word when nobody reads on', async () => {
  const line = 'yes 甲乙丙丁,戊己庚辛 | head -20000 | dibao text | head -c 9'
  expect(await runLine(line)).toMatch(/^甲乙丙 \d+ 0 0 0\n$/)
})

test('names the code of the system where there are no words for it', () => {
  expect(reasonOf('EXDEV').zh).toBe('EXDEV')
  expect(describeTrouble(new Error('our own'))).toBeUndefined()
  expect(
    describeTrouble(Object.assign(new Error('elsewhere'), {code: 'EXDEV', syscall: 'rename'}))?.en,
  ).toBe('elsewhere')
  // What was being written is not told of a file that is open already.
  expect(describeTrouble(Object.assign(new Error('write'), {code: 'ENOSPC'}))?.zh).toContain(
    '磁盘已满',
  )
})
