import {compareDiagnostics, type Diagnostic, filesWithErrors} from '../base/diagnostic.ts'
import {findOutputClashes} from '../emit/diff.ts'
import {findBadNames} from '../emit/output-name.ts'
import {updateLedger} from '../site/ledger.ts'
import {todayIn} from './clock.ts'
import {cached} from './compile.ts'
import {openSiteStore} from './compile-store.ts'
import {threaded} from './compile-threads.ts'
import {type ExitCode, exitCodes} from './exit-code.ts'
import {explainOutput} from './explain.ts'
import {programFingerprint} from './fingerprint.ts'
import {findTakenIds, forbidsPublishing, sayForbidden, sayLeftOut} from './keep-going.ts'
import {type BuildAccount, findChange, type InputStamp} from './last-build.ts'
import {makeAllOutput} from './output.ts'
import {readOutputKeys} from './output-keys.ts'
import type {findPictureService} from './picture-service.ts'
import {makeVersions} from './picture-versions.ts'
import {openRecordMemory} from './record-memory.ts'
import {sayPublished} from './say-published.ts'
import type {SiteFolder} from './site-folder.ts'
import {takeSnapshot} from './snapshot.ts'
import {readSources} from './sources.ts'
import type {Terminal} from './terminal.ts'
import {changedMeanwhile} from './trouble.ts'
import {sayUnread} from './unread.ts'
import {type StagedOutput, stageOutput} from './write.ts'
import {writeLedger} from './write-ledger.ts'

/** What a build does besides. */
export interface BuildArguments {
  /** Whether it says of every file what it was made from. */
  readonly explain?: boolean
  /** Whether records with errors of their own are left out, so that the others are published. */
  readonly keepGoing?: boolean
}

/** What a build begins with. */
export interface BuildStart extends BuildArguments {
  readonly findService: typeof findPictureService
  /** Of the site before anything was read. */
  readonly input: InputStamp
}

/** What came of publishing. */
export interface Publishing {
  readonly code: ExitCode
  /** What was said of a site that was published whole. */
  readonly account: BuildAccount | undefined
}

/**
 * Makes the whole site and publishes it. With any error that forbids it nothing is written, and the
 * last one stays.
 */
export async function buildAndPublish(
  folder: SiteFolder,
  terminal: Terminal,
  {explain = false, keepGoing = false, findService, input}: BuildStart,
): Promise<Publishing> {
  const startedAt = performance.now()
  const reading = terminal.progress({zh: '读取文章', en: 'Reading records'})
  const memory = await openRecordMemory(folder)
  const sources = await readSources(folder, reading.counted, memory)
  reading.end()
  const compiling = terminal.progress({zh: '整理文字', en: 'Repairing texts'})
  const compile = cached(threaded(), await openSiteStore(folder), compiling.counted)
  const pictures = await makeVersions(sources, folder, await findService())
  const pictureVersions = pictures.value.versions
  const program = await programFingerprint()
  const options = {todayIn, preview: false, compile, pictureVersions, program}
  const snapshot = await takeSnapshot(sources, options)
  compiling.end()
  const rendering = terminal.progress({zh: '生成网页', en: 'Rendering pages'})
  const {files} = pictures.value
  const output = makeAllOutput(snapshot, sources, folder, rendering.counted, files)
  const keys = await readOutputKeys(program && snapshot.shared, folder)
  const staged = await stageOutput(output.files, keys, folder)
  rendering.end()
  const ledger = updateLedger(snapshot.site)
  const wrong = filesWithErrors(snapshot.diagnostics)
  const found = [
    ...[snapshot.diagnostics, pictures.diagnostics, output.diagnostics()].flat(),
    ...[findOutputClashes(staged.files, wrong), findBadNames(staged.files)].flat(),
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
    return {code: exitCodes.content, account: undefined}
  }
  await refuseHalves(input, staged, folder)
  // Before the pages: an address is promised from the moment it can be seen.
  await writeLedger(ledger.value, sources, folder)
  const {written, removed, unchanged} = await staged.publish()
  await memory.keep()
  if (explain) for (const line of explainOutput(staged.files, snapshot)) terminal.say(line)
  const {config, entries, today} = snapshot.site
  const articles = entries.length
  sayPublished({articles, written, removed, unchanged, startedAt}, folder, terminal)
  if (snapshot.leftOut.size > 0) {
    sayLeftOut(terminal, snapshot)
    return {code: exitCodes.content, account: undefined}
  }
  const {timeZone} = config
  const account = {articles, files: written + unchanged, diagnostics, today, timeZone}
  return {code: exitCodes.ok, account}
}

/**
 * Throws where files have changed since the first was read: what waits may be made from one as it
 * was before, and from another as it was after, and no such site was ever in the folder.
 */
async function refuseHalves(
  input: InputStamp,
  staged: StagedOutput,
  folder: SiteFolder,
): Promise<void> {
  const changed = findChange(input, folder)
  if (changed === undefined) return
  await staged.discard()
  throw changedMeanwhile(changed)
}
