import type {EditionTag} from '../base/script.ts'
import type {Glossary} from '../text/convert.ts'
import type {OwnTextRule} from '../text/own-rule.ts'
import type {OwnStep} from './own-step.ts'

/**
 * What a site adds to the compiling of a record, in the order in which it runs. It is code, so that
 * it stays in the thread that loaded it.
 */
export interface CompileExtensions {
  /** Digest of their code: the same extensions always do the same to the same record. */
  readonly fingerprint: string
  readonly textRules: readonly OwnTextRule[]
  readonly steps: readonly OwnStep[]
}

/** What decides about an article besides its own file. */
export interface CompileSettings {
  readonly editions: readonly EditionTag[]
  /** The site's glossary; a record's own comes before it. */
  readonly glossary: Glossary
  /** Editions in which quotation marks become 「」. */
  readonly cornerQuotes: readonly EditionTag[]
  readonly extensions?: CompileExtensions | undefined
}
