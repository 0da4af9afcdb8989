import type {Article} from '../article/article.ts'
import type {ContentPath, RecordId} from '../base/brand.ts'
import type {IsoDate, StatedDate} from '../base/day.ts'
import {compareEntries} from './entry.ts'
import {findTarget} from './reference.ts'
import type {Site} from './site.ts'

/** What an editor may want to look at an announcement for. */
export type InventoryMark = 'draft' | 'future' | 'withdrawn' | 'missing' | 'doubts'

/** Every mark, in the order in which they are told. */
export const inventoryMarks: readonly InventoryMark[] = [
  'draft',
  'future',
  'withdrawn',
  'missing',
  'doubts',
]

/** One announcement as a list for editors has it. */
export interface InventoryItem {
  readonly id: RecordId
  readonly file: ContentPath
  readonly date: StatedDate
  readonly title: string
  readonly column: string | undefined
  readonly marks: readonly InventoryMark[]
  /** How many pictures and attachments it lacks. */
  readonly missing: number
  /** How many places of its text are in doubt. */
  readonly doubts: number
}

/**
 * Every announcement of a site that was built with drafts and future ones, newest first. `doubts`
 * says how many places of a record's text are in doubt.
 */
export function takeInventory(
  site: Site,
  today: IsoDate,
  doubts: ReadonlyMap<ContentPath, number>,
): readonly InventoryItem[] {
  return [...site.entries, ...site.withdrawn].toSorted(compareEntries).map(({article}) => {
    const {id, file, date, editions, terms} = article
    const missing = (editions[0]?.lostPictures.length ?? 0) + lostAssetsOf(article, site).length
    const counts = {missing, doubts: doubts.get(file) ?? 0}
    const marks = inventoryMarks.filter((mark) => hasMark(mark, article, today, counts))
    return {id, file, date, title: editions[0]?.title ?? '', column: terms.column, marks, ...counts}
  })
}

function hasMark(
  mark: InventoryMark,
  {draft, date, withdrawn}: Article,
  today: IsoDate,
  counts: {readonly missing: number; readonly doubts: number},
): boolean {
  switch (mark) {
    case 'draft':
      return draft
    case 'future':
      return date > today
    case 'withdrawn':
      return withdrawn
    default:
      return counts[mark] > 0
  }
}

/** The references of an article to files that are not there. */
export function lostAssetsOf({references}: Article, site: Site): readonly string[] {
  const lost = references.filter(
    ({target}) => target.startsWith('asset:') && findTarget(target, site) === undefined,
  )
  return [...new Set(lost.map(({target}) => target))]
}
