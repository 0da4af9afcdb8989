import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {batchesAtOnce, type Compiled, type CompileFiles, inline} from './compile.ts'
import {type CompileAnswer, type CompileQuestion, fromAnswer} from './compile-message.ts'

// Each thread has to load the program and to warm it up, which takes as long as some hundred files.
const filesWorthThreads = 1000

/** How many questions a thread has, so that none waits while this one is at work itself. */
const questionsAhead = 2
const threadsMax = batchesAtOnce / questionsAhead

/**
 * Compiles in as many threads as the processor has, or in `count`, of which this one is the first;
 * what is little, in this one alone. Extensions are code and stay where they were loaded. The
 * answers are the same whoever gives them.
 */
export function threaded(count = Math.min(availableParallelism(), threadsMax)): CompileFiles {
  const here = inline()
  const threads = new Threads(count - 1, here)
  return (files, settings, total = files.length) =>
    settings.extensions || total < filesWorthThreads
      ? here(files, settings)
      : threads.ask({files, settings})
}

/** A question, and who waits for its answer. */
interface Job {
  readonly question: CompileQuestion
  readonly resolve: (answer: readonly Compiled[]) => void
  readonly reject: (error: unknown) => void
}

/** Threads that are begun when there is work, and ended when there is none. */
class Threads {
  readonly #count: number
  readonly #here: CompileFiles
  readonly #threads = new Set<Thread>()
  readonly #waiting: Job[] = []
  #isHereBusy = false

  constructor(count: number, here: CompileFiles) {
    this.#count = count
    this.#here = here
  }

  /** Rejects with what a thread failed of; the others go on. */
  ask(question: CompileQuestion): Promise<readonly Compiled[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({question, resolve, reject})
      this.#handOut()
    })
  }

  #handOut(): void {
    while (this.#waiting.length > 0) {
      const threads = [...this.#threads]
      const free =
        threads.find(({isIdle}) => isIdle) ?? this.#begin() ?? threads.find(({hasRoom}) => hasRoom)
      if (!free) break
      free.ask(this.#waiting.shift()!)
    }
    if (this.#waiting.length > 0 && !this.#isHereBusy) this.#workHere()
  }

  #begin(): Thread | undefined {
    if (this.#threads.size === this.#count) return undefined
    const thread = new Thread((isAlive) => {
      if (!isAlive) this.#threads.delete(thread)
      this.#handOut()
      this.#endIdle()
    })
    this.#threads.add(thread)
    return thread
  }

  /** One question, after the answers of the others have been heard. */
  #workHere(): void {
    this.#isHereBusy = true
    setImmediate(async () => {
      const job = this.#waiting.shift()
      if (job) {
        const {files, settings} = job.question
        await this.#here(files, settings).then(job.resolve, job.reject)
      }
      this.#isHereBusy = false
      this.#handOut()
      this.#endIdle()
    })
  }

  #endIdle(): void {
    if (this.#isHereBusy || [...this.#threads].some(({isIdle}) => !isIdle)) return
    for (const thread of this.#threads) thread.end()
    this.#threads.clear()
  }
}

/** A thread that answers its questions in their order. */
class Thread {
  readonly #worker = new Worker(new URL('./compile-worker.js', import.meta.url))
  readonly #asked: Job[] = []

  /** `heard` is told of every answer, and of the end of a thread that fails altogether. */
  constructor(heard: (isAlive: boolean) => void) {
    this.#worker.on('message', (answer: CompileAnswer) => {
      const {resolve, reject} = this.#asked.shift()!
      if ('failure' in answer) reject(answer.failure)
      else resolve(fromAnswer(answer))
      heard(true)
    })
    this.#worker.on('error', (error) => {
      for (const {reject} of this.#asked.splice(0)) reject(error)
      heard(false)
    })
  }

  get hasRoom(): boolean {
    return this.#asked.length < questionsAhead
  }

  get isIdle(): boolean {
    return this.#asked.length === 0
  }

  ask(job: Job): void {
    this.#asked.push(job)
    this.#worker.postMessage(job.question)
  }

  end(): void {
    void this.#worker.terminate()
  }
}
