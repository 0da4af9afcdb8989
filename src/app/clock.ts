import {type IsoDate, toIsoDate} from '../base/day.ts'

/**
 * The day it is in a time zone. `SOURCE_DATE_EPOCH` (seconds since 1970, as reproducible-builds.org
 * defines it) stands for the clock where it is set, so that a build can be repeated on a later day.
 */
export function todayIn(timeZone: string): IsoDate {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const now = epoch && /^\d+$/.test(epoch) ? Number(epoch) * 1000 : Date.now()
  const parts = new Intl.DateTimeFormat('en-CA', {timeZone, dateStyle: 'short'}).format(now)
  const day = toIsoDate(parts)
  if (!day) throw new Error(`the clock says ${parts}`)
  return day
}
