import {digestOfList} from '../base/digest.ts'
import type {Entry} from './entry.ts'

/**
 * A few old announcements to read again, newest first: the list is cut into `count` spans of equal
 * length and one taken from each. The choice hangs on `recent`, what stands above them, alone: no
 * clock and no chance is in it, and it changes when something new is published. A list too short
 * to choose from gives none.
 */
export function pickOld(
  old: readonly Entry[],
  recent: readonly Entry[],
  count: number,
): readonly Entry[] {
  const span = Math.floor(old.length / count)
  if (span === 0) return []
  const digest = digestOfList(recent.map(({article}) => article.id))
  return Array.from({length: count}, (_, index) => {
    const chance = Number.parseInt(digest.slice(index * 8, index * 8 + 8), 16)
    return old[index * span + (chance % span)]!
  })
}
