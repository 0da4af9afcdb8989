import {once} from 'node:events'
import {createWriteStream} from 'node:fs'
import type {Digest} from '../../base/brand.ts'
import {compareDiagnostics, isError, report} from '../../base/diagnostic.ts'
import {checksumFile, formatChecksums, parseChecksums} from '../../emit/checksums.ts'
import {type ExitCode, exitCodes} from '../exit-code.ts'
import {readBytes} from '../files.ts'
import type {Terminal} from '../terminal.ts'
import {folderPlace, servedPlace, verify as verifyPlace} from '../verify.ts'
import {noChecksums} from '../verify-problems.ts'

/**
 * Checks a published site, in a folder or on a server, against the list of checksums that was
 * published with it. With `resume` what was found right is noted in a file as it is found, and what
 * stands there already is not read again.
 */
export async function verify(
  at: string,
  resume: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const place = /^https?:\/\//i.test(at) ? servedPlace(at) : folderPlace(at)
  const checksums = await place.checksums()
  if (!checksums) {
    terminal.report([report(noChecksums, {}, {at: `${at.replace(/\/*$/, '/')}${checksumFile}`})])
    return exitCodes.world
  }
  const done = await readDone(resume)
  const progress = terminal.progress({zh: '核对文件', en: 'Verifying files'})
  const notes = resume === undefined ? undefined : createWriteStream(resume, {flags: 'a'})
  let right = 0
  const found = await verifyPlace(place, checksums, done, (path, digest) => {
    notes?.write(formatChecksums(new Map([[path, digest]])))
    progress.counted(++right, checksums.size)
  })
  progress.end()
  if (notes) await once(notes.end(), 'close')
  terminal.report(found.toSorted(compareDiagnostics))
  if (found.some(isError)) return exitCodes.content
  terminal.say(
    found.length === 0
      ? {
          zh: `清单里的 ${checksums.size} 个文件都和发布时一样`,
          en: `All ${checksums.size} files of the list are as they were published`,
        }
      : {
          zh: `核对过的 ${right} 个文件都和发布时一样`,
          en: `The ${right} files that were compared are as they were published`,
        },
  )
  return exitCodes.ok
}

async function readDone(resume: string | undefined): Promise<ReadonlyMap<string, Digest>> {
  const bytes = resume === undefined ? undefined : await readBytes(resume)
  if (!bytes) return new Map()
  // The last line may have been cut off with the program.
  const text = new TextDecoder().decode(bytes).replace(/[^\n]*$/, '')
  return parseChecksums(text) ?? new Map()
}
