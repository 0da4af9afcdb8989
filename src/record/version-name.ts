import type {ContentPath} from '../base/brand.ts'
import type {IsoDate} from '../base/day.ts'

/** What the name of an earlier version's file says: `2023/notice@2024-05-20.md`. */
export interface VersionName {
  /** The file of the record as it is now, which lies beside it: `2023/notice.md`. */
  readonly of: ContentPath
  /** The day until which this text stood, as it is written. */
  readonly day: string
}

/** What the name of a record file says of an earlier version; undefined for a record as it is now. */
export function readVersionName(path: ContentPath): VersionName | undefined {
  const [, stem, day, ending] = /^((?:.*\/)?[^/]+)[@＠]([^/@＠]*)(\.[^./]*)$/.exec(path) ?? []
  if (stem === undefined || day === undefined || ending === undefined) return undefined
  return {of: `${stem}${ending}` as ContentPath, day}
}

/** Where the text of a record is kept as it stood until a day. */
export function pathOfVersion(path: ContentPath, day: IsoDate): ContentPath {
  return path.replace(/\.[^./]*$/, (ending) => `@${day}${ending}`) as ContentPath
}
