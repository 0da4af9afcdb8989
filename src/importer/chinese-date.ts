import {type IsoDate, toDay, toIsoDate} from '../base/day.ts'

/**
 * The day that a metadata field names, with its year: what `toIsoDate` reads, spaces between the
 * parts (`2023 年 5 月 15 日`), Chinese numerals (`二〇一〇年十一月一日`), years of the Republic
 * (`民國112年5月15日`, `民国九十九年3月5日`). A time of day (`08:18`, `上午 8:30`) and a day of the week may follow; anything else
 * means that the text is more than a date, and gives undefined.
 */
export function toDayOfText(text: string): IsoDate | undefined {
  const date = withoutTime(text)
  const republic = /^(?:中[华華])?民[国國](.+)$/.exec(date)?.[1]
  if (republic !== undefined) return toRepublicDay(republic)
  return toIsoDate(text) ?? toIsoDate(date) ?? toNumeralDay(date)
}

/**
 * The day that a Taiwan site writes without 民國: `113年01月01日` is in 2024. Only for fields known
 * to be from Taiwan, and only years of three digits, since `98年` is 1998 elsewhere.
 */
export function toTaiwanDay(text: string): IsoDate | undefined {
  const date = withoutTime(text)
  return /^\d{3}\D/.test(date) ? toRepublicDay(date) : undefined
}

/** The first year of the Republic is 1912. */
const republicBefore = 1911

const weekday = /\s*[(（]?(?:星期|[周週]|礼拜|禮拜)[一二三四五六日天][)）]?/
const time =
  /\s*(?:[上下]午\s*)?\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?|[时時点點]\d{1,2}分(?:\d{1,2}秒)?)(?:\s*[AP]M)?$/i

function withoutTime(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .trim()
    .replace(time, '')
    .replace(weekday, '')
    .replace(/\s*([年月日])\s*/g, '$1')
    .replace(/T$/, '')
    .trim()
}

function toRepublicDay(date: string): IsoDate | undefined {
  const match = /^\s*(\d{1,3})([./-])(\d{1,2})\2(\d{1,2})$/.exec(date)
  if (match) {
    return toDay(Number(match[1]) + republicBefore, Number(match[3]), Number(match[4]))
  }
  const [year, month, day] = splitParts(date)
  if (year === undefined || month === undefined || day === undefined) return undefined
  const count = year === '元' ? 1 : toNumber(year)
  return count === undefined ? undefined : numeralDay(count + republicBefore, month, day)
}

function toNumeralDay(date: string): IsoDate | undefined {
  const [year, month, day] = splitParts(date)
  if (year === undefined || month === undefined || day === undefined) return undefined
  const digits = [...year].map((digit) => digitOf(digit))
  if (digits.length !== 4 || digits.includes(undefined)) return undefined
  return numeralDay(Number(digits.join('')), month, day)
}

function splitParts(date: string): readonly string[] {
  return /^\s*([^年月日]+)年([^年月日]+)月([^年月日]+)[日号]$/.exec(date)?.slice(1) ?? []
}

function numeralDay(year: number, monthText: string, dayText: string): IsoDate | undefined {
  const month = toNumber(monthText)
  const day = toNumber(dayText)
  return month === undefined || day === undefined ? undefined : toDay(year, month, day)
}

// Typists took whatever looks like a zero.
const zeros = '〇○零OoＯ０◯Ｏ'
const digits = '一二三四五六七八九'

function digitOf(character: string): number | undefined {
  if (zeros.includes(character)) return 0
  if (/^\d$/.test(character)) return Number(character)
  const index = digits.indexOf(character)
  return index === -1 ? undefined : index + 1
}

/** The number, 1 to 199, that figures or numerals write: `5`, `十`, `二十一`, `廿一`, `一百一十二`. */
function toNumber(written: string): number | undefined {
  if (/^\d{1,3}$/.test(written)) return Number(written)
  const numerals = written.replace(/^廿/, '二十').replace(/^卅/, '三十')
  const match = /^(?:(一)百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
    numerals,
  )
  if (!match || numerals === '') return undefined
  const [, hundred, tens, ten, ones] = match
  const value =
    (hundred ? 100 : 0) +
    (ten ? 10 * (tens ? (digitOf(tens) ?? 0) : 1) : 0) +
    (ones ? (digitOf(ones) ?? 0) : 0)
  return value
}
