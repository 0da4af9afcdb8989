import {join} from 'node:path'
import type {Article} from '../article/article.ts'
import type {Digest} from '../base/brand.ts'
import type {Checked} from '../base/diagnostic.ts'
import {digestOf} from '../base/digest.ts'
import type {CompileStore, StoredAnswer} from './compile.ts'
import {listFiles, mapConcurrently, readBytes, removeFile} from './files.ts'
import {compileFingerprint} from './fingerprint.ts'
import {type TextPart, textParts} from './packed-texts.ts'
import {replaceFile} from './replace-file.ts'
import type {SiteFolder} from './site-folder.ts'
import {isPack, openTextPacks, type TextPlace} from './text-packs.ts'

/** The store of a site; undefined where it cannot be told whether what it holds is out of date. */
export async function openSiteStore({cache}: SiteFolder): Promise<CompileStore | undefined> {
  const fingerprint = await compileFingerprint()
  return fingerprint && openCompileStore(join(cache, 'articles'), fingerprint)
}

/** An answer as a line of a file has it. */
interface Line extends Checked<Article | undefined> {
  /** Where its long texts are; an answer without an article has none. */
  readonly place?: TextPlace | undefined
}

/**
 * Keeps answers in a folder, in files by the first two digits of their keys: few enough to be read
 * at once, and small enough that one edit writes little. Each begins with a seal over its content
 * and `fingerprint`, so that a file that was damaged, or made by another program, holds nothing.
 * The long texts lie in packs of their own, and are read when somebody asks for them.
 */
export function openCompileStore(folder: string, fingerprint: Digest): CompileStore {
  const packs = openTextPacks(folder)
  const lines = new WeakMap<StoredAnswer, Line>()
  /** What each file holds that was read or written. */
  const held = new Map<string, readonly KeyedLine[]>()
  const seal = (body: string | Uint8Array): Digest => digestOf(`${fingerprint}:${digestOf(body)}`)

  const toStored = (line: Line): StoredAnswer => {
    const {value, diagnostics, place} = line
    const read = (part: TextPart) => place && packs.read(place, textParts.indexOf(part))
    const stored = {value, diagnostics, read}
    lines.set(stored, line)
    return stored
  }

  const readFile = async (name: string): Promise<readonly KeyedLine[]> => {
    const [head, body] = splitHead((await readBytes(join(folder, name))) ?? new Uint8Array())
    if (decode(head) !== seal(body)) return []
    const found = decode(body).split('\n').slice(0, -1).map(parseLine)
    held.set(name, found)
    return found
  }

  const writeFile = async (name: string, content: readonly KeyedLine[]): Promise<void> => {
    if (isSame(content, held.get(name))) return
    const body = content.map(([key, line]) => `${key} ${JSON.stringify(line)}\n`).join('')
    await replaceFile(join(folder, name), `${seal(body)}\n${body}`)
    held.set(name, content)
  }

  return {
    read: async (keys) => {
      const wanted = new Set(keys)
      const found = await mapConcurrently([...new Set(keys.map(fileOf))], readFile)
      const answers = found.flat().filter(([key]) => wanted.has(key))
      return new Map(answers.map(([key, line]) => [key, toStored(line)]))
    },
    put: ({value, diagnostics}) => {
      const place = value && packs.add(textParts.map(value.read))
      return toStored({value: value?.article, diagnostics, place})
    },
    write: async (answers) => {
      const places = [...answers.values()].flatMap((answer) => lines.get(answer)?.place ?? [])
      const moved = await packs.keep(places)
      for (const answer of answers.values()) {
        const line = lines.get(answer)!
        const place = line.place && moved.get(line.place)
        if (place !== line.place) lines.set(answer, {...line, place})
      }
      const files = byFile([...answers].map(([key, answer]) => [key, lines.get(answer)!]))
      for (const name of (await listFiles(folder)).filter((each) => !isPack(each))) {
        if (files.has(name)) continue
        await removeFile(join(folder, name))
        held.delete(name)
      }
      await mapConcurrently([...files], ([name, content]) => writeFile(name, content))
    },
  }
}

/** Lines by the files that hold them, in the order in which they were asked for. */
function byFile(lines: readonly KeyedLine[]): ReadonlyMap<string, readonly KeyedLine[]> {
  const files = new Map<string, KeyedLine[]>()
  for (const line of lines) {
    const found = files.get(fileOf(line[0]))
    if (found) found.push(line)
    else files.set(fileOf(line[0]), [line])
  }
  return files
}

type KeyedLine = readonly [key: string, line: Line]

const lineEnd = '\n'.charCodeAt(0)

/** The first line of a file, and what follows it. */
function splitHead(bytes: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const end = bytes.indexOf(lineEnd)
  return [bytes.subarray(0, Math.max(end, 0)), bytes.subarray(end + 1)]
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function parseLine(text: string): KeyedLine {
  const space = text.indexOf(' ')
  return [text.slice(0, space), JSON.parse(text.slice(space + 1))]
}

/** Whether a file holds these lines, each the very one that was read or written. */
function isSame(content: readonly KeyedLine[], last: readonly KeyedLine[] = []): boolean {
  return (
    content.length === last.length &&
    content.every(([key, line], index) => last[index]![0] === key && last[index]![1] === line)
  )
}

/** The file that holds an answer: by the first two digits of its key. */
function fileOf(key: string): string {
  return key.slice(0, 2)
}
