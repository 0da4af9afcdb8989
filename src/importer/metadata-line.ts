import {type StatedDate, toStatedDate} from '../base/day.ts'
import {toDayOfText, toTaiwanDay} from './chinese-date.ts'
import {
  findLabels,
  isEventLabel,
  isSharePlaces,
  isTypeSizes,
  type Label,
  type LabelSubject,
  mayBeMetadata,
} from './labels.ts'

/** One labelled value of a metadata line. */
export interface MetadataField {
  readonly subject: LabelSubject
  /** The value as it stands, damage and all; empty when the label has none. */
  readonly value: string
  readonly day?: StatedDate | undefined
  readonly count?: number | undefined
  /** 日期 or 时间 alone: as likely the day of an event as that of publication. */
  readonly isPlainDate: boolean
  readonly hasLabel: boolean
  readonly hasColon: boolean
  /** A label that is not in the list, with its value. */
  readonly isUnknown?: boolean
}

/**
 * The fields of a line, or undefined unless the line is made of known labels with values that can
 * be theirs. A date may stand first or last without a label (`2019-09-26 12:11来源：甲网`), a source
 * before it; the whole line may stand in brackets (`（责任编辑：甲）`). Beside a label that only
 * pages have, others that are not known (`信息编号：12`) are facts that no field holds.
 */
export function readMetadataLine(line: string): readonly MetadataField[] | undefined {
  const text = line.trim()
  if (text === '' || line.length > lengthMax) return undefined
  if (isPager(text)) return [aside(text)]
  const number = readBareNumber(text)
  if (number) return [number]
  if (!mayBeMetadata(text)) return undefined
  return readFields(text) ?? readBracketed(text)
}

/** Whether fields are of the kind that stands round a text, and never in one. */
export function isFirm(fields: readonly MetadataField[]): boolean {
  return fields.some(({subject, hasColon, isPlainDate, hasLabel, value}) => {
    const isFact = !['aside', 'title', 'control', 'neighbour', 'type-size'].includes(subject)
    return isFact && hasLabel && !isPlainDate && (hasColon || value !== '')
  })
}

/** The field of a label that stands alone, with the value that stands on the line after it. */
export function readValueLine(
  label: MetadataField,
  labelLine: string,
  line: string,
): MetadataField | undefined {
  const value = trimValue(line)
  if (value === '' || value.length > valueLengthMax) return undefined
  return toField({...label, isTaiwan: isFromTaiwan(labelLine)}, value)
}

/** Longer lines are paragraphs. */
const lengthMax = 400
const valueLengthMax = 80

interface Labelled {
  readonly subject: LabelSubject
  readonly isPlainDate: boolean
  readonly hasLabel: boolean
  readonly hasColon: boolean
  readonly isTaiwan: boolean
}

function readFields(text: string): readonly MetadataField[] | undefined {
  const labels = findLabels(text)
  const before = trimValue(text.slice(0, labels[0]?.offset))
  const head = before === '' ? [] : readUnlabelled(before, labels.length > 0)
  if (!head) return undefined
  const fields = [...head]
  for (const [index, label] of labels.entries()) {
    const value = trimValue(text.slice(label.end, labels[index + 1]?.offset))
    const read = readValue(toLabelled(label), value, fields)
    if (!read) return undefined
    fields.push(...read)
  }
  const hasUnknown = fields.some(isUnknown)
  return fields.some(isTelling) && (!hasUnknown || isFirm(fields)) ? fields : undefined
}

/** What stands before the first label: a date, a source and a date, or a label that is not known. */
function readUnlabelled(text: string, hasLabels: boolean): readonly MetadataField[] | undefined {
  const date = readValue(bareDate, text, [])
  if (date) return date
  const [, time = '', office = ''] = dateAndOffice.exec(text) ?? []
  const dayBefore = officeEnding.test(office) ? toField(bareDate, trimValue(time)) : undefined
  if (dayBefore) {
    return [dayBefore, {...bareDate, subject: 'source', value: office, isPlainDate: false}]
  }
  const [, source = '', rest = ''] = datedSource.exec(text) ?? []
  const day = rest === '' ? undefined : readValue(bareDate, rest, [])
  if (!day) return hasLabels ? readUnknown(text) : undefined
  if (!hasLabels && !officeEnding.test(source)) return undefined
  return [{...bareDate, subject: 'source', value: source, isPlainDate: false}, ...day]
}

