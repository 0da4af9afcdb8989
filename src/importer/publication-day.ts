import type {StatedDate} from '../base/day.ts'
import {type Checked, report} from '../base/diagnostic.ts'
import type {Draft} from './draft.ts'
import {dayOfSigning} from './problems.ts'

/**
 * The fields with a day of publication: that which the document states, or else that on which it
 * was signed, said to be so, because a person has to confirm it.
 */
export function withPublicationDay(
  file: string,
  fields: Draft['fields'],
  signed: StatedDate | undefined,
): Checked<Draft['fields']> {
  const date = fields.written ?? signed
  if (fields.date !== undefined || date === undefined) return {value: fields, diagnostics: []}
  const note = report(dayOfSigning, {file, field: 'date'}, {day: date})
  return {value: {...fields, date}, diagnostics: [note]}
}
