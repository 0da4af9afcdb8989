import type {AnyProblem, Diagnostic, Language, Severity} from '../base/diagnostic.ts'
import {csvMark, csvRow} from './csv.ts'

/** The forms in which other programs can have what was found. */
export const reportFormats = ['text', 'json', 'csv', 'sarif'] as const

export type ReportFormat = (typeof reportFormats)[number]

/** What was found as JSON: a list, each with both languages, in the order of the report. */
export function toJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify(diagnostics, null, 1)}\n`
}

const columns: Readonly<Record<Language, readonly string[]>> = {
  zh: ['文件', '行', '列', '程度', '字段', '问题', '改法', '规则'],
  en: ['file', 'line', 'column', 'severity', 'field', 'problem', 'advice', 'rule'],
}

/** What was found as a table. */
export function toCsv(diagnostics: readonly Diagnostic[], language: Language): string {
  const rows = diagnostics.map(({file, place, severity, field, reason, advice, ruleId}) => [
    file ?? '',
    String(place?.line ?? ''),
    String(place?.column ?? ''),
    severity,
    field ?? '',
    reason[language],
    advice?.[language] ?? '',
    ruleId,
  ])
  return csvMark + [columns[language], ...rows].map(csvRow).join('')
}

const sarifLevels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

/** What was found as SARIF 2.1.0 (OASIS), which programs that show the results of checks read. */
export function toSarif(
  diagnostics: readonly Diagnostic[],
  problems: readonly AnyProblem[],
  version: string,
  language: Language,
): string {
  const used = [...new Set(diagnostics.map(({ruleId}) => ruleId))].toSorted()
  const rules = used.map((id) => {
    const severity = problems.find(({ruleId}) => ruleId === id)?.severity ?? 'warning'
    return {id, defaultConfiguration: {level: sarifLevels[severity]}}
  })
  const results = diagnostics.map((each) => ({
    ruleId: each.ruleId,
    ruleIndex: used.indexOf(each.ruleId),
    level: sarifLevels[each.severity],
    message: {text: [each.reason[language], each.advice?.[language]].filter(Boolean).join('\n')},
    ...(each.file !== undefined && {locations: [locationOf(each.file, each)]}),
  }))
  const driver = {name: 'dibao', version, rules}
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    // Columns count UTF-16 code units, which is what the kind says.
    runs: [{tool: {driver}, columnKind: 'utf16CodeUnits', results}],
  }
  return `${JSON.stringify(log, null, 1)}\n`
}

function locationOf(file: string, {place}: Diagnostic) {
  const artifactLocation = {uri: file.split('/').map(encodeURIComponent).join('/')}
  const region = place && {startLine: place.line, startColumn: place.column}
  return {physicalLocation: {artifactLocation, ...(region && {region})}}
}
