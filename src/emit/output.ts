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

/**
 * Makes files about the whole site, each when it is asked for, so that no more than one need be held.
 * It sees the site and its pages, and cannot write.
 */
export type Emitter = (site: Site, pages: readonly Page[]) => Checked<Iterable<OutputFile>>