/** The fields in the value of a label: its own, and what was set behind it without a known label. */
function readValue(
  label: Labelled,
  value: string,
  known: readonly MetadataField[],
): readonly MetadataField[] | undefined {
  const [, before = '', sizes = ''] = bareSizes.exec(value) ?? []
  if (sizes !== '' && isTypeSizes(sizes)) {
    const own = readValue(label, before, known)
    return own && [...own, {...bareDate, subject: 'type-size', value: sizes, isPlainDate: false}]
  }
  const unknownAt = value.search(unknownLabel)
  if (unknownAt > -1) {
    const own = readValue(label, trimValue(value.slice(0, unknownAt)), known)
    const others = readUnknown(trimValue(value.slice(unknownAt)))
    return own && others && [...own, ...others]
  }
  const [, time = '', count = ''] = (isDated(label) && gluedCount.exec(value)) || []
  if (count !== '') return readGlued(label, time, count)
  const hasDate = known.some(({subject}) => subject === 'date')
  const [, start = '', rest = ''] = (!hasDate && isPerson(label) && valueAndDate.exec(value)) || []
  const day = rest === '' ? undefined : readValue(bareDate, rest, [])
  const field = toField(label, day ? trimValue(start) : value)
  return field && [field, ...(day ?? [])]
}

/** `[大 中 小]` without a label, behind a value. */
const bareSizes = /^(.*?)\s*([【[（(][\s大中小AT+-]+[】\])）])$/

function isDated({subject}: Labelled): boolean {
  return subject === 'date' || subject === 'written' || subject === 'updated'
}

/** Whether a label is of those after whose value pages set the date without one. */
function isPerson({subject}: Labelled): boolean {
  return ['source', 'issuer', 'author', 'contributor', 'editor'].includes(subject)
}

const dateStart = String.raw`(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d`
/** `云州日报 2019-09-26 15:35`, `云州日报2019年9月26日`. */
const valueAndDate = new RegExp(`^(.*?[^\\d])??(${dateStart}.*)$`)
const datedSource = new RegExp(`^([^\\s。，！？：:]{2,20})\\s+(${dateStart}.*)$`)
/** `2010年03月05日    云州日报`. */
const dateAndOffice = /^(.*\d[^\s。，]*)[\s|]+([^\s\d。，！？：:]{2,20})$/
/** How the names of offices and newspapers end. */
const officeEnding = /(?:[报報网網社局办辦委台站处處科院会會府部厅廳校室]|中心)$/
/** `15:35:35631`: a time with its seconds, and the count of views behind it. */
const gluedCount = /^(.*\d{1,2}:\d{2}:\d{2})(\d{1,7})$/

function readGlued(
  label: Labelled,
  date: string,
  count: string,
): readonly MetadataField[] | undefined {
  const day = toField(label, date)
  const views = {...label, subject: 'views', isPlainDate: false} as const
  return day && [day, {...views, value: count, count: Number(count)}]
}

/** A label that is not in the list, after a space or a bracket: `信息编号：`. */
const unknownLabel = /(?:^|(?<=[\s|｜】\])）]))\p{Script=Han}{2,8}[:：]/u

/** Labels that are not known, with what follows each; undefined where the line is an event's. */
function readUnknown(text: string): readonly MetadataField[] | undefined {
  if (text.search(unknownLabel) !== 0 || /[。！？；]/.test(text)) return undefined
  const [name = ''] = text.split(/[:：]/, 1)
  const next = text.slice(name.length + 1).search(unknownLabel)
  const end = next === -1 ? text.length : name.length + 1 + next
  const value = trimValue(text.slice(0, end))
  if (isEventLabel(name) || value.length > valueLengthMax) return undefined
  const others = end === text.length ? [] : readUnknown(text.slice(end))
  return others && [{...aside(value), isUnknown: true}, ...others]
}

function isUnknown(field: MetadataField): boolean {
  return field.isUnknown === true
}

/** `云政发〔2007〕23号` on a line of its own, as it stands under the title. */
function readBareNumber(text: string): MetadataField | undefined {
  const value = bareNumber.exec(text)?.[1]
  if (value === undefined) return undefined
  return {subject: 'documentNumber', value, isPlainDate: false, hasLabel: false, hasColon: true}
}

