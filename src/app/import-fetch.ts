import {mkdtemp, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {type Diagnostic, report} from '../base/diagnostic.ts'
import {type FindOld, isPictureAddress, type OldPage} from '../importer/html/addresses.ts'
import {isFileAddress} from '../importer/html/page-lines.ts'
import {endingOf} from '../importer/to-record.ts'
import {type FetchRules, fetchFile} from './fetch-file.ts'
import {notFetched} from './problems.ts'

/** Fetches what pages lack from the old site, each file once. */
export interface MissingFiles {
  /** A way to find that also notes the pictures and attachments which are not there. */
  readonly noting: (find: FindOld) => FindOld
  /** Gets what was noted; whether anything came, so that the page has to be read again. */
  readonly fetch: (page: OldPage, file: string) => Promise<boolean>
  /** What could not be got. */
  readonly diagnostics: () => readonly Diagnostic[]
}

/** The fetching of an import: what comes is put into `scratch` and among the `files` of the import. */
export function createMissingFiles(
  rules: FetchRules,
  scratch: string,
  files: Map<string, string>,
): MissingFiles {
  const wanted = new Set<string>()
  const tried = new Set<string>()
  const diagnostics: Diagnostic[] = []
  const get = async (host: string, address: string, file: string): Promise<boolean> => {
    tried.add(address)
    const url = `http://${host}${encodeURI(address)}`
    const answer = await fetchFile(url, rules)
    if (typeof answer === 'string') {
      diagnostics.push(report(notFetched, {file}, {url, fault: answer}))
      return false
    }
    const folder = await mkdtemp(join(scratch, 'fetched-'))
    const path = join(folder, `file${endingOf(address)}`)
    await writeFile(path, answer)
    files.set(address, path)
    return true
  }
  return {
    noting: (find) => (address) => {
      const target = find(address)
      const path = address.replace(/[?#].*$/s, '')
      const isFile = isFileAddress(path) || isPictureAddress(path)
      if (target.kind === 'missing' && isFile && !tried.has(path)) wanted.add(path)
      return target
    },
    fetch: async ({host}, file) => {
      const now = [...wanted]
      wanted.clear()
      if (host === undefined) return false
      let hasCome = false
      for (const address of now) hasCome = (await get(host, address, file)) || hasCome
      return hasCome
    },
    diagnostics: () => diagnostics,
  }
}
