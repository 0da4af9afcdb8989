import type {IsoDate} from '../base/day.ts'
import {toDayOfText, toTaiwanDay} from './chinese-date.ts'
import {findLabels, isTypeSizes, type Label, type LabelSubject} from './labels.ts'

/** One labelled value of a metadata line. */
export interface MetadataField {
  readonly subject: LabelSubject
  /** The value as it stands, damage and all; empty when the label has none. */
  readonly value: string
  readonly day?: IsoDate | undefined
  readonly count?: number | undefined
  /** 日期 or 时间 alone: as likely the day of an event as that of publication. */
  readonly isPlainDate: boolean
  readonly hasLabel: boolean
  readonly hasColon: boolean
}

/**
 * The fields of a line, or undefined unless the line is wholly made of known labels with values
 * that can be theirs. A date may stand first without a label (`2019-09-26 12:11来源：甲网`); the
 * whole line may stand in brackets (`（责任编辑：甲）`).
 */
export function readMetadataLine(line: string): readonly MetadataField[] | undefined {
  const text = line.trim()
  if (text === '' || line.length > lengthMax) return undefined
  if (isPager(text)) return [aside(text)]
  return readFields(text) ?? readBracketed(text)
}

/** The field of a label that stands alone, with the value that stands on the line after it. */
export function readValueLine(label: MetadataField, line: string): MetadataField | undefined {
  const value = trimValue(line)
  if (value === '' || value.length > valueLengthMax) return undefined
  return toField({...label, isTaiwan: false}, value)
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
  const fields: MetadataField[] = []
  const before = trimValue(text.slice(0, labels[0]?.offset))
  if (before !== '') {
    const field = toField(bareDate, before)
    if (!field) return undefined
    fields.push(field)
  }
  for (const [index, label] of labels.entries()) {
    const value = trimValue(text.slice(label.end, labels[index + 1]?.offset))
    const field = toField(toLabelled(label), value)
    if (!field) return undefined
    fields.push(field)
  }
  return fields.some(isTelling) ? fields : undefined
}

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
  // Damaged pages have traditional labels too, but with readings in them.
  const isTaiwan = /[發佈]/.test(text) && !text.includes('(')
  return {subject, isPlainDate, hasLabel: true, hasColon, isTaiwan}
}

function toField(labelled: Labelled, value: string): MetadataField | undefined {
  const {isTaiwan, ...label} = labelled
  const field = {...label, value}
  if (value === '') return field
  switch (label.subject) {
    case 'date':
    case 'written':
    case 'updated': {
      const date = withoutBrackets(value)
      const day = toDayOfText(date) ?? (isTaiwan ? toTaiwanDay(date) : undefined)
      return day && {...field, day}
    }
    case 'views': {
      if (notYetCounted.test(value)) return {...field, value: ''}
      const count = toCount(withoutBrackets(value))
      return count === undefined ? undefined : {...field, count}
    }
    case 'control':
      return undefined
    case 'type-size':
      return isTypeSizes(value) ? field : undefined
    case 'title':
    case 'neighbour':
      return field
    default:
      return value.length <= valueLengthMax && !/[。！？；!;]/.test(value) ? field : undefined
  }
}

function withoutBrackets(value: string): string {
  return (
    /^(?:\[(.*)\]|【(.*)】)$/
      .exec(value)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? value
  )
}

/** What a page shows until its script has fetched the count. */
const notYetCounted = /^(?:加[载載]中|loading|-)[.…-]*$/i

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
