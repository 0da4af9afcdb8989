import {isCacheLinked} from '../cache-link.ts'
import {todayIn} from '../clock.ts'
import {cached, inline} from '../compile.ts'
import {openSiteStore} from '../compile-store.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {overviewPath} from '../overview-parts.ts'
import {createPreview} from '../preview.ts'
import {serve} from '../serve.ts'
import {Session} from '../session.ts'
import type {SiteFolder} from '../site-folder.ts'
import type {Snapshot} from '../snapshot.ts'
import type {Terminal} from '../terminal.ts'
import {watch} from '../watch.ts'

/**
 * Shows the site to the editor at work, drafts too, until `stopped` settles. Where the system
 * refuses to watch files the preview is served all the same, and the terminal says so.
 */
export async function dev(
  folder: SiteFolder,
  port: number,
  terminal: Terminal,
  stopped: Promise<void>,
): Promise<ExitCode> {
  if (await isCacheLinked(folder, terminal)) return exitCodes.content
  // From before the first reading on, so that no change falls between the two.
  const changes = await watchSite(folder, terminal)
  try {
    const compile = cached(inline(), await openSiteStore(folder))
    const options = {todayIn, preview: true, compile}
    const session = await Session.open(folder, options)
    terminal.report(session.snapshot.diagnostics)
    const preview = createPreview(session.snapshot, folder, terminal.language)
    const server = await serve({port, publicFolder: folder.public, answer: preview.answer})
    let shown = session.snapshot
    const show = (snapshot: Snapshot): void => {
      if (snapshot === shown) return
      shown = snapshot
      preview.show(snapshot)
      server.reload()
      terminal.report(snapshot.diagnostics)
    }
    changes.follow((paths) => void session.touch(paths).then(show, complainTo(terminal)))
    terminal.say({
      zh: `预览网址：${server.address}（按 Ctrl+C 结束）\n问题、疑问和缺的图片：${server.address}${overviewPath.slice(1)}`,
      en: `Preview: ${server.address} (Ctrl+C to stop)\nProblems, doubts and what is missing: ${server.address}${overviewPath.slice(1)}`,
    })
    await stopped
    await server.close()
  } finally {
    await changes.close()
  }
  return exitCodes.ok
}

/** Changes of a site's files. They are kept until somebody follows them. */
interface Changes {
  readonly follow: (touched: (paths: readonly string[]) => void) => void
  readonly close: () => Promise<void>
}

async function watchSite(folder: SiteFolder, terminal: Terminal): Promise<Changes> {
  const kept: string[] = []
  let touched = (paths: readonly string[]): void => void kept.push(...paths)
  const complain = complainTo(terminal)
  const {content, templates, config, glossary, redirects} = folder
  const folders = [content, templates, folder.public, config, glossary, redirects]
  const watching = await watch(folders, (paths) => touched(paths), complain).catch(complain)
  return {
    follow: (follower) => {
      touched = follower
      if (kept.length > 0) follower(kept)
    },
    close: async () => watching?.close(),
  }
}

function complainTo(terminal: Terminal) {
  return (error: unknown): undefined => {
    const text = error instanceof Error ? error.message : String(error)
    terminal.complain({
      zh: `读取改动时出错：${text}`,
      en: `Changes cannot be read: ${text}`,
    })
    return undefined
  }
}
