import type {Point} from './place.ts'

/** The two languages in which Dibao speaks to editors. */
export type Language = 'zh' | 'en'

/** One sentence, said in both languages. */
export type Wording = Readonly<Record<Language, string>>

export type Severity = 'error' | 'warning' | 'info'

/** Something a person should know about an input. */
export interface Diagnostic {
  /** `floor/rule`, the name under which the manual lists it. */
  readonly ruleId: string
  readonly severity: Severity
  /** What was found and why it is wrong. */
  readonly reason: Wording
  /** What would be right, or what to do. */
  readonly advice?: Wording
  /** The file a person would open, from the site's folder: `content/2004/a.md`. */
  readonly file?: string
  readonly place?: Point
  /** The front-matter field that it is about. */
  readonly field?: string
}

/** A value together with everything that was noticed while making it. */
export interface Checked<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

/** Where a problem was found. */
export interface Where {
  readonly file?: string
  readonly place?: Point
  readonly field?: string
}

/** One kind of problem: its rule, its weight, and how to say it. */
export interface Problem<Details> {
  readonly ruleId: string
  readonly severity: Severity
  /** Details to show it with in the list of messages. */
  readonly example: Details
  readonly reason: (details: Details) => Wording
  readonly advice?: (details: Details) => Wording
}

/** A problem of any kind, for lists of them. */
export interface AnyProblem {
  readonly ruleId: string
  readonly severity: Severity
  readonly example: unknown
  readonly reason: (details: never) => Wording
  readonly advice?: (details: never) => Wording
}

/** The diagnostic for this problem, found at this place. */
export function report<Details>(
  problem: Problem<Details>,
  where: Where,
  details: NoInfer<Details>,
): Diagnostic {
  const {ruleId, severity} = problem
  const reason = problem.reason(details)
  const advice = problem.advice?.(details)
  return {ruleId, severity, ...where, reason, ...(advice && {advice})}
}

/** Whether a diagnostic forbids publishing. */
export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error'
}

/** The files that have an error. */
export function filesWithErrors(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.filter(isError).flatMap(({file}) => file ?? []))
}

/** The one order of diagnostics: file, line, column, rule; by code point, on every machine. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    compareText(left.file ?? '', right.file ?? '') ||
    (left.place?.line ?? 0) - (right.place?.line ?? 0) ||
    (left.place?.column ?? 0) - (right.place?.column ?? 0) ||
    compareText(left.ruleId, right.ruleId) ||
    compareText(left.reason.zh, right.reason.zh)
  )
}

/** Order of two texts by UTF-16 code unit: the same on every machine, whatever its locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

const severityNames: Readonly<Record<Severity, Wording>> = {
  error: {zh: '错误', en: 'error'},
  warning: {zh: '提醒', en: 'warning'},
  info: {zh: '说明', en: 'info'},
}

/** `file:line:column`, as editor programs open it; what is not known is left out. */
export function formatWhere({file = '', place}: Where): string {
  return place ? `${file}:${place.line}:${place.column}` : file
}

/** `file:line:column: severity: [field] reason (rule)`, and the advice on a line of its own. */
export function formatDiagnostic(diagnostic: Diagnostic, language: Language): string {
  const {file, severity, field, reason, advice, ruleId} = diagnostic
  const where = file === undefined ? '' : `${formatWhere(diagnostic)}: `
  const subject = field === undefined ? '' : `[${field}] `
  const head = `${where}${severityNames[severity][language]}: ${subject}${reason[language]} (${ruleId})`
  return advice ? `${head}\n    ${advice[language]}` : head
}
