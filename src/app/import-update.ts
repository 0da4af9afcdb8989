import {join} from 'node:path'
import type {ContentPath, RecordId} from '../base/brand.ts'
import type {ForeignDocument} from '../importer/document.ts'
import {endingOf} from '../importer/to-record.ts'
import {parseRecord} from '../record/parse.ts'
import type {NewsRecord} from '../record/record.ts'
import {createSourceFile} from '../record/source-file.ts'
import {decodeUtf8, mapConcurrently, readBytes} from './files.ts'
import type {SiteFolder} from './site-folder.ts'
import {listRecords} from './sources.ts'

/** A record that an earlier import made of the page at some address. */
export interface EarlierRecord {
  readonly path: ContentPath
  readonly id: RecordId
  readonly text: string
  readonly record: NewsRecord
  /** The document that it was made of; undefined when its bytes are gone. */
  readonly document: ForeignDocument | undefined
}

/** Where the records are that hold the old addresses of a site. */
export type AddressIndex = ReadonlyMap<string, ContentPath>

/** Reads which record holds which old address. */
export async function indexAddresses(folder: SiteFolder): Promise<AddressIndex> {
  const paths = await listRecords(folder)
  const index = new Map<string, ContentPath>()
  await mapConcurrently(paths, async (path) => {
    const text = decodeUtf8((await readBytes(join(folder.content, path))) ?? new Uint8Array())
    const record = text === undefined ? undefined : parseRecord(createSourceFile(path, text)).value
    for (const address of record?.aliases ?? []) index.set(address, path)
  })
  return index
}

/** The record at a path with the document that it was made of. */
export async function readEarlier(
  path: ContentPath,
  {content}: SiteFolder,
): Promise<EarlierRecord | undefined> {
  const text = decodeUtf8((await readBytes(join(content, path))) ?? new Uint8Array())
  const record = text === undefined ? undefined : parseRecord(createSourceFile(path, text)).value
  if (text === undefined || !record) return undefined
  const {file: name, sha256, retrieved} = record.provenance ?? {}
  const original = `.originals/${sha256 ?? ''}${endingOf(name ?? '')}`
  const bytes = sha256 === undefined ? undefined : await readBytes(join(content, original))
  const document = name && bytes && retrieved ? {name, bytes, retrieved} : undefined
  return {path, id: record.id, text, record, document}
}

/** What differs between two records, as people name it: fields, and lines of the text. */
export function describeChanges(before: NewsRecord, after: NewsRecord): readonly string[] {
  const names = [
    'title',
    'date',
    'written',
    'updated',
    'column',
    'source',
    'author',
    'editor',
  ] as const
  const fields = names.filter((name) => before[name] !== after[name])
  const old = new Set(before.body.split('\n'))
  const now = new Set(after.body.split('\n'))
  const added = [...now].filter((line) => !old.has(line)).length
  const gone = [...old].filter((line) => !now.has(line)).length
  const lines = added + gone > 0 ? [`+${added} −${gone}`] : []
  return [
    ...fields.map((name) => `${name}: ${before[name] ?? ''} → ${after[name] ?? ''}`),
    ...lines,
  ]
}
