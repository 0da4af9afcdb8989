import type {ContentPath, RecordId} from '../base/brand.ts'
import {type IsoDate, yearOf} from '../base/day.ts'
import {digestOf} from '../base/digest.ts'
import {formatRecord} from './write.ts'

/** What a new record begins with. */
export interface NewRecord {
  readonly id: RecordId
  readonly title: string
  readonly date: IsoDate
  readonly column: string | undefined
}

/**
 * The id of a record that is begun on a day: the day and the first figures of the title's digest,
 * as importing makes it of the bytes. It is written into the record, so that a title that changes
 * later changes no address.
 */
export function createRecordId(title: string, date: IsoDate): RecordId {
  return `${date.replaceAll('-', '')}-${digestOf(title).slice(0, 6)}` as RecordId
}

/** Where a new record goes: `2024/20241210-0a1b2c.md`. */
export function pathOfNewRecord({id, date}: NewRecord): ContentPath {
  return `${yearOf(date)}/${id}.md` as ContentPath
}

const hint = `# 写完以后删去 draft 这一行，就会发布。还可以写的字段，例如：
# source: 市关工委办公室
# written: 2024-12-05
# documentNumber: 云关办〔2024〕8号
`
const body = '正文写在这里，段落之间空一行。\n'

/** The file of a new record: a draft, with a reminder of the fields that it may have besides. */
export function formatNewRecord(record: NewRecord): string {
  const none = {
    tags: [],
    corrections: [],
    aliases: [],
    attachments: [],
    pictures: [],
    conversion: {},
  }
  const head = formatRecord({...record, ...none, draft: true}, '')
  return `${head.slice(0, -'---\n'.length)}${hint}---\n${body}`
}
