import {Worker} from 'node:worker_threads'
import type {Digest} from '../base/brand.ts'
import type {Lot} from './stage-writer.ts'

/** What the thread answers: digests, or the error it met, whose code would be lost on the way. */
export type WriterAnswer = readonly Digest[] | {readonly message: string; readonly details: object}

/** A thread that writes what it is sent, in that order. */
export class WriterThread {
  readonly #worker: Worker
  readonly #waiting: {resolve(digests: readonly Digest[]): void; reject(error: unknown): void}[] =
    []

  constructor(folder: string) {
    this.#worker = new Worker(new URL('./stage-worker.js', import.meta.url), {workerData: folder})
    this.#worker.on('message', (answer: WriterAnswer) => {
      const {resolve, reject} = this.#waiting.shift()!
      if ('message' in answer) reject(Object.assign(new Error(answer.message), answer.details))
      else resolve(answer)
    })
    this.#worker.on('error', (error) => {
      for (const {reject} of this.#waiting.splice(0)) reject(error)
    })
  }

  write(lot: Lot): Promise<readonly Digest[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({resolve, reject})
      this.#worker.postMessage(lot, [lot.bytes.buffer])
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}
