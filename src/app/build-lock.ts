import {mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import process from 'node:process'
import {setTimeout} from 'node:timers/promises'
import {ifMissing, isCode} from './files.ts'
import type {SiteFolder} from './site-folder.ts'

/** The right to publish a site, or the number of the process that has it. */
export type BuildLock =
  | {readonly isHeld: true; readonly release: () => Promise<void>}
  | {readonly isHeld: false; readonly by: number}

/**
 * Takes the right to publish a site, which one build at a time has. What a build that was killed
 * left behind is taken over: its process is no more.
 */
export async function lockBuild({cache}: SiteFolder): Promise<BuildLock> {
  const path = join(cache, 'build.lock')
  const own = `${process.pid}\n`
  await mkdir(cache, {recursive: true})
  const release = (): Promise<void> => rm(path, {force: true})
  try {
    await writeFile(path, own, {flag: 'wx'})
    return {isHeld: true, release}
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
  const by = await holderOf(path)
  if (isAlive(by)) return {isHeld: false, by}
  // Renaming settles who of two has it: the last one, and the other sees that.
  await writeFile(`${path}.${process.pid}`, own)
  await rename(`${path}.${process.pid}`, path)
  const winner = Number(await readFile(path, 'utf8'))
  return winner === process.pid ? {isHeld: true, release} : {isHeld: false, by: winner}
}

/** The process that has the lock; a file that is empty is just being written. */
async function holderOf(path: string): Promise<number> {
  const read = (): Promise<string> => readFile(path, 'utf8').catch(ifMissing(''))
  const text = (await read()) || (await setTimeout(writingMs).then(read))
  return Number(text)
}

const writingMs = 200

function isAlive(process_: number): boolean {
  if (!(process_ > 0)) return false
  try {
    return process.kill(process_, 0)
  } catch (error) {
    // Somebody else's process may not be asked, and is there.
    return isCode(error, 'EPERM')
  }
}
