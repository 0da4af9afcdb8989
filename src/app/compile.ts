import type {Article} from '../article/article.ts'
import {compileFile} from '../article/compile.ts'
import type {CompileSettings} from '../article/settings.ts'
import {splitArticle} from '../article/texts.ts'
import type {Digest} from '../base/brand.ts'
import type {Checked} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {SourceFile} from '../record/source-file.ts'
import {mapConcurrently} from './files.ts'
import {packTexts, type ReadPart, type TextPart} from './packed-texts.ts'

/** What compiling one file gives: an article, or the reasons why there is none. */
export type Compiled = Checked<CompiledArticle | undefined>

/** An article, and its long texts for whoever asks. */
export interface CompiledArticle {
  readonly article: Article
  /** Changes with everything that decides the article, and with nothing else. */
  readonly digest: string
  readonly read: ReadPart
}

/**
 * The seam. Caching and threads wrap a function of this shape, and nothing else. `total` tells how
 * many files are asked for one after another, where these are a part of them.
 */
export type CompileFiles = (
  files: readonly SourceFile[],
  settings: CompileSettings,
  total?: number,
) => Promise<readonly Compiled[]>

/** Compiles files one after another. */
export function inline(): CompileFiles {
  return async (files, settings) => {
    const asked = digestOf(JSON.stringify(settings))
    return files.map((file) => compileOne(file, settings, keyOf(file, asked)))
  }
}

/** Tells apart what files compile to: by the file and by a digest of the settings. */
function keyOf({digest}: SourceFile, asked: Digest): string {
  return `${digest}:${asked}`
}

function compileOne(file: SourceFile, settings: CompileSettings, digest: string): Compiled {
  const {value, diagnostics} = compileFile(file, settings)
  if (!value) return {value, diagnostics}
  const {article, texts} = splitArticle(value)
  return {value: {article, digest, read: packTexts(texts)}, diagnostics}
}

/** Where answers outlive the program. */
export interface CompileStore {
  /** The answers that are kept under these keys. */
  readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, StoredAnswer>>
  /** Takes the long texts of an answer out of memory. */
  readonly put: (compiled: Compiled) => StoredAnswer
  /** Keeps these answers, and no others. */
  readonly write: (answers: ReadonlyMap<string, StoredAnswer>) => Promise<void>
}

/** An answer whose long texts lie in a store. */
export interface StoredAnswer extends Checked<Article | undefined> {
  /** Reads a part of them; undefined when it cannot be read any more. */
  readonly read: (part: TextPart) => Uint8Array | undefined
}

/** How many files are compiled before their texts go to the store. */
const batchSize = 32
/** How many such batches are under way, where there are threads for them. */
export const batchesAtOnce = 16

/**
 * Answers what it has been asked before, diagnostics included, from memory or from `store`, and
 * asks `compile` for the rest. Only what the last question needed is kept. `counted` is told how
 * many files are compiled, and of how many.
 */
export function cached(
  compile: CompileFiles,
  store: CompileStore = inMemory(),
  counted: (done: number, total: number) => void = () => {},
): CompileFiles {
  let known: ReadonlyMap<string, StoredAnswer> = new Map()
  return async (files, settings) => {
    const asked = digestOf(JSON.stringify(settings))
    const keys = files.map((file) => keyOf(file, asked))
    const stored = await store.read(keys.filter((key) => !known.has(key)))
    const answers = new Map<string, StoredAnswer | undefined>(
      keys.map((key) => [key, known.get(key) ?? stored.get(key)]),
    )
    const missing = files.filter((_, index) => answers.get(keys[index]!) === undefined)
    let done = 0
    await mapConcurrently(
      inBatches(missing),
      async (batch) => {
        const made = await compile(batch, settings, missing.length)
        for (const [index, file] of batch.entries())
          answers.set(keyOf(file, asked), store.put(made[index]!))
        done += batch.length
        counted(done, missing.length)
      },
      batchesAtOnce,
    )
    known = answers as ReadonlyMap<string, StoredAnswer>
    await store.write(known)
    return files.map((file, index) => {
      const again = (): Compiled => compileOne(file, settings, keys[index]!)
      return toCompiled(known.get(keys[index]!)!, keys[index]!, again)
    })
  }
}

function inBatches(files: readonly SourceFile[]): readonly (readonly SourceFile[])[] {
  const starts = Array.from({length: Math.ceil(files.length / batchSize)}, (_, n) => n * batchSize)
  return starts.map((start) => files.slice(start, start + batchSize))
}

/** An answer of a store as the seam has it: texts that the store has lost are made again. */
function toCompiled(
  {value, diagnostics, read}: StoredAnswer,
  digest: string,
  again: () => Compiled,
): Compiled {
  if (!value) return {value: undefined, diagnostics}
  const readAgain: ReadPart = (part) => {
    const made = again().value
    if (!made) throw new Error(`${value.file} compiles to nothing the second time`)
    return made.read(part)
  }
  const readAny: ReadPart = (part) => read(part) ?? readAgain(part)
  return {value: {article: value, digest, read: readAny}, diagnostics}
}

/** A store that forgets everything with the program. */
function inMemory(): CompileStore {
  return {
    read: async () => new Map(),
    put: ({value, diagnostics}) => ({
      value: value?.article,
      diagnostics,
      read: (part) => value?.read(part),
    }),
    write: async () => {},
  }
}
