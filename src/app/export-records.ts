import {mkdir} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {compareText} from '../base/diagnostic.ts'
import {logOf} from '../emit/conversion-diff.ts'
import {
  type ListedRecord,
  recordsAsCsv,
  recordsAsJsonLines,
  repairsAsCsv,
} from '../emit/record-lists.ts'
import {parseRecord} from '../record/parse.ts'
import {type ExitCode, exitCodes} from './exit-code.ts'
import {type ExportArguments, type ExportContext, readArchive} from './export-context.ts'
import type {Snapshot} from './snapshot.ts'
import type {Sources} from './sources.ts'
import {writePieces} from './write-pieces.ts'

/**
 * Writes all records, drafts and withdrawn ones too, with what was done to their texts: as lines of
 * JSON, or as two tables in a folder.
 */
export async function exportRecords(
  {jsonl, csv}: ExportArguments,
  context: ExportContext,
): Promise<ExitCode> {
  if (jsonl === undefined && csv === undefined) return exitCodes.ok
  const archive = await readArchive(context, {withUnpublished: true})
  if (!archive) return exitCodes.content
  const {site} = archive.snapshot
  const records = listRecords(archive.sources, archive.snapshot)
  if (jsonl !== undefined) {
    await writePieces(resolve(jsonl), encode(recordsAsJsonLines(records, site)))
  }
  if (csv !== undefined) {
    await mkdir(resolve(csv), {recursive: true})
    await writePieces(join(resolve(csv), 'records.csv'), encode(recordsAsCsv(records, site)))
    await writePieces(join(resolve(csv), 'repairs.csv'), encode(repairsAsCsv(records)))
  }
  context.terminal.say({
    zh: `已导出 ${records.length} 篇文章的记录和整理记录`,
    en: `Exported ${records.length} records with what was done to their texts`,
  })
  return exitCodes.ok
}

/** In the order of their files. */
function listRecords(sources: Sources, {site}: Snapshot): readonly ListedRecord[] {
  const records = [...sources.records.values()].flatMap((source) => parseRecord(source).value ?? [])
  const kept = records.filter(({version}) => version !== undefined)
  return records.flatMap((record) => {
    const entry = site.byFile.get(record.file)
    if (!entry) return []
    const versions = kept
      .filter(({id}) => id === record.id)
      .toSorted((left, right) => compareText(left.version ?? '', right.version ?? ''))
    return [{record, article: entry.article, log: logOf(entry, site), versions}]
  })
}

function* encode(texts: Iterable<string>): Generator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}
