import {once} from 'node:events'
import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'
import {batchesAtOnce, type Compiled, type CompileFiles, inline} from './compile.ts'
import {type CompileAnswer, type CompileQuestion, fromAnswer} from './compile-message.ts'

// Each thread has to load the program and to warm it up, which takes as long as some hundred files.
const filesWorthThreads = 1000

/**
 * Compiles in as many threads as the processor has, or in `count`; what is little, in this one.
 * Extensions are code and stay where they were loaded. The answers are the same whoever gives them.
 */
export function threaded(count = Math.min(availableParallelism(), batchesAtOnce)): CompileFiles {
  const here = inline()
  const threads = new Threads(count)
  return (files, settings, total = files.length) =>
    settings.extensions || total < filesWorthThreads
      ? here(files, settings)
      : threads.ask({files, settings})
}

/** Threads that are begun when there is work, and ended when there is none. */
class Threads {
  readonly #count: number
  readonly #idle: Worker[] = []
  readonly #waiting: ((worker: Worker) => void)[] = []
  #working = 0

  constructor(count: number) {
    this.#count = count
  }

  /** Rejects with what a thread failed of; the others go on. */
  async ask(question: CompileQuestion): Promise<readonly Compiled[]> {
    const worker = await this.#take()
    try {
      worker.postMessage(question)
      const [answer]: CompileAnswer[] = await once(worker, 'message')
      this.#giveBack(worker)
      return fromAnswer(answer!)
    } catch (error) {
      this.#giveBack(begin())
      await worker.terminate()
      throw error
    }
  }

  async #take(): Promise<Worker> {
    if (this.#working === this.#count) return new Promise((take) => this.#waiting.push(take))
    this.#working++
    return this.#idle.pop() ?? begin()
  }

  #giveBack(worker: Worker): void {
    const next = this.#waiting.shift()
    if (next) {
      next(worker)
      return
    }
    this.#idle.push(worker)
    this.#working--
    if (this.#working > 0) return
    for (const each of this.#idle.splice(0)) void each.terminate()
  }
}

function begin(): Worker {
  return new Worker(new URL('./compile-worker.js', import.meta.url))
}
