import type {Digest} from '../base/brand.ts'
import {compareText} from '../base/diagnostic.ts'

/** Digests by path, of what a place has or is to have. */
export type Checksums = ReadonlyMap<string, Digest>

/** What is to be done at a place, in this order. */
export interface Publishing {
  /** Files that are in the way of others: one where a folder belongs, or the name in other letters. */
  readonly clear: readonly string[]
  /** Every file of the site, in an order in which no page comes before what it loads or leads to. */
  readonly send: readonly string[]
  /** Files that were published and the site no longer has. */
  readonly remove: readonly string[]
}

/**
 * The way from what was published at a place to what is wanted there. Readers meet no page whose
 * style, picture or announcement has not come yet, and lists of an earlier day lead nowhere only
 * at the very end.
 */
export function planPublishing(wanted: Checksums, published: Checksums): Publishing {
  const gone = [...published.keys()].filter((path) => !wanted.has(path)).toSorted(compareText)
  const folders = new Set([...wanted.keys()].flatMap(foldersOf).map(foldName))
  const names = new Set([...wanted.keys()].map(foldName))
  const wantedNames = [...wanted.keys()]
  const isInTheWay = (path: string): boolean =>
    folders.has(foldName(path)) ||
    names.has(foldName(path)) ||
    foldersOf(path).some((folder) => names.has(foldName(folder)))
  return {
    clear: gone.filter(isInTheWay),
    send: wantedNames.toSorted(
      (left, right) =>
        turnOf(left) - turnOf(right) ||
        (turnOf(left) === pages ? depthOf(right) - depthOf(left) : 0) ||
        compareText(left, right),
    ),
    remove: gone.filter((path) => !isInTheWay(path)),
  }
}

/**
 * What may be at a place while it is published to, so that whoever comes after an interruption
 * knows all that was begun. No digest is known of a file that may be on its way.
 */
export function begunPublishing(wanted: Checksums, published: Checksums): Checksums {
  const begun = new Map(published)
  for (const [path, digest] of wanted) {
    if (published.get(path) !== digest) begun.set(path, unknownDigest)
  }
  return begun
}

/** The digest of no file, in the form of one. */
export const unknownDigest = '0'.repeat(64) as Digest

const pages = 1

/** What pages load, pages, and what names pages: feeds, site maps, lists. */
function turnOf(path: string): number {
  if (path.startsWith('assets/') || path.startsWith('files/')) return 0
  if (/\.html?$/i.test(path)) return pages
  return /\.(?:xml|txt)$|(?:^|\/)(?:feed|index)\.json$/i.test(path) ? 2 : 0
}

function depthOf(path: string): number {
  return path.split('/').length
}

function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}

/** Names that some disk takes for the same: those of Windows, macOS and most sticks. */
function foldName(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
