import {mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {isCode, isMissing} from './files.ts'

/** Makes the folders that files are to lie in, each once: thousands of files share a few. */
export class FolderMaker {
  readonly #made = new Set<string>()

  makeFor(file: string): void {
    this.#make(dirname(file))
  }

  #make(folder: string): void {
    if (this.#made.has(folder)) return
    try {
      mkdirSync(folder)
    } catch (error) {
      if (isMissing(error)) {
        this.#make(dirname(folder))
        mkdirSync(folder)
      } else if (!isCode(error, 'EEXIST')) throw error
    }
    this.#made.add(folder)
  }
}
