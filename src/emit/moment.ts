import type {IsoDate} from '../base/day.ts'

/** The beginning of a day in a time zone, as formats with a clock need it (RFC 3339). */
export function startOfDay(date: IsoDate, timeZone: string): string {
  return `${date}T00:00:00${offsetOn(date, timeZone)}`
}

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** The same for RSS (RFC 822, four-digit year): `Mon, 15 May 2023 00:00:00 +0800`. */
export function startOfDayInRss(date: IsoDate, timeZone: string): string {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number)
  // 1970-01-01 was a Thursday.
  const weekday = days[(((Date.UTC(year, month - 1, day) / 86_400_000 + 4) % 7) + 7) % 7]
  const zone = offsetOn(date, timeZone).replace('Z', '+0000').replace(':', '')
  const [, , dayText] = date.split('-')
  return `${weekday}, ${dayText} ${months[month - 1]} ${date.slice(0, 4)} 00:00:00 ${zone}`
}

function offsetOn(date: IsoDate, timeZone: string): string {
  const [year = 1, month = 1, day = 1] = date.split('-').map(Number)
  const format = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'})
  const parts = format.formatToParts(Date.UTC(year, month - 1, day))
  const name = parts.find(({type}) => type === 'timeZoneName')?.value ?? ''
  // Historical offsets may have seconds, which neither format can say.
  return /[+-]\d{2}:\d{2}/.exec(name)?.[0] ?? 'Z'
}
