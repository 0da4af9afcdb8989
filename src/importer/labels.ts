import {
  eventLabels,
  labelsOf,
  locationLabels,
  needsColon,
  otherForms,
  plainDates,
  sharePlaces,
  typeSizes,
} from './label-lists.ts'

/** What a labelled value of a metadata line says. */
export type LabelSubject =
  | 'date'
  | 'written'
  | 'updated'
  | 'views'
  | 'source'
  | 'issuer'
  | 'author'
  | 'contributor'
  | 'editor'
  | 'indexNumber'
  | 'documentNumber'
  | 'title'
  | 'subtitle'
  | 'aside'
  | 'neighbour'
  | 'type-size'
  | 'control'

/** A label found in a line. */
export interface Label {
  readonly subject: LabelSubject
  /** 日期 or 时间 alone: as likely the day of an event as that of publication. */
  readonly isPlainDate: boolean
  readonly hasColon: boolean
  /** Where the label starts, and where its value may start. */
  readonly offset: number
  readonly end: number
  /** The label as it stands, damage and all, without the colon. */
  readonly text: string
}

/**
 * The labels of a line, in order. They are recognised in either script, with spaces between their
 * characters (`索 引 号`), in brackets instead of before a colon (`【来源】`), and with the readings
 * that damaged text has after characters (`發(fā)布日期`), though never by part of a longer word
 * where there is no colon.
 */
export function findLabels(line: string): readonly Label[] {
  const {text: folded, offsets} = foldLine(line)
  return [...folded.matchAll(anyLabel)].flatMap((match) => {
    const [whole, words = '', mark] = match
    const name = words.replace(/\s/g, '')
    const subject = subjectOf.get(name)
    const before = folded.slice(0, match.index)
    const isBracket = mark !== undefined && /[】\]]$/.test(mark)
    const isLabel = !isBracket || (/[【[]$/.test(before) && subject !== 'control')
    const hasColon = mark !== undefined && isLabel
    const end = match.index + (isLabel ? whole : words).length
    const label = {name, words, subject, hasColon, before, after: folded.slice(end), line: folded}
    if (subject === undefined || !standsFree(label)) return []
    const offset = offsets[match.index] ?? line.length
    const text = line.slice(offset, offsets[match.index + words.length] ?? line.length)
    const isPlainDate = plainDates.has(name)
    return [{subject, isPlainDate, hasColon, offset, end: offsets[end] ?? line.length, text}]
  })
}

/** What a line says that is nothing but one label without a colon: `索 引 号` in a cell. */
export function readLoneLabel(line: string): LabelSubject | undefined {
  const name = foldLine(line).text.replace(/\s/g, '')
  const subject = needsColon.has(name) ? undefined : subjectOf.get(name)
  return subject === 'control' ? undefined : subject
}

/** Whether a text is a label of an event's list. */
export function isEventLabel(text: string): boolean {
  return eventLabels.includes(foldLine(text).text.replace(/\s/g, ''))
}

/**
 * Whether a line begins as lines of metadata do: with a label, a figure, a short word before a colon
 * or a date. Sentences do not, and need no further look.
 */
export function mayBeMetadata(line: string): boolean {
  const start = foldLine(line.slice(0, startLengthMax)).text
  return factStart.test(start) || firstLabel.test(start)
}

/** Whether a line begins with a label of an event's list, such as 地点： with a value. */
export function isEventLine(line: string): boolean {
  return eventLine.test(foldLine(line).text)
}

/** Whether a line is the path from the home page to a page: `首页 > 公报 > 第23号`. */
export function isLocationPath(line: string): boolean {
  return locationPath.test(foldLine(line).text)
}

/** Whether a text is nothing but the sizes that follow 字号: `[大] [中] [小]`. */
export function isTypeSizes(text: string): boolean {
  return text.split(/[\s|｜/【】[\]()（）]+/).every((word) => word === '' || typeSizes.has(word))
}

/** Whether a text is nothing but the places to share a page that follow 分享到. */
export function isSharePlaces(text: string): boolean {
  return text.split(/[\s|｜/、]+/).every((word) => word === '' || sharePlaces.has(word))
}

const subjectOf: ReadonlyMap<string, LabelSubject> = new Map(
  Object.entries(labelsOf).flatMap(([subject, names]) =>
    // `Object.entries` forgets the type of the keys.
    names.map((name) => [name, subject as LabelSubject] as const),
  ),
)

