import {todayIn} from '../clock.ts'
import {cached, inline} from '../compile.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {createPreview} from '../preview.ts'
import {serve} from '../serve.ts'
import {Session} from '../session.ts'
import type {SiteFolder} from '../site-folder.ts'
import type {Snapshot} from '../snapshot.ts'
import type {Terminal} from '../terminal.ts'
import {watch} from '../watch.ts'

/** Shows the site to the editor at work, drafts too, until `stopped` settles. */
export async function dev(
  folder: SiteFolder,
  port: number,
  terminal: Terminal,
  stopped: Promise<void>,
): Promise<ExitCode> {
  const options = {todayIn, preview: true, compile: cached(inline())}
  const session = await Session.open(folder, options)
  terminal.report(session.snapshot.diagnostics)
  const preview = createPreview(session.snapshot, folder)
  const server = await serve({port, publicFolder: folder.public, answer: preview.answer})
  let shown = session.snapshot
  const show = (snapshot: Snapshot): void => {
    if (snapshot === shown) return
    shown = snapshot
    preview.show(snapshot)
    server.reload()
    terminal.report(snapshot.diagnostics)
  }
  const fail = (error: unknown): void => {
    terminal.complain({
      zh: `重新读取时出错：${String(error)}`,
      en: `Reading again failed: ${String(error)}`,
    })
  }
  const folders = [folder.content, folder.templates, folder.public, folder.config]
  const watching = await watch(folders, (paths) => void session.touch(paths).then(show, fail), fail)
  terminal.say({
    zh: `预览网址：${server.address}（按 Ctrl+C 结束）`,
    en: `Preview: ${server.address} (Ctrl+C to stop)`,
  })
  await stopped
  await watching.close()
  await server.close()
  return exitCodes.ok
}
