import {linkSync, lstatSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {Manifest} from '../emit/diff.ts'
import {isMissing} from './files.ts'
import {FolderMaker} from './folder-maker.ts'
import {hasManifest, readManifest, writeManifest} from './manifest.ts'
import type {SiteFolder} from './site-folder.ts'

/** The folder that takes turns with the published one (`swapIn`). */
export function spareOf({cache}: SiteFolder): string {
  return join(cache, 'site')
}

/** What the thread is told. */
export type LinkQuestion = Readonly<Record<'output' | 'spare', string>>

// A thread takes as long to begin as some hundred files to link.
const filesWorthThread = 1000

/**
 * Begins to link the published site into the spare folder where that has no site yet, which is once
 * after a first build. It takes as long as making the next site does, so it goes on beside that, and
 * both are ready together. Resolves when it is done, whatever came of it: `swapIn` looks at what is
 * there, and does what is left.
 */
export async function readySpare(
  folder: SiteFolder,
  published: Manifest,
  worthThread = filesWorthThread,
): Promise<void> {
  const {output} = folder
  const spare = spareOf(folder)
  if (published.size < worthThread || hasManifest(spare)) return
  // Where the output is a link, no folders take turns.
  if (lstatSync(output).isSymbolicLink()) return
  const workerData: LinkQuestion = {output, spare}
  const worker = new Worker(new URL('./spare-worker.js', import.meta.url), {workerData})
  await new Promise<void>((done) => worker.once('error', () => done()).once('exit', () => done()))
}

/** Links what a build published into the spare folder, and then notes that it is whole. */
export async function linkPublished({output, spare}: LinkQuestion): Promise<void> {
  const published = await readManifest(output)
  rmSync(spare, {recursive: true, force: true})
  const folders = new FolderMaker()
  for (const path of published.keys()) {
    const target = join(spare, path)
    folders.makeFor(target)
    try {
      linkSync(join(output, path), target)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }
  await writeManifest(spare, published)
}
