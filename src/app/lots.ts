import {join} from 'node:path'
import type {OutputPath} from '../base/brand.ts'
import type {OutputDiff} from '../emit/diff.ts'
import type {OutputFile} from '../emit/output.ts'
import type {Stage} from './stage.ts'
import type {WantedFile} from './stage-writer.ts'

/** UTF-16 code units or bytes that are handed to the stage at once. */
const lotSizeMax = 1 << 18
const lotsAtOnce = 2

/** Hands files to the stage a lot at a time, so that few are held while it writes. */
export class Lots {
  /** Where each file waits that was written. */
  readonly staged = new Map<OutputPath, string>()
  readonly #stage: Stage
  readonly #diff: OutputDiff
  #lot: WantedFile[] = []
  #size = 0
  readonly #underWay: Promise<void>[] = []

  constructor(stage: Stage, diff: OutputDiff) {
    this.#stage = stage
    this.#diff = diff
  }

  async add({path, body}: OutputFile): Promise<void> {
    this.#lot.push({path, body, published: this.#diff.published(path)})
    this.#size += body.length
    if (this.#size >= lotSizeMax) this.#send()
    while (this.#underWay.length > lotsAtOnce) await this.#underWay.shift()
  }

  /** Waits until everything is written. */
  async end(): Promise<void> {
    this.#send()
    while (this.#underWay.length > 0) await this.#underWay.shift()
  }

  #send(): void {
    const writing = this.#write(this.#lot)
    // Whoever waits for it is told; until then nobody is to take it for an error that is forgotten.
    writing.catch(() => {})
    this.#underWay.push(writing)
    this.#lot = []
    this.#size = 0
  }

  async #write(lot: readonly WantedFile[]): Promise<void> {
    const digests = await this.#stage.write(lot)
    for (const [index, {path}] of lot.entries()) {
      if (this.#diff.take(path, digests[index]!))
        this.staged.set(path, join(this.#stage.folder, path))
    }
  }
}
