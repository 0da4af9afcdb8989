import {dirname, join, relative, resolve, sep} from 'node:path'
import {compareDiagnostics, type Diagnostic, report} from '../../base/diagnostic.ts'
import {digestOf} from '../../base/digest.ts'
import {checksumFile, parseChecksums} from '../../emit/checksums.ts'
import type {Checksums} from '../../emit/publishing.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {exists, readBytes} from '../files.ts'
import {folderPublishPlace, type PublishPlace} from '../publish-place.ts'
import {
  noPublishParent,
  noRsync,
  notBuilt,
  publishForeign,
  publishIntoSite,
  rsyncFailed,
} from '../publish-problems.ts'
import {isRemote, RsyncError, rsyncPublishPlace} from '../publish-rsync.ts'
import {publishTo} from '../publish-site.ts'
import type {SiteFolder} from '../site-folder.ts'
import type {Terminal} from '../terminal.ts'
import {folderPlace, verify} from '../verify.ts'

/**
 * Sends the built site to a folder or another machine: only what is not there as it should be, what
 * pages need before the pages, deletions last. Cut off at any point, it can be run again. Files of
 * others that are there stay, and are never overwritten.
 */
export async function publish(
  target: string | undefined,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!target) {
    terminal.complain({
      zh: '请用 --to 写明发到哪里，例如 --to E:\\档案 或 --to 用户@服务器:/srv/archive',
      en: 'Say where with --to, as --to /mnt/usb/archive or --to user@server:/srv/archive',
    })
    return exitCodes.world
  }
  const isFolder = !isRemote(target)
  if (isFolder && isPartOf(resolve(target), folder)) {
    terminal.report([report(publishIntoSite, {}, {target})])
    return exitCodes.world
  }
  const parent = dirname(resolve(target))
  // A disk that is not plugged in is not to be made as a folder.
  if (isFolder && !(await exists(parent))) {
    terminal.report([report(noPublishParent, {}, {target, parent})])
    return exitCodes.world
  }
  const {wanted, diagnostics} = await readBuilt(folder, terminal)
  if (!wanted) {
    terminal.report(diagnostics)
    return exitCodes.content
  }
  const place = isFolder
    ? folderPublishPlace(folder.output, resolve(target), wanted)
    : rsyncPublishPlace(folder.output, target)
  try {
    return await send(place, wanted, target, terminal)
  } catch (error) {
    const problem = isFolder ? undefined : rsyncProblem(error)
    if (!problem) throw error
    terminal.report([problem])
    return exitCodes.world
  }
}

/** Whether a folder is that of the site, one above it, or one that the program reads or writes. */
function isPartOf(target: string, folder: SiteFolder): boolean {
  const isIn = (inner: string, outer: string): boolean => {
    const way = relative(outer, inner)
    return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || resolve(way) === way)
  }
  const {content, templates, cache, output, root} = folder
  const own = [content, templates, cache, output, folder.public]
  return isIn(root, target) || own.some((each) => isIn(target, each))
}

/** What is to be published, by its list, once every file of it was found to be as it was built. */
async function readBuilt(
  {output}: SiteFolder,
  terminal: Terminal,
): Promise<{wanted?: Checksums; diagnostics: readonly Diagnostic[]}> {
  const bytes = await readBytes(join(output, checksumFile))
  const listed = bytes && parseChecksums(new TextDecoder().decode(bytes))
  if (!bytes || !listed) return {diagnostics: [report(notBuilt, {}, {folder: 'dist'})]}
  const progress = terminal.progress({zh: '核对文件', en: 'Verifying files'})
  let done = 0
  const found = await verify(folderPlace(output), listed, new Map(), () =>
    progress.counted(++done, listed.size),
  )
  progress.end()
  const wrong = found.filter(({ruleId}) => ruleId !== 'app/verify-extra')
  if (wrong.length > 0) return {diagnostics: wrong.toSorted(compareDiagnostics)}
  return {wanted: new Map([...listed, [checksumFile, digestOf(bytes)]]), diagnostics: []}
}

async function send(
  place: PublishPlace,
  wanted: Checksums,
  target: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const progress = terminal.progress({zh: '发送文件', en: 'Sending files'})
  const result = await publishTo(place, wanted, progress.counted)
  progress.end()
  if ('foreign' in result) {
    const [path = ''] = result.foreign
    terminal.report([report(publishForeign, {}, {path, count: result.foreign.length})])
    return exitCodes.content
  }
  const {sent, removed, unchanged} = result
  terminal.say({
    zh: `已发到 ${target}：发送 ${sent} 个文件，删除 ${removed} 个，${unchanged} 个没有变`,
    en: `Published to ${target}: ${sent} files sent, ${removed} removed, ${unchanged} unchanged`,
  })
  return exitCodes.ok
}

function rsyncProblem(error: unknown): Diagnostic | undefined {
  if (error instanceof RsyncError) {
    return report(rsyncFailed, {}, {said: error.message.split('\n')[0] ?? ''})
  }
  const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return isAbsent ? report(noRsync, {}, {}) : undefined
}
