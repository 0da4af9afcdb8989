import type {EditionTag} from '../base/script.ts'
import type {Glossary} from '../text/convert.ts'

/** What decides about an article besides its own file. */
export interface CompileSettings {
  readonly editions: readonly EditionTag[]
  /** The site's glossary; a record's own comes before it. */
  readonly glossary: Glossary
  /** Editions in which quotation marks become 「」. */
  readonly cornerQuotes: readonly EditionTag[]
}
