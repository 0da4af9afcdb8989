import type {StatedDate} from '../base/day.ts'
import type {Encoding} from './encoding.ts'
import type {OldPage} from './html/addresses.ts'
import type {WordMarkup} from './word-text.ts'

/** Something from outside that is to become a record, just as it was received. */
export interface ForeignDocument {
  /** Name of the file as received, with the folders inside the one that is imported. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The day on which it was got. */
  readonly retrieved: StatedDate
  /** Where it was in the old site, where that is known. */
  readonly old?: OldPage | undefined
  /** What a Word file says. */
  readonly word?: WordMarkup | undefined
  /** The encoding that came with it, as in the headers of an archived answer. */
  readonly declared?: Encoding | undefined
  /** The encoding of nearly all documents of the same import. */
  readonly prevailing?: Encoding | undefined
}
