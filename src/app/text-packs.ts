import {closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync} from 'node:fs'
import {join} from 'node:path'
import type {Digest} from '../base/brand.ts'
import {digestOf} from '../base/digest.ts'
import {isMissing, listFiles, removeFile} from './files.ts'

/** Where the long texts of an article lie: a file of the packs, and the bytes in it. */
export interface TextPlace {
  readonly pack: string
  readonly offset: number
  /** Its parts, which follow one another. */
  readonly parts: readonly {readonly length: number; readonly digest: Digest}[]
}

/**
 * The long texts of articles in a few large files. Every run that has something to add begins a
 * file of its own, so that none is ever changed. Parts are read one at a time, and what does not
 * have its digest counts as lost.
 */
export interface TextPacks {
  readonly add: (parts: readonly Uint8Array[]) => TextPlace
  readonly read: (place: TextPlace, part: number) => Uint8Array | undefined
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

/** How many bytes wait in memory before they are written. */
const waitingMax = 1 << 20

/** The packs in a folder, which is made when there is something to put into it. */
export function openTextPacks(folder: string): TextPacks {
  const own = new NewPack(folder)
  const opened = new Map<string, number | undefined>()
  const read = ({pack, offset, parts}: TextPlace, part: number): Uint8Array | undefined => {
    const wanted = parts[part]
    if (pack === own.name) own.flush()
    if (!opened.has(pack)) opened.set(pack, tryOpen(join(folder, pack)))
    const descriptor = opened.get(pack)
    if (descriptor === undefined || wanted === undefined) return undefined
    const bytes = Buffer.allocUnsafe(wanted.length)
    const start = offset + lengthOf(parts.slice(0, part))
    const length = readSync(descriptor, bytes, 0, wanted.length, start)
    return length === wanted.length && digestOf(bytes) === wanted.digest ? bytes : undefined
  }
  const close = (pack: string): void => {
    const descriptor = opened.get(pack)
    if (descriptor !== undefined) closeSync(descriptor)
    opened.delete(pack)
  }
  return {
    add: (parts) => own.add(parts),
    read,
    keep: async (places) => {
      const present = (await listFiles(folder)).filter(isPack)
      const crowded = findCrowded(places, present, (pack) => sizeOf(join(folder, pack)))
      const moved = new Map(
        places.map((place) => {
          if (!crowded.has(place.pack)) return [place, place]
          const parts = place.parts.flatMap((_, part) => read(place, part) ?? [])
          return [place, parts.length === place.parts.length ? own.add(parts) : place]
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
  for (const {pack, parts} of places) used.set(pack, (used.get(pack) ?? 0) + lengthOf(parts))
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

  add(parts: readonly Uint8Array[]): TextPlace {
    this.#name ??= this.#begin()
    const length = lengthOf(parts)
    const place = {
      pack: this.#name,
      offset: this.#size,
      parts: parts.map((bytes) => ({length: bytes.length, digest: digestOf(bytes)})),
    }
    this.#size += length
    this.#waiting.push(...parts)
    this.#waitingSize += length
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

function lengthOf(parts: readonly {readonly length: number}[]): number {
  return parts.reduce((sum, {length}) => sum + length, 0)
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
