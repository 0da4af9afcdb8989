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

/**
 * Answers from memory what it has been asked before, diagnostics included, and asks `compile` for
 * the rest. Only what the last question needed is kept.
 */
export function cached(compile: CompileFiles): CompileFiles {
  let store = new Map<string, Compiled>()
  return async (files, settings) => {
    const asked = digestOf(JSON.stringify(settings))
    const keyOf = (file: SourceFile): string => `${asked}:${file.digest}`
    const missing = files.filter((file) => !store.has(keyOf(file)))
    const made = await compile(missing, settings)
    const fresh = new Map(missing.map((file, index) => [keyOf(file), made[index]!]))
    const kept = new Map<string, Compiled>()
    for (const file of files) {
      const key = keyOf(file)
      kept.set(key, store.get(key) ?? fresh.get(key)!)
    }
    store = kept
    return files.map((file) => kept.get(keyOf(file))!)
  }
}
