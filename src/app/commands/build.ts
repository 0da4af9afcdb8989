import {report} from '../../base/diagnostic.ts'
import type {BuildArguments} from '../build-and-publish.ts'
import {lockBuild} from '../build-lock.ts'
import {buildRunning} from '../build-problems.ts'
import {isCacheLinked} from '../cache-link.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {recallBuild, rememberBuild, stampInput} from '../last-build.ts'
import {findPictureService} from '../picture-service.ts'
import {sayPublished} from '../say-published.ts'
import type {SiteFolder} from '../site-folder.ts'
import type {Terminal} from '../terminal.ts'

/**
 * Publishes the site. With any error that forbids it nothing is written, and the last published
 * site stays. A site that lacks records because of their errors is not well either. Where nothing
 * has changed since the last build, what that said is said again, and nothing else is looked at.
 */
export async function build(
  folder: SiteFolder,
  terminal: Terminal,
  findService = findPictureService,
  wanted: BuildArguments = {},
): Promise<ExitCode> {
  const startedAt = performance.now()
  if (await isCacheLinked(folder, terminal)) return exitCodes.content
  const lock = await lockBuild(folder)
  if (!lock.isHeld) {
    terminal.report([report(buildRunning, {}, {by: lock.by})])
    return exitCodes.content
  }
  try {
    const input = stampInput(folder)
    const last = wanted.explain ? undefined : await recallBuild(input, folder)
    if (last) {
      const {articles, files: unchanged, diagnostics} = last
      terminal.report(diagnostics)
      const counts = {articles, written: 0, removed: 0, unchanged, startedAt}
      sayPublished(counts, folder, terminal)
      return exitCodes.ok
    }
    // Loaded when there is something to do.
    const {buildAndPublish} = await import('../build-and-publish.ts')
    const {code, account} = await buildAndPublish(folder, terminal, {
      ...wanted,
      findService,
      input,
    })
    if (account) await rememberBuild(account, input, folder)
    return code
  } finally {
    await lock.release()
  }
}
