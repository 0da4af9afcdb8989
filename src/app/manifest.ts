import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Digest, OutputPath} from '../base/brand.ts'
import type {Manifest} from '../emit/diff.ts'
import {readBytes} from './files.ts'
import {replaceFile} from './replace-file.ts'

/** It goes where the site goes: what was published can be taken back from any machine. */
function manifestPath(site: string): string {
  return join(site, '.dibao', 'published.json')
}

/** A path that no build has written: out of the folder, or not as the system joins paths. */
const leadsOut = /^$|(?:^|\/)\.{0,2}(?:\/|$)|\\|\0|^[a-z]:/i

/**
 * What a build wrote into a folder. Without its list nothing is known of the folder: everything is
 * written again, and nothing is removed. The list may have come with a site that somebody sent, so
 * that a name which leads out of the folder counts for nothing.
 */
export async function readManifest(site: string): Promise<Manifest> {
  const bytes = await readBytes(manifestPath(site))
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()))
    const entries = Object.entries(parsed ?? {}) as [OutputPath, Digest][]
    return new Map(entries.filter(([path]) => !leadsOut.test(path)))
  } catch {
    return new Map()
  }
}

/** Whether a folder says what was written into it. */
export function hasManifest(site: string): boolean {
  return existsSync(manifestPath(site))
}

/** Notes in a folder what was written into it. */
export async function writeManifest(site: string, manifest: Manifest): Promise<void> {
  await replaceFile(
    manifestPath(site),
    `${JSON.stringify(Object.fromEntries(manifest), null, 1)}\n`,
  )
}
