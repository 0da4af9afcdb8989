import type {OutputPath} from '../base/brand.ts'

/** A file of the published site. */
export interface OutputFile {
  readonly path: OutputPath
  readonly body: string | Uint8Array
  /** What it was made from, for messages: `content/2004/a.md`, `public/logo.png`. */
  readonly from: string
}
