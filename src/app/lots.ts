import {join} from 'node:path'
import type {OutputPath} from '../base/brand.ts'
import type {OutputDiff} from '../emit/diff.ts'
import type {OutputFile} from '../emit/output.ts'
import type {Stage} from './stage.ts'
import type {Lot, WantedFile} from './stage-writer.ts'

const lotSize = 1 << 18
const lotsAtOnce = 4

/** Hands files to the stage a lot at a time, so that few are held while it writes. */
export class Lots {
  /** Where each file waits that was written. */
  readonly staged = new Map<OutputPath, string>()
  readonly #stage: Stage
  readonly #diff: OutputDiff
  #files: WantedFile[] = []
  #bytes = new Uint8Array(0)
  #used = 0
  readonly #underWay: Promise<void>[] = []

  constructor(stage: Stage, diff: OutputDiff) {
    this.#stage = stage
    this.#diff = diff
  }

  async add({path, body}: OutputFile): Promise<void> {
    // No code unit of UTF-16 takes more than three bytes of UTF-8.
    const most = typeof body === 'string' ? body.length * 3 : body.length
    if (this.#used + most > this.#bytes.length) {
      this.#send()
      this.#bytes = new Uint8Array(Math.max(lotSize, most))
    }
    this.#used += put(body, this.#bytes.subarray(this.#used))
    this.#files.push({path, end: this.#used, published: this.#diff.published(path)})
    while (this.#underWay.length > lotsAtOnce) await this.#underWay.shift()
  }

  /** Waits until everything is written. */
  async end(): Promise<void> {
    this.#send()
    while (this.#underWay.length > 0) await this.#underWay.shift()
  }

  #send(): void {
    if (this.#files.length === 0) return
    const writing = this.#write({bytes: this.#bytes, files: this.#files})
    // Whoever waits for it is told; until then nobody is to take it for an error that is forgotten.
    writing.catch(() => {})
    this.#underWay.push(writing)
    this.#files = []
    this.#bytes = new Uint8Array(0)
    this.#used = 0
  }

  async #write(lot: Lot): Promise<void> {
    const digests = await this.#stage.write(lot)
    for (const [index, {path}] of lot.files.entries()) {
      if (this.#diff.take(path, digests[index]!))
        this.staged.set(path, join(this.#stage.folder, path))
    }
  }
}

const encoder = new TextEncoder()

/** Puts a text as UTF-8, or bytes as they are, at the beginning of others, and answers how many. */
function put(body: OutputFile['body'], into: Uint8Array): number {
  if (typeof body === 'string') return encoder.encodeInto(body, into).written
  into.set(body)
  return body.length
}
