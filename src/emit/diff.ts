import type {Digest, OutputPath} from '../base/brand.ts'
import {compareText, type Diagnostic, report} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {OutputFile} from './output.ts'
import {outputClash} from './problems.ts'

/** What was published: each file with the digest of its bytes. */
export type Manifest = ReadonlyMap<OutputPath, Digest>

/** What has to happen to an output folder. */
export interface OutputDiff {
  readonly write: readonly OutputFile[]
  /** Files of the last build that no longer belong to the site. */
  readonly remove: readonly OutputPath[]
  readonly unchanged: number
  readonly manifest: Manifest
}

/**
 * Compares what is wanted with what the last build published and with what is there. Only files
 * that the last build wrote are ever removed.
 */
export function diffOutput(
  wanted: readonly OutputFile[],
  last: Manifest,
  present: ReadonlySet<OutputPath>,
): OutputDiff {
  const digests = wanted.map(({path, body}) => [path, digestOf(body)] as const)
  const manifest = new Map(digests.toSorted(([left], [right]) => compareText(left, right)))
  const write = wanted.filter(
    ({path}) => !present.has(path) || last.get(path) !== manifest.get(path),
  )
  const remove = [...last.keys()].filter((path) => !manifest.has(path) && present.has(path))
  return {write, remove, unchanged: wanted.length - write.length, manifest}
}

/**
 * Files that some file system cannot keep apart, by case or by Unicode form, and files whose name
 * is that of a folder.
 */
export function findOutputClashes(files: readonly OutputFile[]): readonly Diagnostic[] {
  const byName = new Map<string, OutputFile[]>()
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
      return report(outputClash, {}, {path, by: [...new Set(group.map(({from}) => from))]})
    })
}

function foldName(path: OutputPath): string {
  return path.normalize('NFC').toLowerCase()
}
