import {isError} from '../base/diagnostic.ts'
import type {SiteConfig} from '../site/config.ts'
import {todayIn} from './clock.ts'
import {cached, inline} from './compile.ts'
import {openSiteStore} from './compile-store.ts'
import type {SiteFolder} from './site-folder.ts'
import {type Snapshot, takeSnapshot} from './snapshot.ts'
import {readSources, type Sources} from './sources.ts'
import type {Terminal} from './terminal.ts'

/** What an export makes: the name of a file or a folder for each form that is wanted. */
export interface ExportArguments {
  readonly bagit?: string | undefined
  readonly wacz?: string | undefined
  readonly jsonl?: string | undefined
  readonly csv?: string | undefined
  readonly epub?: string | undefined
  /** What of the archive a book has. */
  readonly year?: string | undefined
  readonly column?: string | undefined
  readonly edition: string
}

/** What every form of export is given. */
export interface ExportContext {
  readonly folder: SiteFolder
  readonly terminal: Terminal
  readonly config: SiteConfig
}

/**
 * The records and what becomes of them, drafts and what is to come too when they are wanted;
 * undefined when something is wrong with them, which is told.
 */
export async function readArchive(
  {folder, terminal}: ExportContext,
  {withUnpublished}: {readonly withUnpublished: boolean},
): Promise<{readonly sources: Sources; readonly snapshot: Snapshot} | undefined> {
  const sources = await readSources(folder)
  const compiling = terminal.progress({zh: '整理文字', en: 'Repairing texts'})
  const compile = cached(inline(), await openSiteStore(folder), compiling.counted)
  const snapshot = await takeSnapshot(sources, {todayIn, preview: withUnpublished, compile})
  compiling.end()
  const errors = snapshot.diagnostics.filter(isError)
  terminal.report(errors)
  return errors.length > 0 ? undefined : {sources, snapshot}
}
