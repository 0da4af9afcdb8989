import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {parse} from 'yaml'
import {readAnyDocument} from '../../src/app/import-read.ts'
import {toDay} from '../../src/base/day.ts'
import {accountedShare} from '../../src/importer/account.ts'
import type {Encoding} from '../../src/importer/encoding.ts'
import {noCorpus} from '../../src/importer/reader.ts'
import {toRecord} from '../../src/importer/to-record.ts'
import {encodeText} from '../support/encode.ts'

interface NastyDocument {
  readonly it: string
  readonly name: string
  readonly encoding?: Encoding
  readonly document: string
  /** Title, fields and body of each record. */
  readonly records: readonly object[]
  /** The rules of what is said. */
  readonly says?: readonly string[]
}

const file = new URL('nasty-documents.yml', import.meta.url)
const documents: readonly NastyDocument[] = parse(await readFile(file, 'utf8'))
const scratch = await mkdtemp(join(tmpdir(), 'dibao-nasty-'))
afterAll(() => rm(scratch, {recursive: true, force: true}))

test.each(documents.map((each) => [each.it, each] as const))('%s', async (_, each) => {
  const bytes = encodeText(each.document, each.encoding ?? 'utf-8')!
  const received = {name: each.name, bytes, retrieved: toDay(2024, 1, 2)!}
  const {drafts, diagnostics} = await readAnyDocument(received, noCorpus, scratch)
  const says = diagnostics.map(({ruleId}) => ruleId)
  const records = drafts.flatMap((draft) => {
    expect(accountedShare(draft.account)).toBe(100)
    const record = toRecord(received, draft, (path) => path)
    says.push(...record.diagnostics.map(({ruleId}) => ruleId))
    const {title, fields, body} = draft
    return record.value ? [{title, ...fields, body}] : []
  })
  expect(records).toEqual(each.records)
  expect(says).toEqual(each.says ?? [])
})
