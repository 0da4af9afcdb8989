import {escapeMarkup} from '../base/markup.ts'
import {findLineEnds} from '../text/line-ends.ts'
import {Html} from './html.ts'

/** A title to be set large: the places where a line of it may end are marked by `wbr`. */
export function headline(title: string): Html {
  const ends = [0, ...findLineEnds(title)]
  const parts = ends.map((start, index) => escapeMarkup(title.slice(start, ends[index + 1])))
  return new Html(parts.join('<wbr>'))
}

const made = new WeakMap<{readonly title: string}, Html>()

/** The headline of an announcement, which stands on its own page and in lists, made once. */
export function headlineOf(edition: {readonly title: string}): Html {
  const known = made.get(edition) ?? headline(edition.title)
  made.set(edition, known)
  return known
}
