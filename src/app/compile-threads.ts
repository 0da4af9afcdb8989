import {once} from 'node:events'
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {batchesAtOnce, batchSize, type Compiled, type CompileFiles, inline} from './compile.ts'
import {type CompileAnswer, type CompileQuestion, fromAnswer} from './compile-message.ts'

/**
 * Compiles whole batches in as many threads as the processor has, or in `count`; what is less than
 * one is done in this thread sooner than another begins. Extensions are code and stay where they
 * were loaded. The answers are the same whoever gives them.
 */
export function threaded(count = Math.min(availableParallelism(), batchesAtOnce)): CompileFiles {
  const here = inline()
  const threads = new Threads(count)
  return (files, settings) =>
    settings.extensions || files.length < batchSize
      ? here(files, settings)
      : threads.ask({files, settings})
}

/** Threads that are begun when there is work, and ended when there is none. */
class Threads {
  readonly #count: number
  readonly #idle: Worker[] = []
  readonly #waiting: ((worker: Worker) => void)[] = []
  #begun = 0

  constructor(count: number) {
    this.#count = count
  }

  async ask(question: CompileQuestion): Promise<readonly Compiled[]> {
    const worker = this.#idle.pop() ?? (await this.#beginOrWait())
    try {
      worker.postMessage(question)
      // Rejects when the thread fails.
      const [answer]: CompileAnswer[] = await once(worker, 'message')
      return fromAnswer(answer!)
    } finally {
      this.#release(worker)
    }
  }

  async #beginOrWait(): Promise<Worker> {
    if (this.#begun === this.#count) return new Promise((take) => this.#waiting.push(take))
    this.#begun++
    return new Worker(new URL('./compile-worker.js', import.meta.url))
  }

  #release(worker: Worker): void {
    const next = this.#waiting.shift()
    if (next) next(worker)
    else this.#idle.push(worker)
    if (this.#idle.length < this.#begun) return
    this.#begun = 0
    for (const each of this.#idle.splice(0)) void each.terminate()
  }
}
