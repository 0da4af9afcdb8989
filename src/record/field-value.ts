import type {Point} from '../base/place.ts'

/** What a front-matter field holds, before anybody asks whether that is right for the field. */
export type FieldValue = TextValue | FlagValue | NoValue | ListValue | MappingValue

/** Any scalar that is not a bare `true`, `false` or `null`: numbers and days are text as well. */
export interface TextValue {
  readonly kind: 'text'
  readonly text: string
  readonly place: Point
}

/** A bare `true` or `false`. */
export interface FlagValue {
  readonly kind: 'flag'
  readonly flag: boolean
  readonly place: Point
}

/** A bare `null` or `~`, or nothing after the colon. */
export interface NoValue {
  readonly kind: 'none'
  readonly place: Point
}

export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly FieldValue[]
  readonly place: Point
}

export interface MappingValue {
  readonly kind: 'mapping'
  readonly fields: Fields
  readonly place: Point
}

/** Fields by their name as written; never two of one name. */
export type Fields = ReadonlyMap<string, Field>

export interface Field {
  /** Where the name stands. */
  readonly place: Point
  readonly value: FieldValue
}
