import {createInterface, type Interface} from 'node:readline'

/** What questions are asked over. */
export interface QuestionStreams {
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
}

/**
 * Asks over the streams; the answer is the next line, and undefined once there are no more. Lines
 * that come sooner than their questions, as they do from a pipe, are kept. Between two questions
 * nothing is read, so that the program can end.
 */
export function createQuestions({stdin, stdout}: QuestionStreams) {
  const early: string[] = []
  let lines: Interface | undefined
  let waiting: ((answer: string | undefined) => void) | undefined
  let isOver = false

  const open = (): Interface => {
    const opened = createInterface({input: stdin, output: stdout, terminal: stdin.isTTY === true})
    opened.on('line', (line) => {
      if (waiting) settle(line)
      else early.push(line)
    })
    opened.on('close', () => {
      isOver = true
      if (waiting) stdout.write('\n')
      settle(undefined)
    })
    // Who presses Ctrl+C wants out, and not whatever an empty answer means.
    opened.on('SIGINT', () => {
      opened.close()
      process.kill(process.pid, 'SIGINT')
    })
    return opened
  }
  const settle = (answer: string | undefined): void => {
    const answered = waiting
    waiting = undefined
    // From Node 24 on, what is closed cannot be told to wait.
    if (!isOver) lines?.pause()
    answered?.(answer)
  }

  return (question: string): Promise<string | undefined> => {
    const kept = early.shift()
    if (kept !== undefined || isOver) {
      stdout.write(`${question}\n`)
      return Promise.resolve(kept)
    }
    lines ??= open()
    return new Promise((resolve) => {
      waiting = resolve
      lines?.setPrompt(question)
      lines?.prompt()
    })
  }
}
