import type {Digest, OutputPath} from '../base/brand.ts'
import {compareText, type Diagnostic, report} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {OutputFile} from './output.ts'
import {outputClash} from './problems.ts'

/** What was published: each file with the digest of its bytes. */
export type Manifest = ReadonlyMap<OutputPath, Digest>

/**
 * Compares what is wanted, a file at a time, with what the last build published and with what is
 * there. Only files that the last build wrote are ever removed.
 */
export class OutputDiff {
  readonly #last: Manifest
  readonly #present: ReadonlySet<OutputPath>
  readonly #digests = new Map<OutputPath, Digest>()
  #written = 0

  constructor(last: Manifest, present: ReadonlySet<OutputPath>) {
    this.#last = last
    this.#present = present
  }

  /** Takes note of a wanted file, and says whether it has to be written. */
  take({path, body}: OutputFile): boolean {
    const digest = digestOf(body)
    this.#digests.set(path, digest)
    const isNew = !this.#present.has(path) || this.#last.get(path) !== digest
    if (isNew) this.#written++
    return isNew
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
 * is that of a folder.
 */
export function findOutputClashes(files: readonly NamedFile[]): readonly Diagnostic[] {
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
    .filter((group) => group.length > 1)
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
