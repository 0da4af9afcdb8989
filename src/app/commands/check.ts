import {type Diagnostic, isError} from '../../base/diagnostic.ts'
import {type ReportFormat, reportFormats, toCsv, toJson, toSarif} from '../../emit/check-report.ts'
import {checkSnapshot} from '../check-site.ts'
import {todayIn} from '../clock.ts'
import {cached, inline} from '../compile.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {allProblems} from '../manual.ts'
import type {SiteFolder} from '../site-folder.ts'
import {takeSnapshot} from '../snapshot.ts'
import {readSources} from '../sources.ts'
import type {Terminal} from '../terminal.ts'
import {sayUnread} from '../unread.ts'
import {version} from '../version.ts'

/** How the answer is wanted. */
export interface CheckArguments {
  readonly format: string
  readonly json: boolean
  /** Whether warnings fail too. */
  readonly strict: boolean
}

/** Looks through a whole archive, drafts too, and tells what a person should see to. */
export async function check(
  {format, json, strict}: CheckArguments,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const sources = await readSources(folder)
  const compiling = terminal.progress({zh: '检查文章', en: 'Checking records'})
  const compile = cached(inline(), undefined, compiling.counted)
  const snapshot = await takeSnapshot(sources, {todayIn, preview: true, compile})
  compiling.end()
  const diagnostics = checkSnapshot(snapshot, sources)
  const wanted = json ? 'json' : reportFormats.find((each) => each === format.toLowerCase())
  print(diagnostics, wanted ?? 'text', terminal)
  const failing = diagnostics.some(
    (each) => isError(each) || (strict && each.severity === 'warning'),
  )
  return failing ? exitCodes.content : exitCodes.ok
}

function print(diagnostics: readonly Diagnostic[], format: ReportFormat, terminal: Terminal): void {
  const {language} = terminal
  if (format === 'json') terminal.print(toJson(diagnostics))
  else if (format === 'csv') terminal.print(toCsv(diagnostics, language))
  else if (format === 'sarif') {
    terminal.print(toSarif(diagnostics, allProblems, version, language))
  } else {
    terminal.report(diagnostics)
    sayUnread(diagnostics, terminal)
    if (diagnostics.length === 0) terminal.say({zh: '没有发现问题', en: 'Nothing was found'})
  }
}
