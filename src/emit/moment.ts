import {
  dayOfMonth,
  firstDayOf,
  type IsoDate,
  monthOf,
  type StatedDate,
  yearOf,
} from '../base/day.ts'

/**
 * The beginning of a day in a time zone, as formats with a clock need it (RFC 3339); of a month or
 * a year, that of its first day, since those formats can say no less.
 */
export function startOfDay(stated: StatedDate, timeZone: string): string {
  const date = firstDayOf(stated)
  return `${date}T00:00:00${offsetOn(date, timeZone)}`
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
  const format = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'})
  const offsetAt = (moment: number): string => {
    const name = format.formatToParts(moment).find(({type}) => type === 'timeZoneName')?.value
    // Historical offsets may have seconds, which neither format can say; that of UTC may be left out.
    return /[+-]\d{2}:\d{2}/.exec(name ?? '')?.[0] ?? '+00:00'
  }
  const midnight = midnightInUtc(date)
  return offsetAt(midnight - toMs(offsetAt(midnight)))
}

function toMs(offset: string): number {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000
}

function midnightInUtc(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}
