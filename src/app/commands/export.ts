import {resolve} from 'node:path'
import {isError} from '../../base/diagnostic.ts'
import {parseConfig} from '../../site/config.ts'
import {todayIn} from '../clock.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {exists} from '../files.ts'
import type {SiteFolder} from '../site-folder.ts'
import {readConfig} from '../sources.ts'
import type {Terminal} from '../terminal.ts'
import {version} from '../version.ts'
import {writeBag} from '../write-bag.ts'

/**
 * Hands the archive over: a bag (BagIt) of the records, the originals, the settings and the published
 * site as it lies there, in a folder that does not exist yet.
 */
export async function exportArchive(
  bagit: string | undefined,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  if (bagit === undefined) {
    terminal.complain({
      zh: '请写明导出成什么，例如 --bagit 移交包',
      en: 'Say what to export to, as --bagit handover',
    })
    return exitCodes.world
  }
  if (await exists(bagit)) {
    terminal.complain({
      zh: `「${bagit}」已经存在，没有导出；请换一个名字`,
      en: `${bagit} exists already; nothing was exported, choose another name`,
    })
    return exitCodes.world
  }
  const read = await readConfig(folder)
  const config = parseConfig('dibao.yml', read.value)
  const faults = [...read.diagnostics, ...config.diagnostics]
  if (!config.value || faults.some(isError)) {
    terminal.report(faults)
    return exitCodes.content
  }
  const {bagInfo: info, timeZone} = config.value
  const facts = {info, day: todayIn(timeZone), agent: `dibao ${version}`}
  const payload = await writeBag(resolve(bagit), folder, facts)
  terminal.say({
    zh: `已导出 ${payload.length} 个文件到移交包 ${bagit}`,
    en: `Exported ${payload.length} files to the bag ${bagit}`,
  })
  return exitCodes.ok
}
