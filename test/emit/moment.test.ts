import {expect, test} from 'vitest'
import {type StatedDate, toIsoDate} from '../../src/base/day.ts'
import {startOfDay, startOfDayInRss, statedMoment} from '../../src/base/moment.ts'
import {sequence} from '../support/random.ts'

test.each([
  ['2023-05-15', 'Asia/Shanghai', '2023-05-15T00:00:00+08:00', 'Mon, 15 May 2023 00:00:00 +0800'],
  // Summer time in China, 1986 to 1991, began and ended at two in the morning.
  ['1986-05-03', 'Asia/Shanghai', '1986-05-03T00:00:00+08:00', 'Sat, 03 May 1986 00:00:00 +0800'],
  ['1986-05-04', 'Asia/Shanghai', '1986-05-04T00:00:00+08:00', 'Sun, 04 May 1986 00:00:00 +0800'],
  ['1986-05-05', 'Asia/Shanghai', '1986-05-05T00:00:00+09:00', 'Mon, 05 May 1986 00:00:00 +0900'],
  ['1988-07-01', 'Asia/Shanghai', '1988-07-01T00:00:00+09:00', 'Fri, 01 Jul 1988 00:00:00 +0900'],
  ['1991-09-15', 'Asia/Shanghai', '1991-09-15T00:00:00+09:00', 'Sun, 15 Sep 1991 00:00:00 +0900'],
  ['1991-09-16', 'Asia/Shanghai', '1991-09-16T00:00:00+08:00', 'Mon, 16 Sep 1991 00:00:00 +0800'],
  ['1992-07-01', 'Asia/Shanghai', '1992-07-01T00:00:00+08:00', 'Wed, 01 Jul 1992 00:00:00 +0800'],
  ['1900-01-01', 'Asia/Shanghai', '1900-01-01T00:00:00+08:05', 'Mon, 01 Jan 1900 00:00:00 +0805'],
  ['2024-02-29', 'UTC', '2024-02-29T00:00:00+00:00', 'Thu, 29 Feb 2024 00:00:00 +0000'],
  [
    '2024-01-01',
    'America/New_York',
    '2024-01-01T00:00:00-05:00',
    'Mon, 01 Jan 2024 00:00:00 -0500',
  ],
  [
    '2024-03-10',
    'America/New_York',
    '2024-03-10T00:00:00-05:00',
    'Sun, 10 Mar 2024 00:00:00 -0500',
  ],
  [
    '2024-03-11',
    'America/New_York',
    '2024-03-11T00:00:00-04:00',
    'Mon, 11 Mar 2024 00:00:00 -0400',
  ],
  ['2024-01-01', 'Asia/Kathmandu', '2024-01-01T00:00:00+05:45', 'Mon, 01 Jan 2024 00:00:00 +0545'],
  ['0099-12-31', 'UTC', '0099-12-31T00:00:00+00:00', 'Thu, 31 Dec 0099 00:00:00 +0000'],
])('%s in %s begins at %s, for RSS %s', (day, zone, moment, inRss) => {
  expect(startOfDay(toIsoDate(day)!, zone)).toBe(moment)
  expect(startOfDayInRss(toIsoDate(day)!, zone)).toBe(inRss)
})

test.each([
  ['2024-03-05', '16:37', 'Asia/Shanghai', '2024-03-05T16:37:00+08:00'],
  ['1986-05-04', '01:30', 'Asia/Shanghai', '1986-05-04T01:30:00+08:00'],
  ['1986-05-04', '09:00', 'Asia/Shanghai', '1986-05-04T09:00:00+09:00'],
  ['2024-03-05', undefined, 'Asia/Shanghai', '2024-03-05'],
  ['2024-03', undefined, 'Asia/Shanghai', '2024-03'],
] as const)('%s %s in %s is the moment %4$s', (day, time, zone, moment) => {
  expect(statedMoment(day as StatedDate, time, zone)).toBe(moment)
})

test('both notations name one moment, which is the first of the day in its zone', () => {
  const random = sequence(17)
  const zones = ['Asia/Shanghai', 'Asia/Taipei', 'Asia/Hong_Kong', 'Europe/Berlin', 'America/Lima']
  for (let round = 0; round < 300; round++) {
    const pad = (value: number) => String(value).padStart(2, '0')
    const day = `${1950 + random.below(100)}-${pad(1 + random.below(12))}-${pad(1 + random.below(28))}`
    const zone = random.pick(zones)
    const moment = Date.parse(startOfDay(toIsoDate(day)!, zone))
    expect(Date.parse(startOfDayInRss(toIsoDate(day)!, zone)), `${day} ${zone}`).toBe(moment)
    const format = new Intl.DateTimeFormat('en-CA', {timeZone: zone, dateStyle: 'short'})
    expect(format.format(moment), `${day} ${zone}`).toBe(day)
    // A clock put forward at midnight leaves the day without its first hour.
    expect(format.format(moment - 3_600_001), `${day} ${zone}`).not.toBe(day)
  }
})
