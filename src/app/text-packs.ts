import {closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import type {ArticleTexts} from '../article/texts.ts'
import type {Digest} from '../base/brand.ts'
import {digestOf} from '../base/digest.ts'
import {isMissing, listFiles, removeFile} from './files.ts'

/** Where the long texts of an article lie: a file of the packs, and the bytes in it. */
export interface TextPlace {
  readonly pack: string
  readonly offset: number
  readonly length: number
  readonly digest: Digest
}

/**
 * The long texts of articles in a few large files. Every run that has something to add begins a
 * file of its own, so that none is ever changed. Texts are read one at a time, and what does not
 * have its digest counts as lost.
 */
export interface TextPacks {
  readonly add: (texts: ArticleTexts) => TextPlace
  readonly read: (place: TextPlace) => ArticleTexts | undefined
  /**
   * Keeps what lies at these places, and gives up the rest. Answers where each is now: what lies in
   * many small files, or between much that is given up, moves together.
   */
  readonly keep: (places: readonly TextPlace[]) => Promise<ReadonlyMap<TextPlace, TextPlace>>
}

/** Whether a file of the folder is a pack. */
export function isPack(name: string): boolean {
  return name.startsWith('texts-')
}

// Several times as fast as a buffer's own way, for characters of three bytes.
const decoder = new TextDecoder()

/** How many bytes wait in memory before they are written. */
const waitingMax = 1 << 20

/** The packs in a folder, which is made when there is something to put into it. */
export function openTextPacks(folder: string): TextPacks {
  const own = new NewPack(folder)
  const opened = new Map<string, number | undefined>()
  const read = (place: TextPlace): Uint8Array | undefined => {
    if (place.pack === own.name) own.flush()
    if (!opened.has(place.pack)) opened.set(place.pack, tryOpen(join(folder, place.pack)))
    const descriptor = opened.get(place.pack)
    if (descriptor === undefined) return undefined
    const bytes = Buffer.allocUnsafe(place.length)
    const length = readSync(descriptor, bytes, 0, place.length, place.offset)
    return length === place.length && digestOf(bytes) === place.digest ? bytes : undefined
  }
  const close = (pack: string): void => {
    const descriptor = opened.get(pack)
    if (descriptor !== undefined) closeSync(descriptor)
    opened.delete(pack)
  }
  return {
    add: (texts) => own.add(Buffer.from(JSON.stringify(texts))),
    read: (place) => {
      const bytes = read(place)
      return bytes && JSON.parse(decoder.decode(bytes))
    },
    keep: async (places) => {
      const present = (await listFiles(folder)).filter(isPack)
      const crowded = findCrowded(places, present, (pack) => sizeOf(join(folder, pack)))
      const moved = new Map(
        places.map((place) => {
          const bytes = crowded.has(place.pack) ? read(place) : undefined
          return [place, bytes ? own.add(bytes) : place]
        }),
      )
      own.flush()
      const wanted = new Set([...moved.values()].map(({pack}) => pack))
      for (const pack of present) {
        if (wanted.has(pack)) continue
        close(pack)
        await removeFile(join(folder, pack))
      }
      return moved
    },
  }
}

const smallPacksMax = 8
const smallSize = 4 << 20

/** The packs that are half empty, and the small ones when they have become many. */
function findCrowded(
  places: readonly TextPlace[],
  present: readonly string[],
  sizeOfPack: (pack: string) => number,
): ReadonlySet<string> {
  const used = new Map<string, number>()
  for (const {pack, length} of places) used.set(pack, (used.get(pack) ?? 0) + length)
  const small = present.filter((pack) => (used.get(pack) ?? 0) < smallSize)
  const isCrowded = (pack: string): boolean => (used.get(pack) ?? 0) * 2 < sizeOfPack(pack)
  return new Set([...present.filter(isCrowded), ...(small.length > smallPacksMax ? small : [])])
}

/** The pack of this run: begun when something is added, written a good deal at a time. */
class NewPack {
  readonly #folder: string
  #name: string | undefined
  #descriptor = -1
  #waiting: Uint8Array[] = []
  #waitingSize = 0
  #size = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  get name(): string | undefined {
    return this.#name
  }

  add(bytes: Uint8Array): TextPlace {
    this.#name ??= this.#begin()
    const pack = this.#name
    const place = {pack, offset: this.#size, length: bytes.length, digest: digestOf(bytes)}
    this.#size += bytes.length
    this.#waiting.push(bytes)
    this.#waitingSize += bytes.length
    if (this.#waitingSize >= waitingMax) this.flush()
    return place
  }

  flush(): void {
    if (this.#waitingSize === 0) return
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#waitingSize = 0
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#descriptor, bytes, done)
  }

  /** Takes the first name that is free, though another run may take one at the same moment. */
  #begin(): string {
    mkdirSync(this.#folder, {recursive: true})
    for (let number = 1; ; number++) {
      const name = `texts-${number}`
      try {
        this.#descriptor = openSync(join(this.#folder, name), 'wx')
        return name
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      }
    }
  }
}

function tryOpen(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function sizeOf(path: string): number {
  const descriptor = tryOpen(path)
  if (descriptor === undefined) return 0
  const {size} = fstatSync(descriptor)
  closeSync(descriptor)
  return size
}
