import {isError} from '../../base/diagnostic.ts'
import {retireAddresses} from '../../site/ledger.ts'
import {ledgerFile} from '../../site/site-files.ts'
import {todayIn} from '../clock.ts'
import {inline} from '../compile.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import type {SiteFolder} from '../site-folder.ts'
import {takeSnapshot} from '../snapshot.ts'
import {readSources} from '../sources.ts'
import type {Terminal} from '../terminal.ts'
import {writeLedger} from '../write-ledger.ts'

/**
 * Notes in the ledger that a published address, or all below one that ends with `/`, is given up,
 * and why. An address where something still stands is not touched.
 */
export async function retire(
  address: string,
  reason: string | undefined,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!reason?.trim()) {
    terminal.complain({
      zh: '请用 --reason 写明原因，例如 --reason 与另一篇重复',
      en: 'Say why with --reason, as --reason "the same as another"',
    })
    return exitCodes.world
  }
  const sources = await readSources(folder)
  const snapshot = await takeSnapshot(sources, {todayIn, preview: false, compile: inline()})
  const unreadable = snapshot.diagnostics.filter(
    (each) => isError(each) && each.file === ledgerFile,
  )
  if (unreadable.length > 0) {
    terminal.report(unreadable)
    return exitCodes.content
  }
  const {lines, retired} = retireAddresses(snapshot.site, address, reason.trim())
  if (retired === 0) {
    terminal.complain({
      zh: `「${address}」没有可以取消的网址：没有发布过，或者那里现在还有网页`,
      en: `nothing to give up at ${address}: it was never published, or a page still stands there`,
    })
    return exitCodes.content
  }
  await writeLedger(lines, sources, folder)
  terminal.say({
    zh: `已在 ${ledgerFile} 里取消 ${retired} 个网址`,
    en: `Addresses given up in ${ledgerFile}: ${retired}`,
  })
  return exitCodes.ok
}
