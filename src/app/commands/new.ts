import {join} from 'node:path'
import type {RecordId} from '../../base/brand.ts'
import {type Checked, type Diagnostic, isError, report} from '../../base/diagnostic.ts'
import {
  createRecordId,
  formatNewRecord,
  type NewRecord,
  pathOfNewRecord,
} from '../../record/new-record.ts'
import {badId} from '../../record/problems.ts'
import {cleanName, toRecordId} from '../../record/record-id.ts'
import {parseConfig, type SiteConfig} from '../../site/config.ts'
import {todayIn} from '../clock.ts'
import {createFile} from '../create-file.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {findRecord} from '../find-record.ts'
import {idTaken, noSuchColumn} from '../problems.ts'
import type {SiteFolder} from '../site-folder.ts'
import {readConfig} from '../sources.ts'
import type {Terminal} from '../terminal.ts'

/** What a new record was asked for, as it was typed. */
export interface NewArguments {
  readonly column?: string | undefined
  readonly id?: string | undefined
  readonly json: boolean
}

/**
 * Begins a record: a draft of today with an id of its own, in the folder of the year. No file is
 * ever overwritten, and no id is given twice.
 */
export async function newRecord(
  title: string,
  args: NewArguments,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const {value: record, diagnostics} = await planRecord(title.trim(), args, folder, terminal)
  const path = record && pathOfNewRecord(record)
  if (!record || !path) return refuse(diagnostics, terminal)
  const file = `content/${path}`
  if (!(await createFile(join(folder.content, path), formatNewRecord(record)))) {
    return refuse([report(idTaken, {file}, {id: record.id})], terminal)
  }
  if (args.json) {
    terminal.print(`${JSON.stringify({path: file, ...record}, null, 1)}\n`)
    return exitCodes.ok
  }
  terminal.say({zh: file, en: file})
  terminal.say({
    zh: '是草稿：用 npx dibao dev 预览，写完删去 draft 一行再发布。',
    en: 'A draft: preview it with npx dibao dev, and take the line draft out to publish it.',
  })
  return exitCodes.ok
}

function refuse(diagnostics: readonly Diagnostic[], terminal: Terminal): ExitCode {
  terminal.report(diagnostics)
  return exitCodes.content
}

async function planRecord(
  title: string,
  args: NewArguments,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<Checked<NewRecord | undefined>> {
  const text = await readConfig(folder)
  const config = parseConfig('dibao.yml', text.value)
  const problems = [...text.diagnostics, ...config.diagnostics]
  if (!config.value || problems.some(isError)) return {value: undefined, diagnostics: problems}
  const date = todayIn(config.value.timeZone)
  const column = await chooseColumn(args.column, config.value, terminal)
  const id = await chooseId(args.id, createRecordId(title, date), folder)
  const diagnostics = [...problems, ...column.diagnostics, ...id.diagnostics]
  if (!id.value || diagnostics.some(isError)) return {value: undefined, diagnostics}
  return {value: {id: id.value, title, date, column: column.value}, diagnostics}
}

/** The column that was asked for; where none was, the one that a person at the terminal chooses. */
async function chooseColumn(
  wanted: string | undefined,
  {columns}: SiteConfig,
  {ask}: Terminal,
): Promise<Checked<string | undefined>> {
  const names = columns.map(({name}) => name)
  const list = names.map((name, index) => `${index + 1} ${name}`).join('，')
  const answer =
    wanted ??
    (names.length === 0
      ? undefined
      : await ask?.({
          zh: `栏目（${list}；写序号或名称，回车不选）：`,
          en: `Column (${list}; a number or a name, Enter for none): `,
        }))
  const name = answer?.trim()
  if (!name) return {value: undefined, diagnostics: []}
  const found = names[Number(name) - 1] ?? names.find((each) => each === name)
  if (found !== undefined || names.length === 0) return {value: found ?? name, diagnostics: []}
  return {value: undefined, diagnostics: [report(noSuchColumn, {}, {name, names})]}
}

async function chooseId(
  wanted: string | undefined,
  usual: RecordId,
  folder: SiteFolder,
): Promise<Checked<RecordId | undefined>> {
  const id = wanted === undefined ? usual : toRecordId(wanted)
  if (id === undefined) {
    const fixed = toRecordId(cleanName(wanted ?? '')) ?? usual
    return {value: undefined, diagnostics: [report(badId, {}, {found: wanted ?? '', fixed})]}
  }
  const owner = await findRecord(id, folder)
  const file = `content/${owner}`
  return {value: id, diagnostics: owner ? [report(idTaken, {file}, {id})] : []}
}
