import {JiebaDict} from 'jieba-zh-cn'
import {compiled} from './program.js'
import {cleanArticle, sequence} from './texts.js'

// Announcements of open vocabulary: words as often as a dictionary counted them, names, dates and numbers.

/** @type {typeof import('../src/text/fold.ts')} */
const {foldText} = await import(compiled('text/fold.js'))

const firstYear = 2006
const years = 20

/** The year that the newest are of. */
export const currentYear = String(firstYear + years - 1)

const entries = Buffer.from(JiebaDict)
  .toString('utf8')
  .split('\n')
  .map((line) => line.split(' '))
  .filter(([word = '', often]) => /^\p{Script=Han}{1,6}$/u.test(word) && Number(often) > 2)
let total = 0
const sums = entries.map(([, often]) => (total += Number(often)))
const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
]
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉力志永健世广义兴良海山仁波宁贵福',
]

/** @param {(limit: number) => number} below */
function word(below) {
  const place = below(total)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sums[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return entries[low]?.[0] ?? ''
}

/** One of a list. @param {(limit: number) => number} below @param {readonly string[]} list */
const pick = (below, list) => list[below(list.length)] ?? ''

/** The name of a person. @param {(limit: number) => number} below */
const personName = (below) => pick(below, surnames) + pick(below, given) + pick(below, given)

/** @param {(limit: number) => number} below @param {string} date */
function part(below, date) {
  const kind = below(40)
  if (kind === 0) return personName(below)
  if (kind === 1) return `${1 + below(300)}名`
  if (kind === 2) return `${date.slice(0, 4)}年${1 + below(12)}月${1 + below(28)}日`
  if (kind === 3 && below(4) === 0) return pick(below, ['5G', 'AI', 'PM2.5', '3.5%'])
  return word(below)
}

/**
 * One of the announcements: what the index takes of it.
 * @param {number} number From 0, the oldest first.
 * @param {number} all How many there are.
 */
export function createDocument(number, all) {
  const below = sequence(number * 7919 + 1)
  const year = firstYear + Math.floor((number * years) / all)
  const month = (((number * years) / all) % 1) * 12
  const [inYear, inMonth] = [1 + Math.floor(month), 1 + Math.floor((month % 1) * 28)]
  const date = `${year}-${String(inYear).padStart(2, '0')}-${String(inMonth).padStart(2, '0')}`
  let text = ''
  while (text.length < 750) {
    // Official prose says most things as it always does.
    if (below(3) > 0) text += cleanArticle(number * 31 + text.length, 60)
    for (let words = 6 + below(12); words > 0; words--) text += part(below, date)
    text += pick(below, ['，', '。', '。\n', '、'])
  }
  return {
    id: /** @type {never} */ (`${date.replaceAll('-', '')}-${(number * 40503).toString(16)}`),
    date: /** @type {never} */ (date),
    titles: [foldText(`${word(below)}${word(below)}${word(below)}工作会议`)],
    texts: [foldText(text)],
    facets: [`=column/${below(8)}`, `=source/${below(60)}`],
  }
}

/** All of them, and new ones behind the newest. @param {number} all */
export function* documents(all, extra = 0) {
  for (let number = 0; number < all; number++) yield createDocument(number, all)
  for (let number = 0; number < extra; number++) {
    yield {...createDocument(all - 1, all), id: /** @type {never} */ (`new-${number}`)}
  }
}

/**
 * What readers may look for: runs of 2 to 8 characters of the announcements, and names of people,
 * which most of them may not hold.
 * @param {number} all How many announcements there are.
 * @param {{runs: number, names: number}} counts
 */
export function createQueries(all, {runs, names}) {
  const below = sequence(7)
  const run = () => {
    const {texts} = createDocument(below(all), all)
    const text = pick(below, texts[0]?.match(/\p{Script=Han}{2,}/gu) ?? [])
    const start = below(text.length - 1)
    return text.slice(start, start + 2 + below(7))
  }
  return [
    ...Array.from({length: runs}, run),
    ...Array.from({length: names}, () => personName(below)),
  ]
}

/** The text in which a query is looked for, as the page shows it: folded, without the spaces. */
export function plainOf(/** @type {ReturnType<typeof createDocument>} */ {titles, texts}) {
  return [...titles, ...texts].join('|').replaceAll('\n', '').replaceAll(' ', '')
}
