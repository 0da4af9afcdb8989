import {expect, test} from 'vitest'
import {toDayOfText, toTaiwanDay} from '../../src/importer/chinese-date.ts'

test.each([
  ['2023-05-15', '2023-05-15'],
  ['2023/5/15', '2023-05-15'],
  ['2023.5.15', '2023-05-15'],
  ['2023年5月15日', '2023-05-15'],
  ['2023 年 5 月 15 日', '2023-05-15'],
  ['２０２３年５月１５日', '2023-05-15'],
  ['2019年06月15日08:18', '2019-06-15'],
  ['2019年10月31日 23:00', '2019-10-31'],
  ['2010年03月05日 10时20分', '2010-03-05'],
  ['二OO九年十二月廿一日', '2009-12-21'],
  ['二００九年3月5日', '2009-03-05'],
  ['民国九十九年三月5日', '2010-03-05'],
  ['2023-05-15T08:00:00+08:00', '2023-05-15'],
  ['2023-05-15T23:59', '2023-05-15'],
  ['2025年11月26日（星期三）', '2025-11-26'],
  ['2025年11月26日 星期三 08:00', '2025-11-26'],
  ['二〇一〇年十一月一日', '2010-11-01'],
  ['二○一○年十月三十一日', '2010-10-31'],
  ['二零零三年三月二十日', '2003-03-20'],
  ['民國112年5月15日', '2023-05-15'],
  ['民国112年5月15日', '2023-05-15'],
  ['中華民國 113 年 1 月 1 日', '2024-01-01'],
  ['民國112.05.15', '2023-05-15'],
  ['民國一百一十二年五月十五日', '2023-05-15'],
  ['民國一百零五年十二月十日', '2016-12-10'],
  ['民國元年一月一日', '1912-01-01'],
])('reads the day of %s', (text, day) => {
  expect(toDayOfText(text)).toBe(day)
})

test.each([
  '5月10日上午9时',
  '2023年5月10日上午9时',
  '2023年5月',
  '2019-09-26 15:35:35631',
  '2023-02-30',
  '二〇一〇年十三月一日',
  '二〇一年十一月一日',
  '113年01月01日',
  '民國112年',
  '2023-05-15 省发改委',
  '',
])('reads no day in %j', (text) => {
  expect(toDayOfText(text)).toBeUndefined()
})

test('reads a three-digit year as one of the Republic only where the field is from Taiwan', () => {
  expect(toTaiwanDay('113年01月01日')).toBe('2024-01-01')
  expect(toTaiwanDay('113 年 1 月 1 日')).toBe('2024-01-01')
  expect(toTaiwanDay('98年1月1日')).toBeUndefined()
  expect(toTaiwanDay('2024年1月1日')).toBeUndefined()
})

test('reads every day of two years back from Chinese numerals', () => {
  const numerals = ['〇', ...'一二三四五六七八九']
  const count = (value: number): string => {
    const tens = Math.floor(value / 10)
    const ten = tens === 0 ? '' : tens === 1 ? '十' : `${numerals[tens]}十`
    return ten + (value % 10 === 0 ? '' : numerals[value % 10])
  }
  for (let time = Date.UTC(2023, 0, 1); time < Date.UTC(2025, 0, 1); time += 86_400_000) {
    const iso = new Date(time).toISOString().slice(0, 10)
    const [year = '', month = '', day = ''] = iso.split('-')
    const digits = [...year].map((digit) => numerals[Number(digit)]).join('')
    const text = `${digits}年${count(Number(month))}月${count(Number(day))}日`
    expect([text, toDayOfText(text)]).toEqual([text, iso])
  }
})
