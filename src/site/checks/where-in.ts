import type {Where} from '../../base/diagnostic.ts'
import {toPoint} from '../../base/place.ts'

/** Where a text stands first in a record's file; the file alone where it was received otherwise. */
export function whereIn(source: string, text: string, file: string): Where {
  const offset = source.indexOf(text)
  return offset === -1 ? {file} : {file, place: toPoint(source, offset)}
}
