import {lstat, readdir} from 'node:fs/promises'
import {report} from '../base/diagnostic.ts'
import {cacheLinked} from './build-problems.ts'
import {ifMissing} from './files.ts'
import type {SiteFolder} from './site-folder.ts'
import type {Terminal} from './terminal.ts'

/**
 * Says so, and answers true, where the cache of a site or a folder in it is a link, as may come
 * with a site that somebody sent: what is cleared out there would be the files of others.
 */
export async function isCacheLinked({cache}: SiteFolder, terminal: Terminal): Promise<boolean> {
  const link = await findLink(cache)
  if (link === undefined) return false
  terminal.report([report(cacheLinked, {}, {path: link})])
  return true
}

async function findLink(cache: string): Promise<string | undefined> {
  const own = await lstat(cache).catch(ifMissing(undefined))
  if (own?.isSymbolicLink()) return '.cache'
  const entries = own?.isDirectory() ? await readdir(cache, {withFileTypes: true}) : []
  const link = entries.find((entry) => entry.isSymbolicLink())
  return link && `.cache/${link.name}`
}
