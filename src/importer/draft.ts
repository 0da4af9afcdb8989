import type {Diagnostic} from '../base/diagnostic.ts'
import type {LiftedLine, Picture} from '../record/record.ts'
import type {Account} from './account.ts'
import type {LiftedFields} from './plain-text.ts'

/** What a reader makes of one announcement of a document. */
export interface Draft {
  /** Which of several announcements of its document it is: the number of a row. */
  readonly part?: string | undefined
  readonly title: string | undefined
  /** Number of the title's line in a plain text. */
  readonly titleLine?: number | undefined
  readonly fields: LiftedFields & {readonly column?: string | undefined}
  /** Markdown. */
  readonly body: string
  /** Lines of a plain text that became fields. */
  readonly lines: readonly LiftedLine[]
  readonly pictures: readonly Picture[]
  /** Files that the body names by a stand-in, since what they are called hangs on their bytes. */
  readonly files: readonly DraftFile[]
  /** Where it was in the old site, from the top: `/2004/a.html`. */
  readonly addresses?: readonly string[] | undefined
  readonly url?: string | undefined
  /** What reads it: `HTML`. */
  readonly kind: string
  readonly account: Account
  readonly diagnostics: readonly Diagnostic[]
}

export interface DraftFile {
  readonly standIn: string
  /** Its path in what is imported. */
  readonly path: string
}
