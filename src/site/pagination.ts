/** One page of a long list. */
export interface Pager {
  /** Number of the page, counted from the oldest; undefined for the newest page. */
  readonly number: number | undefined
  /** How many numbered pages there are. */
  readonly last: number
  /** Which entries stand here, counted from the oldest, from 1. */
  readonly from: number
  readonly to: number
}

/** A page of a list with what stands on it. */
export interface Paged<T> {
  readonly pager: Pager
  readonly items: readonly T[]
}

/**
 * Cuts a list that is newest first into pages. Numbered pages are full and count from the oldest,
 * so that a page keeps its address and its content when newer announcements come; the newest page
 * holds the rest, at least `perPage` and fewer than twice as many.
 */
export function paginate<T>(items: readonly T[], perPage: number): readonly Paged<T>[] {
  const last = Math.max(0, Math.floor(items.length / perPage) - 1)
  const newest = items.slice(0, items.length - last * perPage)
  const pages: Paged<T>[] = [
    {
      pager: {number: undefined, last, from: last * perPage + 1, to: items.length},
      items: newest,
    },
  ]
  for (let number = last; number >= 1; number--) {
    const from = (number - 1) * perPage + 1
    const to = number * perPage
    const start = items.length - to
    pages.push({pager: {number, last, from, to}, items: items.slice(start, start + perPage)})
  }
  return pages
}

/** The number of the page on which the item at this place of a list stands; see `paginate`. */
export function pageNumberAt(place: number, length: number, perPage: number): number | undefined {
  const fromOldest = length - place
  const last = Math.max(0, Math.floor(length / perPage) - 1)
  return fromOldest > last * perPage ? undefined : Math.ceil(fromOldest / perPage)
}
