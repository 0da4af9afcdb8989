import {dayOfMonth, dayText, type StatedDate} from '../base/day.ts'
import {keepingAnswers} from '../base/kept-answers.ts'
import type {DayView} from './view.ts'

/**
 * A date as readers write it, as exactly as it is known: the same words in every edition. An archive
 * names the same few thousand days in all its lists.
 */
export const dayView = keepingAnswers((date: StatedDate): DayView => {
  const day = dayOfMonth(date)
  return {iso: date, text: dayText(date), day: day ? `${Number(day)}日` : ''}
})

/** `2023年` */
export function yearText(year: string): string {
  return `${year}年`
}

/** `5月` of `2023-05` or of a day. */
export function monthOfYearText(month: string): string {
  return `${Number(month.slice(5, 7))}月`
}

/** `2023年5月` of `2023-05` or of a day, `2023年` of a year alone. */
export function monthText(month: string): string {
  const year = yearText(month.slice(0, 4))
  return month.length > 4 ? `${year}${monthOfYearText(month)}` : year
}
