import {dayOfMonth, type IsoDate, monthOf, yearOf} from '../base/day.ts'
import type {DayView} from './view.ts'

/** A day as readers write it: the same words in every edition. */
export function dayView(date: IsoDate): DayView {
  const [month, day] = [monthOf(date), dayOfMonth(date)]
  return {
    iso: date,
    text: `${yearOf(date)}年${Number(month)}月${Number(day)}日`,
    monthDay: `${month}-${day}`,
  }
}

/** `2023年` */
export function yearText(year: string): string {
  return `${year}年`
}

/** `5月` of `2023-05` or of a day. */
export function monthOfYearText(month: string): string {
  return `${Number(month.slice(5, 7))}月`
}

/** `2023年5月` of `2023-05` or of a day. */
export function monthText(month: string): string {
  return `${yearText(month.slice(0, 4))}${monthOfYearText(month)}`
}
