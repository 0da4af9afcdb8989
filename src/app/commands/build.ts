import {compareDiagnostics, type Diagnostic, report} from '../../base/diagnostic.ts'
import {findOutputClashes} from '../../emit/diff.ts'
import {findBadNames} from '../../emit/output-name.ts'
import {updateLedger} from '../../site/ledger.ts'
import {lockBuild} from '../build-lock.ts'
import {todayIn} from '../clock.ts'
import {cached, inline} from '../compile.ts'
import {openSiteStore} from '../compile-store.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {explainOutput} from '../explain.ts'
import {programFingerprint} from '../fingerprint.ts'
import {findTakenIds, forbidsPublishing, sayForbidden, sayLeftOut} from '../keep-going.ts'
import {makeAllOutput} from '../output.ts'
import {readOutputKeys} from '../output-keys.ts'
import {findPictureService} from '../picture-service.ts'
import {makeVersions} from '../picture-versions.ts'
import {buildRunning} from '../problems.ts'
import type {SiteFolder} from '../site-folder.ts'
import {takeSnapshot} from '../snapshot.ts'
import {readSources} from '../sources.ts'
import type {Terminal} from '../terminal.ts'
import {sayUnread} from '../unread.ts'
import {stageOutput} from '../write.ts'
import {writeLedger} from '../write-ledger.ts'

/** What a build does besides. */
export interface BuildArguments {
  /** Whether it says of every file what it was made from. */
  readonly explain?: boolean
  /** Whether records with errors of their own are left out, so that the others are published. */
  readonly keepGoing?: boolean
}

/**
 * Publishes the site. With any error that forbids it nothing is written, and the last published
 * site stays. A site that lacks records because of their errors is not well either.
 */
export async function build(
  folder: SiteFolder,
  terminal: Terminal,
  findService = findPictureService,
  wanted: BuildArguments = {},
): Promise<ExitCode> {
  const lock = await lockBuild(folder)
  if (!lock.isHeld) {
    terminal.report([report(buildRunning, {}, {by: lock.by})])
    return exitCodes.content
  }
  try {
    return await publishSite(folder, terminal, findService, wanted)
  } finally {
    await lock.release()
  }
}

async function publishSite(
  folder: SiteFolder,
  terminal: Terminal,
  findService: typeof findPictureService,
  {explain = false, keepGoing = false}: BuildArguments,
): Promise<ExitCode> {
  const startedAt = performance.now()
  const reading = terminal.progress({zh: '读取文章', en: 'Reading records'})
  const sources = await readSources(folder, reading.counted)
  reading.end()
  const compiling = terminal.progress({zh: '整理文字', en: 'Repairing texts'})
  const compile = cached(inline(), await openSiteStore(folder), compiling.counted)
  const pictures = await makeVersions(sources, folder, await findService())
  const pictureVersions = pictures.value.versions
  const program = await programFingerprint()
  const options = {todayIn, preview: false, compile, pictureVersions, program}
  const snapshot = await takeSnapshot(sources, options)
  compiling.end()
  const rendering = terminal.progress({zh: '生成网页', en: 'Rendering pages'})
  const {files} = pictures.value
  const output = makeAllOutput(snapshot, sources, folder, rendering.counted, files)
  const keys = program === undefined ? new Map() : await readOutputKeys(folder)
  const staged = await stageOutput(output.files, keys, folder)
  rendering.end()
  const ledger = updateLedger(snapshot.site)
  const found = [
    ...[snapshot.diagnostics, pictures.diagnostics, output.diagnostics()].flat(),
    ...[findOutputClashes(staged.files), findBadNames(staged.files)].flat(),
    ...(keepGoing ? findTakenIds(sources, snapshot) : []),
  ]
  const forbids = (each: Diagnostic): boolean => forbidsPublishing(each, snapshot, keepGoing)
  // What cannot be read is told as that, and not as lost.
  const diagnostics = [...found, ...(found.some(forbids) ? [] : ledger.diagnostics)].toSorted(
    compareDiagnostics,
  )
  terminal.report(diagnostics)
  sayUnread(diagnostics, terminal)
  if (diagnostics.some(forbids)) {
    await staged.discard()
    sayForbidden(terminal, snapshot, keepGoing)
    return exitCodes.content
  }
  // Before the pages: an address is promised from the moment it can be seen.
  await writeLedger(ledger.value, sources, folder)
  const {written, removed, unchanged} = await staged.publish()
  if (explain) for (const line of explainOutput(staged.files, snapshot)) terminal.say(line)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const articles = snapshot.site.entries.length
  const total = written + unchanged
  terminal.say({
    zh: `已发布 ${articles} 篇文章，${total} 个文件到 ${folder.output}（写入 ${written}，删除 ${removed}，未变 ${unchanged}），用时 ${seconds} 秒`,
    en: `Published ${articles} articles, ${total} files, to ${folder.output} (${written} written, ${removed} removed, ${unchanged} unchanged) in ${seconds} s`,
  })
  if (snapshot.leftOut.size === 0) return exitCodes.ok
  sayLeftOut(terminal, snapshot)
  return exitCodes.content
}
