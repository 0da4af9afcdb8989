import {join, relative, resolve} from 'node:path'
import {examinationPage} from '../../emit/examination-page.ts'
import {renderPage} from '../../render/render.ts'
import {type ExaminedChapter, examineSite} from '../../site/examination.ts'
import {checkSnapshot} from '../check-site.ts'
import {todayIn} from '../clock.ts'
import {cached, inline} from '../compile.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {replaceFile} from '../replace-file.ts'
import type {SiteFolder} from '../site-folder.ts'
import {type Snapshot, takeSnapshot} from '../snapshot.ts'
import {readSources} from '../sources.ts'
import type {Terminal} from '../terminal.ts'

/** Where the report goes, and whether it is wanted as JSON instead. */
export interface DoctorArguments {
  readonly out?: string | undefined
  readonly json: boolean
}

/**
 * Examines what is to be published as an inspector would, and writes a report of one page. Fails
 * when a requirement is not met; one that needs a look does not.
 */
export async function doctor(
  {out, json}: DoctorArguments,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const sources = await readSources(folder)
  const compiling = terminal.progress({zh: '检查文章', en: 'Checking records'})
  const compile = cached(inline(), undefined, compiling.counted)
  const snapshot = await takeSnapshot(sources, {todayIn, preview: false, compile})
  compiling.end()
  const {site} = snapshot
  const diagnostics = checkSnapshot(snapshot, sources)
  const chapters = examineSite({site, pages: samplePages(snapshot), diagnostics})
  const findings = chapters.flatMap((chapter) => chapter.findings)
  const failed = findings.some(({verdict}) => verdict === 'fail')
  if (json) terminal.print(`${JSON.stringify(chapters, null, 1)}\n`)
  else {
    const path = out === undefined ? join(folder.root, 'doctor.html') : resolve(out)
    const name = Object.values(site.config.title)[0] ?? ''
    const day = todayIn(site.config.timeZone)
    await replaceFile(path, examinationPage(name, day, chapters, terminal.language))
    tell(chapters, relative(process.cwd(), path), terminal)
  }
  return failed ? exitCodes.content : exitCodes.ok
}

/** The home page and the page of the newest announcement, in the first edition. */
function samplePages({pages, context, templates, site}: Snapshot): readonly string[] {
  const [edition] = site.config.editions
  const own = [...pages.values()].filter((page) => page.edition === edition)
  const sample = (['home', 'article'] as const).flatMap(
    (kind) => own.find((page) => page.kind === kind) ?? [],
  )
  return sample.flatMap((page) => renderPage(page, context, templates).value ?? [])
}

function tell(chapters: readonly ExaminedChapter[], path: string, {say}: Terminal): void {
  const findings = chapters.flatMap((chapter) => chapter.findings)
  for (const {verdict, title, detail} of findings.filter((each) => each.verdict !== 'pass')) {
    const sign = verdict === 'fail' ? '✗' : '!'
    say({zh: `${sign} ${title.zh}：${detail.zh}`, en: `${sign} ${title.en}: ${detail.en}`})
  }
  const count = (verdict: string): number =>
    findings.filter((each) => each.verdict === verdict).length
  say({
    zh: `通过 ${count('pass')} 项，注意 ${count('warn')} 项，不通过 ${count('fail')} 项；报告在 ${path}`,
    en: `${count('pass')} pass, ${count('warn')} to look at, ${count('fail')} fail; the report is ${path}`,
  })
}
