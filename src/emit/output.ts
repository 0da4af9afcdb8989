import type {OutputPath} from '../base/brand.ts'
import type {Checked} from '../base/diagnostic.ts'
import type {Page} from '../site/plan.ts'
import type {Site} from '../site/site.ts'

/** A file of the published site. */
export interface OutputFile {
  readonly path: OutputPath
  readonly body: string | Uint8Array
  /** What it was made from, for messages: `content/2004/a.md`, `public/logo.png`. */
  readonly from: string
}

/** Files that are made together, when they are asked for. */
export interface OutputGroup {
  /** Tells it apart from other groups of the site. */
  readonly name: string
  /** A digest of all that decides the files besides what every file of the site is made from. */
  readonly key: string
  readonly files: Iterable<OutputFile>
}

/** The files of some output, one after another. */
export function* filesOf(output: Iterable<OutputFile | OutputGroup>): Generator<OutputFile> {
  for (const item of output) {
    if ('files' in item) yield* item.files
    else yield item
  }
}

/** One file by itself as a group. */
export function fileGroup(
  {path, from}: Omit<OutputFile, 'body'>,
  key: string,
  make: () => OutputFile['body'],
): OutputGroup {
  const files = function* (): Generator<OutputFile> {
    yield {path, body: make(), from}
  }
  return {name: path, key, files: files()}
}

/**
 * Makes files about the whole site, each when it is asked for, so that no more than one need be held.
 * It sees the site and its pages, and cannot write.
 */
export type Emitter<T extends OutputFile | OutputGroup = OutputFile | OutputGroup> = (
  site: Site,
  pages: readonly Page[],
) => Checked<Iterable<T>>
