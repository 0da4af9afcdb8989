import {join} from 'node:path'
import type {ContentPath, RecordId} from '../../base/brand.ts'
import {type Checked, type Diagnostic, isError, report} from '../../base/diagnostic.ts'
import {findNearestName} from '../../record/near.ts'
import {idOfPath, toRecordId} from '../../record/record-id.ts'
import {pathOfVersion} from '../../record/version-name.ts'
import {parseConfig} from '../../site/config.ts'
import {todayIn} from '../clock.ts'
import {createFile} from '../create-file.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {readBytes} from '../files.ts'
import {findRecord} from '../find-record.ts'
import {noSuchRecord, versionKept} from '../keep-problems.ts'
import type {SiteFolder} from '../site-folder.ts'
import {listRecords, readConfig} from '../sources.ts'
import type {Terminal} from '../terminal.ts'

/**
 * Keeps the text of a record as it is today, byte for byte, beside the record, before somebody
 * corrects it. `name` is its id, or its file. Nothing is ever overwritten.
 */
export async function keep(
  name: string,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const text = await readConfig(folder)
  const config = parseConfig('dibao.yml', text.value)
  const found = await findNamed(name, folder)
  const diagnostics = [...text.diagnostics, ...config.diagnostics, ...found.diagnostics]
  const bytes = found.value && (await readBytes(join(folder.content, found.value)))
  if (!config.value || !found.value || !bytes || diagnostics.some(isError)) {
    return refuse(diagnostics, terminal)
  }
  const kept = pathOfVersion(found.value, todayIn(config.value.timeZone))
  const file = `content/${kept}`
  if (!(await createFile(join(folder.content, kept), bytes))) {
    return refuse([report(versionKept, {file}, {record: `content/${found.value}`})], terminal)
  }
  terminal.say({zh: file, en: file})
  terminal.say({
    zh: `现在可以改正 content/${found.value}，并在 corrections 里写明改了什么；网页上的“更正”会链接到前后对照。`,
    en: `Now correct content/${found.value} and say under corrections what was wrong; the page will lead to a comparison.`,
  })
  return exitCodes.ok
}

function refuse(diagnostics: readonly Diagnostic[], terminal: Terminal): ExitCode {
  terminal.report(diagnostics)
  return exitCodes.content
}

/** The record that is meant by its id or by its file, as a person at a terminal names it. */
async function findNamed(
  name: string,
  folder: SiteFolder,
): Promise<Checked<ContentPath | undefined>> {
  const records = await listRecords(folder)
  const path = name.replaceAll('\\', '/').replace(/^(?:\.\/)?(?:content\/)?/, '')
  const listed = records.find((each) => each === path)
  const id = listed === undefined ? toRecordId(name) : undefined
  const value = listed ?? (id && (await findRecord(id, folder)))
  if (value !== undefined) return {value, diagnostics: []}
  const near = findNearestName(name, new Set<RecordId>(records.map(idOfPath)))
  return {value: undefined, diagnostics: [report(noSuchRecord, {}, {name, near})]}
}
