import {join} from 'node:path'
import type {Digest} from '../base/brand.ts'
import {compareText} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {Compiled, CompileStore} from './compile.ts'
import {listFiles, mapConcurrently, readBytes, removeFile} from './files.ts'
import {compileFingerprint} from './fingerprint.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolder} from './site-folder.ts'

/** The store of a site; undefined where it cannot be told whether what it holds is out of date. */
export async function openSiteStore({cache}: SiteFolder): Promise<CompileStore | undefined> {
  const fingerprint = await compileFingerprint()
  return fingerprint && openCompileStore(join(cache, 'articles'), fingerprint)
}

/**
 * Keeps answers in a folder, in files by the first two digits of their keys: few enough to be read
 * at once, and small enough that one edit writes little. Each begins with a seal over its content
 * and `fingerprint`, so that a file that was damaged, or made by another program, holds nothing.
 */
export function openCompileStore(folder: string, fingerprint: Digest): CompileStore {
  /** The keys of each file that was read or written, as a digest. */
  const held = new Map<string, Digest>()
  const seal = (body: string | Uint8Array): Digest => digestOf(`${fingerprint}:${digestOf(body)}`)

  const readLines = async (name: string): Promise<ReadonlyMap<string, string>> => {
    const bytes = (await readBytes(join(folder, name))) ?? new Uint8Array()
    const end = bytes.indexOf(lineEnd)
    const body = bytes.subarray(end + 1)
    if (decode(bytes.subarray(0, Math.max(end, 0))) !== seal(body)) return new Map()
    const lines = decode(body).split('\n').slice(0, -1).map(parseLine)
    held.set(name, digestOfKeys(lines.map(([key]) => key)))
    return new Map(lines)
  }

  const writeLines = async (name: string, keys: readonly string[], answers: Answers) => {
    const digest = digestOfKeys(keys)
    if (held.get(name) === digest) return
    const body = keys.map((key) => `${key} ${JSON.stringify(answers.get(key))}\n`).join('')
    await replaceFile(join(folder, name), `${seal(body)}\n${body}`)
    held.set(name, digest)
  }

  return {
    read: async (keys) => {
      const found = await mapConcurrently([...byFile(keys)], async ([name, wanted]) => {
        const lines = await readLines(name)
        return wanted.flatMap((key): (readonly [string, Compiled])[] => {
          const line = lines.get(key)
          return line === undefined ? [] : [[key, JSON.parse(line)]]
        })
      })
      return new Map(found.flat())
    },
    write: async (answers) => {
      const files = byFile([...answers.keys()].toSorted(compareText))
      for (const name of await listFiles(folder)) {
        if (files.has(name)) continue
        await removeFile(join(folder, name))
        held.delete(name)
      }
      await mapConcurrently([...files], ([name, keys]) => writeLines(name, keys, answers))
    },
  }
}

type Answers = ReadonlyMap<string, Compiled>

const lineEnd = '\n'.charCodeAt(0)

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function parseLine(line: string): readonly [key: string, answer: string] {
  const space = line.indexOf(' ')
  return [line.slice(0, space), line.slice(space + 1)]
}

function digestOfKeys(keys: readonly string[]): Digest {
  return digestOf(keys.join('\n'))
}

/** Keys by the name of the file that holds them, in the order they come in. */
function byFile(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>()
  for (const key of keys) {
    const name = key.slice(0, 2)
    const inFile = files.get(name)
    if (inFile) inFile.push(key)
    else files.set(name, [key])
  }
  return files
}
