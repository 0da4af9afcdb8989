import type {ContentPath, RecordId} from '../base/brand.ts'
import {parseRecord} from '../record/parse.ts'
import {idOfPath} from '../record/record-id.ts'
import type {SiteFolder} from './site-folder.ts'
import {listRecords, readRecord} from './sources.ts'

/** The record that has an id: by its name, or by its field, where its text holds the id. */
export async function findRecord(
  id: RecordId,
  folder: SiteFolder,
): Promise<ContentPath | undefined> {
  for (const path of await listRecords(folder)) {
    const {value: source} = await readRecord(folder, path)
    if (!source) continue
    const named = idOfPath(path) === id
    if (!named && !source.text.includes(id)) continue
    const record = parseRecord(source).value
    if (record ? record.id === id : named) return path
  }
  return undefined
}
