import {dayOfMonth, firstDayOf, type IsoDate, monthOf, type StatedDate, yearOf} from './day.ts'

/**
 * The beginning of a day in a time zone, as formats with a clock need it (RFC 3339); of a month or
 * a year, that of its first day, since those formats can say no less.
 */
export function startOfDay(stated: StatedDate, timeZone: string): string {
  const date = firstDayOf(stated)
  return `${date}T00:00:00${offsetOn(date, timeZone)}`
}

/**
 * The moment that a day and a time on it (`16:37`) name in a time zone (RFC 3339); without a time,
 * what is stated and no more.
 */
export function statedMoment(
  stated: StatedDate,
  time: string | undefined,
  timeZone: string,
): string {
  if (time === undefined) return stated
  const clock = `${stated}T${time}:00`
  return clock + offsetAt(Date.parse(`${clock}Z`), timeZone)
}

const dayMs = 86_400_000
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The same for RSS (RFC 822, four-digit year): `Mon, 15 May 2023 00:00:00 +0800`. */
export function startOfDayInRss(stated: StatedDate, timeZone: string): string {
  const date = firstDayOf(stated)
  // 1970-01-01 was a Thursday.
  const weekday = days[(((midnightInUtc(date) / dayMs + 4) % 7) + 7) % 7]
  const month = months[Number(monthOf(date)) - 1]
  const zone = offsetOn(date, timeZone).replace(':', '')
  return `${weekday}, ${dayOfMonth(date)} ${month} ${yearOf(date)} 00:00:00 ${zone}`
}

/** The offset at the first moment of the day, which on a day the clocks change is not that of noon. */
function offsetOn(date: IsoDate, timeZone: string): string {
  return offsetAt(midnightInUtc(date), timeZone)
}

/** The offset where clocks show what those of UTC show at this moment. */
function offsetAt(shown: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'})
  const offsetOf = (moment: number): string => {
    const name = format.formatToParts(moment).find(({type}) => type === 'timeZoneName')?.value
    // Historical offsets may have seconds, which neither format can say; that of UTC may be left out.
    return /[+-]\d{2}:\d{2}/.exec(name ?? '')?.[0] ?? '+00:00'
  }
  return offsetOf(shown - toMs(offsetOf(shown)))
}

function toMs(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

function midnightInUtc(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}