const bareNumber =
  /^[（(]?(\p{Script=Han}{2,14}\s*[〔［[【（(]\s*\d{4}\s*[〕］\]】）)]\s*第?\s*\d{1,5}\s*[号號])[)）]?$/u

/** A bare word such as 编辑 on a line of its own may be text. */
function isTelling({value, hasColon, subject}: MetadataField): boolean {
  return value !== '' || hasColon || subject === 'control'
}

function readBracketed(text: string): readonly MetadataField[] | undefined {
  const [, opening, inner = ''] = /^([（(【[])(.*)[）)】\]]$/s.exec(text) ?? []
  const fields = readFields(inner)
  // A date alone in parentheses under a title is the day on which a decision was passed.
  const isNote = (opening === '（' || opening === '(') && fields?.some(({hasLabel}) => !hasLabel)
  return isNote ? undefined : fields
}

const bareDate: Labelled = {
  subject: 'date',
  isPlainDate: true,
  hasLabel: false,
  hasColon: false,
  isTaiwan: false,
}

function toLabelled({subject, isPlainDate, hasColon, text}: Label): Labelled {
  return {subject, isPlainDate, hasLabel: true, hasColon, isTaiwan: isFromTaiwan(text)}
}

function isFromTaiwan(label: string): boolean {
  // Damaged pages have traditional labels too, but with readings in them.
  return /[發佈]/.test(label) && !label.includes('(')
}

function toField(labelled: Labelled, value: string): MetadataField | undefined {
  const {isTaiwan, ...label} = labelled
  const field = {...label, value}
  if (value === '') return field
  switch (label.subject) {
    case 'date':
    case 'written':
    case 'updated': {
      const day = readDate(labelled, withoutBrackets(value))
      return day && {...field, day}
    }
    case 'views': {
      if (notCounted.test(value)) return {...field, value: ''}
      const count = toCount(withoutBrackets(value))
      return count === undefined ? undefined : {...field, count}
    }
    case 'control':
      return isSharePlaces(value) ? field : undefined
    case 'type-size':
      return isTypeSizes(value) ? field : undefined
    case 'title':
    case 'neighbour':
      return field
    default:
      return value.length <= valueLengthMax && !/[。！？；!;]/.test(value) ? field : undefined
  }
}

function readDate(label: Labelled, date: string): StatedDate | undefined {
  const day = toDayOfText(date) ?? (label.isTaiwan ? toTaiwanDay(date) : undefined)
  // A month or a year alone is the document's own only where a label says so.
  const isOwn = label.hasColon && !label.isPlainDate
  return day ?? (isOwn ? toStatedDate(date) : undefined)
}

function withoutBrackets(value: string): string {
  return (
    /^(?:\[\s*(.*?)\s*\]|【\s*(.*?)\s*】)$/
      .exec(value)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? value
  )
}

/** What a page shows until its script has fetched the count, or where it never does. */
const notCounted = /^(?:(?:加[载載]中|loading|-)[.…-]*|人?次|人)$/i

/** `1,209次` is 1209. */
function toCount(value: string): number | undefined {
  const digits = /^(\d[\d,，]*)\s*(?:人?次|人)?(?:\(\p{L}+\))?$/u.exec(value)?.[1]
  const count = digits === undefined ? Number.NaN : Number(digits.replace(/[,，]/g, ''))
  return Number.isSafeInteger(count) ? count : undefined
}

const separators = String.raw`[\s|｜/·\u200b]`
const edges = new RegExp(`^(?:${separators}|[】\\])）:：])+|(?:${separators}|[【[(（])+$`, 'g')

/** A value without the separators and the brackets of its neighbours; its own brackets stay. */
function trimValue(text: string): string {
  const value = text.replace(edges, '')
  const closing = /[】\])）]$/.test(value) && !/[【[(（]/.test(value)
  return closing ? value.slice(0, -1).trimEnd() : value
}

/** `【1】【2】【3】`: the parts of a long text, counted from one. */
function isPager(text: string): boolean {
  const numbers = [...text.matchAll(/【(\d+)】/g)].map((match) => match[1])
  const counted = numbers.map((_, index) => `【${index + 1}】`).join('')
  return numbers.length > 1 && text.replace(/\s+/g, '') === counted
}

function aside(value: string): MetadataField {
  return {subject: 'aside', value, isPlainDate: false, hasLabel: true, hasColon: false}
}
