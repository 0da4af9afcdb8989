import type {Digest, OutputPath} from '../base/brand.ts'
import {compareText, type Diagnostic, report} from '../base/diagnostic.ts'
import type {OutputFile, OutputGroup} from './output.ts'
import {outputClash} from './problems.ts'

/** What was published: each file with the digest of its bytes. */
export type Manifest = ReadonlyMap<OutputPath, Digest>

/** From which keys groups of files were made, so that they need not be made again, by name. */
export type OutputKeys = ReadonlyMap<string, KeyedFiles>

/** A key, and the files that were made of it. */
export type KeyedFiles = readonly [key: string, files: readonly NamedDigest[]]

/** A file's name, what it was made from, and the digest of its bytes. */
export type NamedDigest = readonly [path: OutputPath, from: string, digest: Digest]

/**
 * Compares what is wanted, a file at a time, with what the last build published and with what is
 * there. Only files that the last build wrote are ever removed.
 */
export class OutputDiff {
  readonly #last: Manifest
  readonly #present: ReadonlySet<OutputPath>
  readonly #lastKeys: OutputKeys
  readonly #digests = new Map<OutputPath, Digest>()
  readonly #keys = new Map<string, readonly [key: string, files: readonly NamedFile[]]>()
  #written = 0

  constructor(last: Manifest, present: ReadonlySet<OutputPath>, lastKeys: OutputKeys = new Map()) {
    this.#last = last
    this.#present = present
    this.#lastKeys = lastKeys
  }

  /** The digest of the file under a path, where it is there as the last build published it. */
  published(path: OutputPath): Digest | undefined {
    return this.#present.has(path) ? this.#last.get(path) : undefined
  }

  /** Takes note of the digest of a wanted file, and says whether it has to be written. */
  take(path: OutputPath, digest: Digest): boolean {
    this.#digests.set(path, digest)
    if (this.published(path) === digest) return false
    this.#written++
    return true
  }

  /** The files of a group when all of them are there, made from this key; else undefined. */
  takeGroup({name, key}: Pick<OutputGroup, 'name' | 'key'>): readonly NamedFile[] | undefined {
    const [lastKey, files = []] = this.#lastKeys.get(name) ?? []
    if (key !== lastKey || !files.every(([path, , digest]) => this.published(path) === digest))
      return undefined
    for (const [path, , digest] of files) this.#digests.set(path, digest)
    const named = files.map(([path, from]) => ({path, from}))
    this.#keys.set(name, [key, named])
    return named
  }

  /** Takes note of what a group is made of. */
  noteGroup({name, key}: Pick<OutputGroup, 'name' | 'key'>, files: readonly NamedFile[]): void {
    this.#keys.set(name, [key, files])
  }

  /** From which keys the groups were made. */
  get keys(): OutputKeys {
    const withDigest = ({path, from}: NamedFile): NamedDigest => [
      path,
      from,
      this.#digests.get(path)!,
    ]
    return new Map(
      [...this.#keys].map(([name, [key, files]]) => [name, [key, files.map(withDigest)]]),
    )
  }

  /** How many of the files so far are there as they should be. */
  get unchanged(): number {
    return this.#digests.size - this.#written
  }

  /** Files of the last build that are not among those taken. */
  get remove(): readonly OutputPath[] {
    return [...this.#last.keys()].filter(
      (path) => !this.#digests.has(path) && this.#present.has(path),
    )
  }

  /** Everything taken, in one order. */
  get manifest(): Manifest {
    return new Map([...this.#digests].toSorted(([left], [right]) => compareText(left, right)))
  }
}

/** A file's name, and what it was made from. */
export type NamedFile = Pick<OutputFile, 'path' | 'from'>

/**
 * Files that some file system cannot keep apart, by case or by Unicode form, and files whose name
 * is that of a folder. What was made from a source that has an error of its own is left out: that
 * error says better what to do, and has to be mended first.
 */
export function findOutputClashes(
  files: readonly NamedFile[],
  wrong: ReadonlySet<string>,
): readonly Diagnostic[] {
  const byName = new Map<string, NamedFile[]>()
  for (const file of files) {
    const name = foldName(file.path)
    byName.set(name, [...(byName.get(name) ?? []), file])
  }
  for (const file of files) {
    const name = foldName(file.path)
    for (let end = name.indexOf('/'); end !== -1; end = name.indexOf('/', end + 1)) {
      byName.get(name.slice(0, end))?.push(file)
    }
  }
  return [...byName.values()]
    .filter((group) => group.length > 1 && !group.some(({from}) => wrong.has(from)))
    .map((group) => {
      const [{path} = {path: ''}] = group
      const by = [...new Set(group.map(({from}) => from))]
      const file = by.find((from) => /^(?:content|public|templates)\//.test(from))
      return report(outputClash, file === undefined ? {} : {file}, {path, by})
    })
}

function foldName(path: OutputPath): string {
  return path.normalize('NFC').toLowerCase()
}