const simplifiedOf: ReadonlyMap<string, string> = new Map(
  Object.entries(otherForms).flatMap(([simplified, forms]) =>
    [...forms].map((form) => [form, simplified] as const),
  ),
)

const spaces = '[ \u3000\u00a0]*'

const anyLabel = new RegExp(
  `(${patternOf([...subjectOf.keys()])})(\\s*(?:[:：﹕]|[】\\]](?!\\s*[】\\]])))?`,
  'g',
)
const startLengthMax = 100
const firstLabel = new RegExp(`^[\\s【[（(|]*(?:${patternOf([...subjectOf.keys()])})`)
const factStart =
  /^[\s【[（(|]*(?:[\d〇○零一二三四五六七八九十民中]|\S{2,20}\s+(?:19|20)\d\d|\S{2,20}(?:19|20)\d\d[-/.年]|\p{Script=Han}{2,8}[:：])|[:：]/u
const eventLine = new RegExp(`^\\s*(?:${patternOf(eventLabels)})\\s*[:：﹕]\\s*\\S`)
const locationPath = new RegExp(
  `^\\s*(?:(?:${patternOf(locationLabels)})\\s*[:：]|首页\\s*(?:[>＞›»→]|&gt;))`,
)

/**
 * A pattern of these names, of which the longest counts, with spaces between their characters. Names
 * that begin alike share their beginning, so that a line is not compared with each of them.
 */
function patternOf(names: readonly string[]): string {
  const rests = new Map<string, string[]>()
  for (const [first = '', ...rest] of names) {
    rests.set(first, [...(rests.get(first) ?? []), rest.join('')])
  }
  const ways = [...rests].map(([first, others]) => {
    const longer = others.filter((rest) => rest !== '')
    if (longer.length === 0) return first
    return `${first}(?:${spaces}(?:${patternOf(longer)}))${longer.length < others.length ? '?' : ''}`
  })
  return ways.join('|')
}

/** Pinyin in parentheses after a character, as damaged text has it: recognition looks past it. */
const reading = /(?<=[\p{Script=Han})])\([\p{Script=Latin}\p{M}\s/]{1,24}\)/gu

/** A line in the characters of the lists above, without readings; `offsets` leads back. */
function foldLine(line: string): {readonly text: string; readonly offsets: readonly number[]} {
  let text = ''
  const offsets: number[] = []
  let at = 0
  for (const {index, length} of [...readingsIn(line), {index: line.length, length: 0}]) {
    for (; at < index; at++) {
      const character = line[at] ?? ''
      text += simplifiedOf.get(character) ?? character
      offsets.push(at)
    }
    at = index + length
  }
  return {text, offsets}
}

function readingsIn(line: string): readonly {readonly index: number; readonly length: number}[] {
  return [...line.matchAll(reading)].map(({index, 0: {length}}) => ({index, length}))
}

/**
 * Whether a label is one where it stands. With a colon it may be glued to the value before it
 * (`证券时报网作者：甲`), a plain 时间： may not (`截止时间：`). Without a colon it begins a field
 * and a space, a slash, the end, or a figure where one belongs must follow.
 */
function standsFree(label: {
  readonly name: string
  readonly words: string
  readonly subject: LabelSubject | undefined
  readonly hasColon: boolean
  readonly before: string
  readonly after: string
  readonly line: string
}): boolean {
  const {name, words, subject, hasColon, before, after, line} = label
  const startsField = /(?:^|[\s|｜/【[（(])$/.test(before)
  if (subject === 'control')
    return startsField && (hasColon || /^(?:$|[\s|｜/】\])）])/.test(after))
  if (hasColon) return startsField || !(plainDates.has(name) && /\p{Script=Han}$/u.test(before))
  if (!startsField || words !== name) return false
  if (needsColon.has(name)) return subject === 'title' && isDocumentHead(line) && /^\s/.test(after)
  if (subject === 'views') return /^\s*\/?\s*\d/.test(after)
  if (subject === 'date' || subject === 'written' || subject === 'updated') {
    return /^\s*\/?\s*[\d〇○零一二三四五六七八九民中]/.test(after)
  }
  return /^(?:\s|\/|$)/.test(after)
}

/** Whether a line is the table over an official document, run together: then 标题 needs no colon. */
function isDocumentHead(line: string): boolean {
  return [...line.matchAll(/索引号|发文机关|发文字号|成文日期/g)].length > 1
}
