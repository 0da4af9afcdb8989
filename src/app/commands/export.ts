import {resolve} from 'node:path'
import {isError, type Wording} from '../../base/diagnostic.ts'
import {bagInfoOf} from '../../emit/bag.ts'
import {parseConfig} from '../../site/config.ts'
import {todayIn} from '../clock.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import type {ExportArguments, ExportContext} from '../export-context.ts'
import {exportEpub} from '../export-epub.ts'
import {exportRecords} from '../export-records.ts'
import {exists} from '../files.ts'
import type {SiteFolder} from '../site-folder.ts'
import {readConfig} from '../sources.ts'
import type {Terminal} from '../terminal.ts'
import {version} from '../version.ts'
import {writeBag} from '../write-bag.ts'
import {writeWacz} from '../write-wacz.ts'

const forms = ['bagit', 'wacz', 'jsonl', 'csv', 'epub'] as const

/**
 * Hands the archive over in the forms that are wanted, each to a file or a folder that does not
 * exist yet. The bag and the web archive are of the published site as it lies there; the others are
 * made from the records. The same archive gives the same bytes on the same day.
 */
export async function exportArchive(
  args: ExportArguments,
  folder: SiteFolder,
  terminal: Terminal,
): Promise<ExitCode> {
  const targets = forms.flatMap((form) => args[form] ?? [])
  const refused = targets.length === 0 ? nothingWanted : await findTaken(targets)
  if (refused) {
    terminal.complain(refused)
    return exitCodes.world
  }
  const read = await readConfig(folder)
  const config = parseConfig('dibao.yml', read.value)
  const faults = [...read.diagnostics, ...config.diagnostics]
  if (!config.value || faults.some(isError)) {
    terminal.report(faults)
    return exitCodes.content
  }
  const steps = [exportBag, exportWacz, exportRecords, exportEpub]
  for (const step of steps) {
    const code = await step(args, {folder, terminal, config: config.value})
    if (code !== exitCodes.ok) return code
  }
  return exitCodes.ok
}

const nothingWanted: Wording = {
  zh: '请写明导出成什么，例如 --bagit 移交包、--wacz 档案.wacz、--epub 二〇〇四年.epub --year 2004',
  en: 'Say what to export to, as --bagit handover, --wacz archive.wacz, --epub 2004.epub --year 2004',
}

async function findTaken(targets: readonly string[]): Promise<Wording | undefined> {
  for (const target of targets) {
    if (await exists(target)) {
      return {
        zh: `「${target}」已经存在，没有导出；请换一个名字`,
        en: `${target} exists already; nothing was exported, choose another name`,
      }
    }
  }
  return undefined
}

async function exportBag(
  {bagit}: ExportArguments,
  {folder, terminal, config}: ExportContext,
): Promise<ExitCode> {
  if (bagit === undefined) return exitCodes.ok
  const info = bagInfoOf(config)
  const facts = {info, day: todayIn(config.timeZone), agent: `dibao ${version}`}
  const payload = await writeBag(resolve(bagit), folder, facts)
  terminal.say({
    zh: `已导出 ${payload.length} 个文件到移交包 ${bagit}`,
    en: `Exported ${payload.length} files to the bag ${bagit}`,
  })
  return exitCodes.ok
}

async function exportWacz(
  {wacz}: ExportArguments,
  {folder, terminal, config}: ExportContext,
): Promise<ExitCode> {
  if (wacz === undefined) return exitCodes.ok
  const {url, title, editions, timeZone} = config
  if (url === undefined || !(await exists(folder.output))) {
    terminal.complain({
      zh: '网页档案要有网址和发布的网站：请在 dibao.yml 里写 url，运行 npx dibao build，再导出',
      en: 'A web archive needs addresses and the published site: set url in dibao.yml, run npx dibao build, and export again',
    })
    return exitCodes.world
  }
  const count = await writeWacz(resolve(wacz), folder.output, {
    home: url,
    title: title[editions[0]!] ?? '',
    software: `dibao ${version}`,
    moment: `${todayIn(timeZone)}T00:00:00Z`,
  })
  terminal.say({
    zh: `已导出 ${count} 个文件到网页档案 ${wacz}`,
    en: `Exported ${count} files to the web archive ${wacz}`,
  })
  return exitCodes.ok
}
