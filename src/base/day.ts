import type {Brand} from './brand.ts'

/** A day of the calendar, `2004-03-05`. Compares as a string; it has no hour and no zone. */
export type IsoDate = Brand<'IsoDate'>

/**
 * A date as exactly as it is known, in the forms of ISO 8601: a day, a month `2004-03` or a year
 * `2004`. As strings they stand in order, what is known less exactly before all that lies in it.
 */
export type StatedDate = IsoDate | Brand<'StatedDate'>

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The day made of these numbers, or undefined when the calendar (Gregorian) has none. */
export function toDay(year: number, month: number, day: number): IsoDate | undefined {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const last = month === 2 && leap ? 29 : daysInMonth[month - 1]
  if (last === undefined || day < 1 || day > last || year < 1 || year > 9999) return undefined
  const pad = (value: number, length: number) => String(value).padStart(length, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate
}

const written =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日)/
const timeAfter = /^(?:$|[T\s]\s*\d{1,2}(?::\d{2}){1,2}(?:\.\d+)?\s*(?:Z|[+-]\d{2}:?\d{2})?$)/

/**
 * The day that a text names: `2023-05-15`, `2023/5/15`, `2023.5.15`, `2023年5月15日`, each with or
 * without a time of day after it. The day is taken as it is written: no zone ever shifts it.
 */
export function toIsoDate(text: string): IsoDate | undefined {
  const trimmed = text.trim()
  const match = written.exec(trimmed)
  if (!match || !timeAfter.test(trimmed.slice(match[0].length))) return undefined
  const [year, month, day] = match.slice(1).filter((part) => part !== undefined)
  return toDay(Number(year), Number(month), Number(day))
}

const writtenLess = /^(\d{4})(?:[-/.](\d{1,2})|年(?:(\d{1,2})月)?)?$/

/** What `toIsoDate` reads, and a month or a year: `2004-3`, `2004年3月`, `2004`, `2004年`. */
export function toStatedDate(text: string): StatedDate | undefined {
  const [, year, ...months] = writtenLess.exec(text.trim()) ?? []
  if (year === undefined) return toIsoDate(text)
  const month = months.find((each) => each !== undefined)
  const first = toDay(Number(year), Number(month ?? 1), 1)
  return first?.slice(0, month === undefined ? 4 : 7) as StatedDate | undefined
}

/** The day itself, or the first one of the month or the year. */
export function firstDayOf(date: StatedDate): IsoDate {
  return `${date}-01-01`.slice(0, date.length > 7 ? date.length : 10) as IsoDate
}

/** Whether a date lies before another, so far as both are known. */
export function isBefore(left: StatedDate, right: StatedDate): boolean {
  const length = Math.min(left.length, right.length)
  return left.slice(0, length) < right.slice(0, length)
}

/**
 * The time of day that is written after a day, `16:37`, on the clock of its place; undefined where
 * there is none, where it is of another zone, and for 00:00, which systems write for no time at all.
 */
export function toClockTime(text: string): string | undefined {
  const [, hour = '', minute = ''] = /[T\s](\d{1,2}):(\d{2})(?::[\d.]+)?\s*$/.exec(text) ?? []
  const time = `${hour.padStart(2, '0')}:${minute}`
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) && time !== '00:00' ? time : undefined
}

/** `2023年5月15日`, `2023年5月`, `2023年`: as readers write it, the same in every edition. */
export function dayText(date: StatedDate): string {
  const [year, month, day] = date.split('-')
  return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
}

/** `2023` of `2023-05-15`. */
export function yearOf(date: StatedDate): string {
  return date.slice(0, 4)
}

/** `05` of `2023-05-15`; nothing where the year alone is known. */
export function monthOf(date: StatedDate): string {
  return date.slice(5, 7)
}

/** `15` of `2023-05-15`; nothing where no day is known. */
export function dayOfMonth(date: StatedDate): string {
  return date.slice(8, 10)
}
