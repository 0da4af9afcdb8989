import {PassThrough} from 'node:stream'
import {expect, test, vi} from 'vitest'
import {createTerminal} from '../../src/app/terminal.ts'
import type {Diagnostic, Severity} from '../../src/base/diagnostic.ts'

const task = {zh: '整理文字', en: 'Repairing texts'}

test('shows how far a task is once it has taken a second, ten times a second, and takes it away', () => {
  const {terminal, written} = open({isTTY: true})
  vi.useFakeTimers({toFake: ['performance']})
  const {counted, end} = terminal.progress(task)
  counted(1, 2000)
  vi.advanceTimersByTime(999)
  counted(2, 2000)
  expect(written()).toEqual(['', ''])
  vi.advanceTimersByTime(1)
  counted(1000, 2000)
  vi.advanceTimersByTime(99)
  counted(1001, 2000)
  expect(written()).toEqual(['', '\r\x1b[K整理文字 1,000 / 2,000，约剩 1 秒'])
  end()
  expect(written()).toEqual(['', '\r\x1b[K整理文字 1,000 / 2,000，约剩 1 秒\r\x1b[K'])
  vi.useRealTimers()
})

test('estimates minutes for a longer task', () => {
  const {terminal, written} = open({isTTY: true, language: 'en'})
  vi.useFakeTimers({toFake: ['performance']})
  const {counted, end} = terminal.progress(task)
  vi.advanceTimersByTime(30_000)
  counted(500, 2000)
  expect(written()[1]).toBe('\r\x1b[KRepairing texts 500 / 2,000, about 2 min left')
  end()
  vi.useRealTimers()
})

test('a task shorter than a second leaves the terminal alone', () => {
  const {terminal, written} = open({isTTY: true})
  const {counted, end} = terminal.progress(task)
  counted(1, 1)
  end()
  expect(written()).toEqual(['', ''])
})

test('draws no progress where nobody watches', () => {
  const {terminal, written} = open({isTTY: false})
  vi.useFakeTimers({toFake: ['performance']})
  const {counted, end} = terminal.progress(task)
  vi.advanceTimersByTime(5000)
  counted(1, 2)
  end()
  expect(written()).toEqual(['', ''])
  vi.useRealTimers()
})

test('answers on standard output, everything else on standard error', () => {
  const {terminal, written} = open({language: 'en'})
  terminal.say({zh: '好', en: 'done'})
  terminal.print('as it stands')
  terminal.complain({zh: '错', en: 'wrong'})
  expect(written()).toEqual(['done\nas it stands', 'wrong\n'])
})

test('counts notes of no weight and says how to see them', () => {
  const found = [diagnose('error'), diagnose('info'), diagnose('info')]
  const quiet = open({})
  quiet.terminal.report(found)
  expect(quiet.written()[1]).toBe(
    'content/a.md: 错误: 坏 (base/x)\n共 1 处错误、0 处提醒、2 条说明（加 --verbose 查看说明）\n',
  )
  const verbose = open({verbose: true, language: 'en'})
  verbose.terminal.report(found)
  expect(verbose.written()[1]).toBe(
    'content/a.md: error: bad (base/x)\ncontent/a.md: info: bad (base/x)\ncontent/a.md: info: bad (base/x)\n1 errors, 0 warnings, 2 notes\n',
  )
})

test('of one kind about one file shows twenty, how many more there are, and all of others', () => {
  const many = Array.from({length: 9000}, () => diagnose('warning'))
  const elsewhere = {...diagnose('warning'), file: 'content/b.md'}
  const other = {...diagnose('error'), ruleId: 'base/y'}
  const {file: _, ...nowhere} = diagnose('warning')
  const loose = Array.from({length: 30}, () => nowhere)
  const found = [...many, other, elsewhere, ...loose]
  const {terminal, written} = open({language: 'en'})
  terminal.report(found)
  expect(written()[1]?.split('\n')).toEqual([
    ...Array.from({length: 20}, () => 'content/a.md: warning: bad (base/x)'),
    '    8980 more of this kind in this file (--verbose lists them all)',
    'content/a.md: error: bad (base/y)',
    'content/b.md: warning: bad (base/x)',
    ...loose.map(() => 'warning: bad (base/x)'),
    '1 errors, 9031 warnings, 0 notes',
    '',
  ])
  const twenty = open({})
  twenty.terminal.report(many.slice(0, 20))
  expect(twenty.written()[1]).not.toContain('--verbose')
  const verbose = open({verbose: true})
  verbose.terminal.report(many.slice(0, 30))
  expect(verbose.written()[1]?.split('\n')).toHaveLength(30 + 2)
})

test('says nothing when nothing was noticed', () => {
  const {terminal, written} = open({})
  terminal.report([])
  expect(written()).toEqual(['', ''])
})

test('asks a person at a terminal, and nobody where there is none', async () => {
  const {terminal, typed, closed, written} = open({isTTY: true})
  const question = {zh: '几？', en: 'which?'}
  const first = terminal.ask?.(question)
  typed('2\n')
  expect(await first).toBe('2')
  expect(written()[0]).toContain('几？')
  const second = terminal.ask?.(question)
  closed()
  expect(await second).toBeUndefined()
  expect(open({}).terminal.ask).toBeUndefined()
  expect(open({}).terminal.askOrRead).toBeUndefined()
})

test('keeps what is typed or pasted before it is asked for', async () => {
  const {terminal, typed, closed} = open({isTTY: true})
  const question = {zh: '几？', en: 'which?'}
  const first = terminal.ask?.(question)
  typed('1\n2\n3\n')
  closed()
  const rest = [await first]
  for (let count = 0; count < 3; count++) rest.push(await terminal.ask?.(question))
  expect(rest).toEqual(['1', '2', '3', undefined])
})

test('Ctrl+C at a question ends the program', async () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
  const {terminal, typed} = open({isTTY: true})
  const answer = terminal.ask?.({zh: '几？', en: 'which?'})
  typed('\x03')
  await answer
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGINT']])
  kill.mockRestore()
})

function open({isTTY = false, verbose = false, language = 'zh' as 'zh' | 'en'}) {
  const [stdin, stdout, stderr] = [createStream(isTTY), createStream(isTTY), createStream(isTTY)]
  const textOf = (stream: PassThrough): string => String(stream.read() ?? '')
  let [out, err] = ['', '']
  return {
    terminal: createTerminal(language, verbose, {stdin, stdout, stderr}),
    typed: (text: string) => void stdin.write(text),
    closed: () => void stdin.end(),
    written: () => {
      out += textOf(stdout)
      err += textOf(stderr)
      return [out, err]
    },
  }
}

/** A stream that passes for that of a terminal as far as a terminal here asks. */
function createStream(isTTY: boolean): PassThrough & NodeJS.WriteStream & NodeJS.ReadStream {
  const stream: unknown = Object.assign(new PassThrough(), {isTTY})
  return stream as PassThrough & NodeJS.WriteStream & NodeJS.ReadStream
}

function diagnose(severity: Severity): Diagnostic {
  return {ruleId: 'base/x', severity, reason: {zh: '坏', en: 'bad'}, file: 'content/a.md'}
}
