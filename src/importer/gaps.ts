import {monthOf, yearOf} from '../base/day.ts'
import {compareText} from '../base/diagnostic.ts'
import type {NewsRecord} from '../record/record.ts'

type Dated = Pick<NewsRecord, 'date' | 'column' | 'documentNumber'>

/** What seems to be missing among records. */
export interface Gaps {
  /** By column, the months between its first and its last without a record. */
  readonly months: ReadonlyMap<string, readonly string[]>
  /** By the words and the year of document numbers, the numbers below the highest that are not there. */
  readonly numbers: ReadonlyMap<string, readonly number[]>
}

/** Finds months without a record in columns that have many, and holes in series of numbers. */
export function findGaps(records: readonly Dated[]): Gaps {
  return {months: missingMonths(records), numbers: missingNumbers(records)}
}

/** A column with fewer than one record in two months has no month that must have one. */
const recordsPerMonthMin = 0.5

function missingMonths(records: readonly Dated[]): Gaps['months'] {
  const columns = new Map<string, Dated[]>()
  for (const record of records.filter(({date}) => monthOf(date) !== '')) {
    const column = record.column ?? ''
    const group = columns.get(column) ?? []
    group.push(record)
    columns.set(column, group)
  }
  const missing = new Map<string, readonly string[]>()
  for (const column of [...columns.keys()].toSorted(compareText)) {
    const dated = columns.get(column)!
    const present = new Set(dated.map(({date}) => monthIndex(date)))
    const first = Math.min(...present)
    const months = Array.from({length: Math.max(...present) - first + 1}, (_, at) => first + at)
    const holes = months.filter((month) => !present.has(month)).map(monthName)
    const isRegular = dated.length >= months.length * recordsPerMonthMin
    if (holes.length > 0 && isRegular) missing.set(column, holes)
  }
  return missing
}

function monthIndex(date: Dated['date']): number {
  return Number(yearOf(date)) * 12 + Number(monthOf(date)) - 1
}

function monthName(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** A number like 云政发〔2009〕12号, in any of the brackets that stand around the year. */
const numbered = /^(.*?[〔［[（(]\d{4}[〕］\]）)])\s*第?(\d{1,4})号$/

function missingNumbers(records: readonly Dated[]): Gaps['numbers'] {
  const series = new Map<string, Set<number>>()
  for (const {documentNumber = ''} of records) {
    const [, words, number] = numbered.exec(documentNumber) ?? []
    if (words === undefined) continue
    series.set(words, (series.get(words) ?? new Set()).add(Number(number)))
  }
  const missing = new Map<string, readonly number[]>()
  for (const words of [...series.keys()].toSorted(compareText)) {
    const present = series.get(words)!
    const all = Array.from({length: Math.max(...present)}, (_, at) => at + 1)
    const holes = all.filter((number) => !present.has(number))
    // One high number alone says nothing about those below it.
    if (present.size > 1 && holes.length > 0) missing.set(words, holes)
  }
  return missing
}
