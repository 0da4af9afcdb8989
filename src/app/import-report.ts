import type {ContentPath} from '../base/brand.ts'
import {type Diagnostic, isError} from '../base/diagnostic.ts'
import {escapeMarkup} from '../base/markup.ts'
import {csvMark, csvRow} from '../emit/csv.ts'
import {removedLength} from '../importer/account.ts'
import {findGaps} from '../importer/gaps.ts'
import {type Fingerprint, fingerprintOf, groupDuplicates} from '../importer/near-duplicates.ts'
import type {NewsRecord} from '../record/record.ts'
import type {KeptRecord, Outcome} from './import-write.ts'
import {replaceFile} from './replace-file.ts'

/** Collects what became of each document, and says it for people when all is done. */
export interface ImportReport {
  readonly add: (outcome: Outcome) => void
  /** Writes the report as HTML, and the same as a table beside it. */
  readonly write: () => Promise<void>
}

/** The report that goes to `file`, with the table in the file of that name with the ending `.csv`. */
export function createImportReport(file: string): ImportReport {
  const rows: Row[] = []
  return {
    add: (outcome) => void rows.push(...toRows(outcome)),
    write: async () => {
      await replaceFile(file, formatHtml(rows))
      await replaceFile(
        `${file.replace(/\.html?$/i, '')}.csv`,
        csvMark + [heads, ...rows.map(cellsOf)].map(csvRow).join(''),
      )
    },
  }
}

type State = 'clean' | 'mended' | 'person'

interface Row {
  readonly document: string
  readonly state: State
  readonly path: ContentPath | undefined
  readonly fields:
    | Pick<NewsRecord, 'date' | 'title' | 'column' | 'source' | 'documentNumber'>
    | undefined
  readonly share: number | undefined
  readonly removed: number
  readonly reasons: readonly string[]
  readonly fingerprint: Fingerprint | undefined
}

const stateNames: Readonly<Record<State, string>> = {
  clean: '完好',
  mended: '已处理',
  person: '需要人看',
}

function toRows({name, records, diagnostics}: Outcome): readonly Row[] {
  const serious = diagnostics.filter(({severity}) => severity !== 'info')
  const state = serious.length > 0 ? 'person' : diagnostics.length > 0 ? 'mended' : 'clean'
  const reasons = diagnostics.map(reasonOf)
  const rows: readonly (KeptRecord | undefined)[] = records.length > 0 ? records : [undefined]
  return rows.map((record) => ({
    ...{document: name, state, reasons},
    path: record?.path,
    fields: record?.fields,
    share: record?.share,
    removed: record ? removedLength(record.account.removed) : 0,
    fingerprint: record && fingerprintOf(record.body),
  }))
}

function reasonOf(diagnostic: Diagnostic): string {
  return `${isError(diagnostic) ? '错误' : diagnostic.severity === 'warning' ? '提醒' : '说明'}：${diagnostic.reason.zh}`
}

const heads = [
  '原件',
  '状态',
  '文章',
  '标题',
  '日期',
  '栏目',
  '来源',
  '文号',
  '说得清的字（%）',
  '删去的字',
  '原因',
]

function cellsOf({document, state, path, fields, share, removed, reasons}: Row): readonly string[] {
  return [
    ...[document, stateNames[state], path ?? ''],
    ...[fields?.title ?? '', fields?.date ?? '', fields?.column ?? '', fields?.source ?? ''],
    ...[fields?.documentNumber ?? '', share === undefined ? '' : String(share)],
    ...[path === undefined ? '' : String(removed), reasons.join('；')],
  ]
}

function formatHtml(rows: readonly Row[]): string {
  const count = (state: State): number => rows.filter((row) => row.state === state).length
  const kept = rows.flatMap(({fields}) => fields ?? [])
  const gaps = findGaps(kept)
  const duplicates = groupDuplicates(rows).map((group) =>
    group.map(({path, fields}) => `${path ?? ''} ${fields?.title ?? ''}`).join('\n'),
  )
  const months = [...gaps.months].map(
    ([column, holes]) => `${column || '（没有栏目）'}：${holes.join('、')}`,
  )
  const numbers = [...gaps.numbers].map(([words, holes]) => `${words}：${holes.join('、')}`)
  const accounted = rows.filter(({share}) => share === 100).length
  const person = rows.filter(({state}) => state === 'person')
  return `<!DOCTYPE html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>导入报告</title>
<style>body{font:16px/1.6 sans-serif;margin:2em auto;max-width:70em;padding:0 1em}table{border-collapse:collapse}td,th{border:1px solid #888;padding:.2em .5em;text-align:left;vertical-align:top}li{white-space:pre-line}</style>
</head><body><h1>导入报告</h1>
<p>原件 ${rows.length} 份：完好 ${count('clean')}，已处理 ${count('mended')}，需要人看 ${count('person')}；成为文章 ${kept.length} 篇，其中 ${accounted} 篇每个字都说得清去了哪里。</p>
${section('需要人看', table(person))}
${section('内容几乎相同', list(duplicates))}
${section('栏目里没有文章的月份', list(months))}
${section('缺的文号', list(numbers))}
${section('全部原件', table(rows))}
</body></html>
`
}

function section(title: string, content: string): string {
  return `<h2>${title}</h2>\n${content === '' ? '<p>没有。</p>' : content}`
}

function list(items: readonly string[]): string {
  return items.length === 0
    ? ''
    : `<ul>${items.map((item) => `<li>${escapeMarkup(item)}</li>`).join('\n')}</ul>`
}

function table(rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[], name: string): string =>
    `<tr>${cells.map((cell) => `<${name}>${escapeMarkup(cell)}</${name}>`).join('')}</tr>`
  return `<table>${line(heads, 'th')}\n${rows.map((row) => line(cellsOf(row), 'td')).join('\n')}</table>`
}
