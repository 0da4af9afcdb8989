import type {IsoDate} from '../base/day.ts'

/** Something from outside that is to become a record, just as it was received. */
export interface ForeignDocument {
  /** Name of the file as received, without folders. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The day on which it was got. */
  readonly retrieved: IsoDate
}
