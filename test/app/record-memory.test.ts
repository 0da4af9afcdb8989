import {readFile, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {setTimeout as wait} from 'node:timers/promises'
import {expect, test} from 'vitest'
import {openRecordMemory} from '../../src/app/record-memory.ts'
import type {SiteFolder} from '../../src/app/site-folder.ts'
import {readRecord} from '../../src/app/sources.ts'
import {settledMs} from '../../src/app/stamp.ts'
import type {ContentPath} from '../../src/base/brand.ts'
import {makeSite} from '../support/folder.ts'

const path = 'a.md' as ContentPath

/** A site whose one record was noted some time after it was written. */
async function notedSite(): Promise<SiteFolder> {
  const folder = await makeSite('-- content/a.md --\n甲\n')
  await wait(settledMs * 2)
  await readWith(folder)
  return folder
}

/** Recalls the record or reads it, and keeps what is known. */
async function readWith(folder: SiteFolder) {
  const memory = await openRecordMemory(folder)
  const known = memory.recall(path)
  const source = known ?? (await readRecord(folder, path)).value
  if (!known && source) memory.note(source)
  await memory.keep()
  return {isRecalled: known !== undefined, source}
}

test('a record that lies as it lay is recalled, with the text and the digest that it had', async () => {
  const folder = await notedSite()
  for (const _ of [1, 2]) {
    const {isRecalled, source} = await readWith(folder)
    expect(isRecalled).toBe(true)
    expect({...source}).toEqual((await readRecord(folder, path)).value)
  }
})

test('one that was changed is not, though its size and its time were put back', async () => {
  const folder = await notedSite()
  const file = join(folder.content, path)
  const {atime, mtime} = await stat(file)
  await writeFile(file, '乙\n')
  await utimes(file, atime, mtime)
  const {isRecalled, source} = await readWith(folder)
  expect([isRecalled, source?.text]).toEqual([false, '乙\n'])
  // It has only just changed, so that its time says nothing yet.
  expect((await readWith(folder)).isRecalled).toBe(false)
})

test('damage to what is kept costs reading', async () => {
  const folder = await notedSite()
  const kept = join(folder.cache, 'records.json')
  const text = await readFile(kept, 'utf8')
  for (const damaged of ['', text.slice(0, 40), text.replace('a.md', 'b.md'), `${text} `]) {
    await writeFile(kept, damaged)
    expect((await openRecordMemory(folder)).recall(path)).toBeUndefined()
  }
})

test('a text that changes between its stamp and its reading is trouble, and no other text', async () => {
  const folder = await notedSite()
  const known = (await openRecordMemory(folder)).recall(path)
  await writeFile(join(folder.content, path), '乙\n')
  expect(() => known?.text).toThrow(expect.objectContaining({code: 'ECHANGED'}))
  await rm(join(folder.content, path))
  expect(() => known?.text).toThrow(expect.objectContaining({code: 'ECHANGED'}))
})
