import type {Article} from '../article/article.ts'
import {compileFile} from '../article/compile.ts'
import type {CompileSettings} from '../article/settings.ts'
import type {Checked} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {SourceFile} from '../record/source-file.ts'

/** What compiling one file gives: an article, or the reasons why there is none. */
export type Compiled = Checked<Article | undefined>

/** The seam. Caching and threads wrap a function of this shape, and nothing else. */
export type CompileFiles = (
  files: readonly SourceFile[],
  settings: CompileSettings,
) => Promise<readonly Compiled[]>

/** Compiles files one after another. `counted` is told how many are done, and of how many. */
export function inline(counted: (done: number, total: number) => void = () => {}): CompileFiles {
  return async (files, settings) => {
    const compiled: Compiled[] = []
    for (const file of files) {
      compiled.push(compileFile(file, settings))
      counted(compiled.length, files.length)
    }
    return compiled
  }
}

/** Where answers outlive the program. */
export interface CompileStore {
  /** The answers that are kept under these keys. */
  readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Compiled>>
  /** Keeps these answers, and no others. */
  readonly write: (answers: ReadonlyMap<string, Compiled>) => Promise<void>
}

/**
 * Answers what it has been asked before, diagnostics included, from memory or from `store`, and
 * asks `compile` for the rest. Only what the last question needed is kept.
 */
export function cached(compile: CompileFiles, store?: CompileStore): CompileFiles {
  let known: ReadonlyMap<string, Compiled> = new Map()
  return async (files, settings) => {
    const asked = digestOf(JSON.stringify(settings))
    const keyOf = (file: SourceFile): string => `${file.digest}:${asked}`
    const unknown = files.filter((file) => !known.has(keyOf(file)))
    const stored = (await store?.read(unknown.map(keyOf))) ?? new Map<string, Compiled>()
    const missing = unknown.filter((file) => !stored.has(keyOf(file)))
    const made = await compile(missing, settings)
    const fresh = new Map(missing.map((file, index) => [keyOf(file), made[index]!]))
    const answerOf = (key: string): Compiled => known.get(key) ?? stored.get(key) ?? fresh.get(key)!
    known = new Map(files.map(keyOf).map((key) => [key, answerOf(key)]))
    await store?.write(known)
    return files.map((file) => known.get(keyOf(file))!)
  }
}
