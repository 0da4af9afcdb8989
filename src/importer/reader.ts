import type {Diagnostic} from '../base/diagnostic.ts'
import type {ForeignDocument} from './document.ts'
import type {Draft} from './draft.ts'
import type {FindOld} from './html/addresses.ts'
import type {Profile} from './html/profile.ts'

/** What is known of everything that is imported together. */
export interface Corpus {
  /** Lines that many pages have. */
  readonly frame: ReadonlySet<string>
  readonly find: FindOld
  /** What an editor says about the pages. */
  readonly profile?: Profile | undefined
}

/** What is known of a document that comes alone. */
export const noCorpus: Corpus = {frame: new Set(), find: () => ({kind: 'missing'})}

/** What a document becomes. */
export interface Reading {
  readonly drafts: readonly Draft[]
  /** Whether a text leads to pages of the corpus whose records are not known yet. */
  readonly awaitsPages: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads documents of one kind: bytes and a name in, announcements out. */
export interface Reader {
  /** Whether a document is of this kind, by its name or by how it begins. */
  readonly reads: (document: ForeignDocument) => boolean
  readonly read: (document: ForeignDocument, corpus: Corpus) => Reading
}
