import {createInterface} from 'node:readline'
import {
  type Diagnostic,
  formatDiagnostic,
  isError,
  type Language,
  type Wording,
} from '../base/diagnostic.ts'

/** Where a command writes for people. */
export interface Terminal {
  readonly language: Language
  /** A line of the answer, on standard output. */
  readonly say: (line: Wording) => void
  /** Text of the answer as it stands, on standard output. */
  readonly print: (text: string) => void
  /** A line about what went wrong, on standard error. */
  readonly complain: (line: Wording) => void
  /** What was noticed, on standard error; notes of no weight are only counted. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void
  /** Asks a person; undefined when the input ends. Not there where nobody sits at a terminal. */
  readonly ask: ((question: Wording) => Promise<string | undefined>) | undefined
  /** Shows how far a long task is, on a terminal, once it has taken a second. */
  readonly progress: (task: Wording) => Progress
}

/** How far one task is. */
export interface Progress {
  readonly counted: (done: number, total: number) => void
  /** Takes the line away. */
  readonly end: () => void
}

interface Streams {
  readonly stdin: NodeJS.ReadStream
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
  return {
    language,
    say: (line) => stdout.write(`${line[language]}\n`),
    print: (text) => stdout.write(text),
    complain,
    report: (diagnostics) => {
      for (const diagnostic of diagnostics) {
        if (diagnostic.severity === 'info' && !verbose) continue
        stderr.write(`${formatDiagnostic(diagnostic, language)}\n`)
      }
      const summary = summarise(diagnostics, verbose)
      if (summary) complain(summary)
    },
    ask:
      stdin.isTTY && stdout.isTTY
        ? (question) => askOnce(question[language], stdin, stdout)
        : undefined,
    progress: (task) => createProgress(task[language], stderr),
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

function askOnce(
  question: string,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): Promise<string | undefined> {
  const lines = createInterface({input, output})
  return new Promise((resolve) => {
    lines.once('close', () => resolve(undefined))
    lines.question(question, (answer) => {
      resolve(answer)
      lines.close()
    })
  })
}

const quietMs = 1000
const stepMs = 100

function createProgress(task: string, stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return {counted: () => {}, end: () => {}}
  const startedAt = performance.now()
  let shownAt = 0
  return {
    counted: (done, total) => {
      const now = performance.now()
      if (now - startedAt < quietMs || now - shownAt < stepMs) return
      shownAt = now
      stream.write(`\r\x1b[K${task} ${done.toLocaleString('en')} / ${total.toLocaleString('en')}`)
    },
    end: () => {
      if (shownAt > 0) stream.write('\r\x1b[K')
    },
  }
}
