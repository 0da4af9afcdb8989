import {fstatSync} from 'node:fs'
import {
  type Diagnostic,
  formatDiagnostic,
  isError,
  type Language,
  type Wording,
} from '../base/diagnostic.ts'
import {createQuestions} from './questions.ts'
import {shorten} from './shorten.ts'

/** Where a command writes for people. */
export interface Terminal {
  readonly language: Language
  /** A line of the answer, on standard output. */
  readonly say: (line: Wording) => void
  /** Text of the answer as it stands, on standard output. */
  readonly print: (text: string) => void
  /** A line about what went wrong, on standard error. */
  readonly complain: (line: Wording) => void
  /**
   * What was noticed, on standard error; notes of no weight are only counted, and so are those of
   * one kind about one file after the twentieth.
   */
  readonly report: (diagnostics: readonly Diagnostic[]) => void
  /** Asks a person; undefined when the input ends. Not there where nobody sits at a terminal. */
  readonly ask: Ask | undefined
  /** Asks a person, or takes the next line of a pipe or a file; not there where there is none. */
  readonly askOrRead: Ask | undefined
  /** Shows how far a long task is, on a terminal, once it has taken a second. */
  readonly progress: (task: Wording) => Progress
}

/** Puts a question. */
export type Ask = (question: Wording) => Promise<string | undefined>

/** How far one task is. */
export interface Progress {
  readonly counted: (done: number, total: number) => void
  /** Takes the line away. */
  readonly end: () => void
}

interface Streams {
  readonly stdin: NodeJS.ReadStream & {readonly fd?: number}
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

/** A terminal over the streams of the process. `verbose` shows notes of no weight too. */
export function createTerminal(
  language: Language,
  verbose: boolean,
  {stdin, stdout, stderr}: Streams = process,
): Terminal {
  const complain = (line: Wording): void => {
    stderr.write(`${line[language]}\n`)
  }
  const questions = createQuestions({stdin, stdout})
  const ask: Ask = (question) => questions(question[language])
  return {
    language,
    say: (line) => stdout.write(`${line[language]}\n`),
    print: (text) => stdout.write(text),
    complain,
    report: (diagnostics) => {
      const weighty = diagnostics.filter(({severity}) => severity !== 'info')
      const all = diagnostics.map((diagnostic) => ({diagnostic, untold: 0}))
      for (const {diagnostic, untold} of verbose ? all : shorten(weighty)) {
        stderr.write(`${formatDiagnostic(diagnostic, language)}\n`)
        if (untold > 0) complain(moreAlike(untold))
      }
      const summary = summarise(diagnostics, verbose)
      if (summary) complain(summary)
    },
    ask: stdin.isTTY && stdout.isTTY ? ask : undefined,
    askOrRead: mayAnswer(stdin) ? ask : undefined,
    progress: (task) => createProgress(task[language], language, stderr),
  }
}

function moreAlike(count: number): Wording {
  return {
    zh: `    这份文件里同样的问题还有 ${count} 处（加 --verbose 全部列出）`,
    en: `    ${count} more of this kind in this file (--verbose lists them all)`,
  }
}

function summarise(diagnostics: readonly Diagnostic[], verbose: boolean): Wording | undefined {
  const errors = diagnostics.filter(isError).length
  const warnings = diagnostics.filter(({severity}) => severity === 'warning').length
  const notes = diagnostics.length - errors - warnings
  if (diagnostics.length === 0) return undefined
  const more = notes > 0 && !verbose
  return {
    zh: `共 ${errors} 处错误、${warnings} 处提醒、${notes} 条说明${more ? '（加 --verbose 查看说明）' : ''}`,
    en: `${errors} errors, ${warnings} warnings, ${notes} notes${more ? ' (--verbose shows the notes)' : ''}`,
  }
}

/** Programs that start this one leave it a socket, or nothing: nobody will ever answer there. */
function mayAnswer({isTTY, fd}: Streams['stdin']): boolean {
  if (isTTY) return true
  // In big integers, because Node keeps the last answer in plain ones for itself: where that was a
  // pipe, `realpathSync` leaves a link in the name of the next module standing, and the module is
  // loaded twice (seen in Node 20.20).
  const input = fd === undefined ? undefined : fstatSync(fd, {bigint: true})
  return input?.isFIFO() === true || input?.isFile() === true
}

const quietMs = 1000
const stepMs = 100

function createProgress(task: string, language: Language, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return {counted: () => {}, end: () => {}}
  const startedAt = performance.now()
  let shownAt = 0
  return {
    counted: (done, total) => {
      const now = performance.now()
      if (now - startedAt < quietMs || now - shownAt < stepMs) return
      shownAt = now
      const left = estimateLeft(now - startedAt, done, total)[language]
      const counts = `${done.toLocaleString('en')} / ${total.toLocaleString('en')}`
      stream.write(`\r\x1b[K${task} ${counts}${left}`)
    },
    end: () => {
      if (shownAt > 0) stream.write('\r\x1b[K')
    },
  }
}

/** How long the rest will take if it goes on as before; nothing while that cannot be told. */
function estimateLeft(elapsedMs: number, done: number, total: number): Wording {
  const seconds = Math.ceil((elapsedMs / 1000 / done) * (total - done))
  if (done === 0 || seconds < 1) return {zh: '', en: ''}
  const minutes = Math.ceil(seconds / 60)
  if (seconds < 60) return {zh: `，约剩 ${seconds} 秒`, en: `, about ${seconds} s left`}
  return {zh: `，约剩 ${minutes} 分钟`, en: `, about ${minutes} min left`}
}
