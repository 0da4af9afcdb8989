import type {Article} from '../../article/article.ts'
import {isBefore, yearOf} from '../../base/day.ts'
import {type Diagnostic, report} from '../../base/diagnostic.ts'
import {type DateFault, oddDate} from '../check-problems.ts'
import {whereOf} from '../entry.ts'

/** Days of one record that cannot be right together. */
export function checkDates(article: Article): readonly Diagnostic[] {
  const {date, written, updated, withdrawnOn, documentNumber = ''} = article
  const tell = (field: string, fault: DateFault, found: string): Diagnostic =>
    report(oddDate, whereOf(article, field), {fault, found, date})
  const numberYear = /[〔[（(](\d{4})[〕\]）)]/.exec(documentNumber)?.[1]
  return [
    ...(date < '1949' ? [tell('date', 'early', date)] : []),
    ...(written && isBefore(date, written) ? [tell('written', 'written', written)] : []),
    ...(updated && isBefore(updated, date) ? [tell('updated', 'updated', updated)] : []),
    ...(withdrawnOn && isBefore(withdrawnOn, date)
      ? [tell('withdrawn', 'withdrawn', withdrawnOn)]
      : []),
    ...(numberYear && numberYear > yearOf(date)
      ? [tell('documentNumber', 'number', documentNumber)]
      : []),
  ]
}
