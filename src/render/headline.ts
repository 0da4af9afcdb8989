import {escapeMarkup} from '../base/markup.ts'
import {findLineEnds} from '../text/line-ends.ts'
import {Html} from './html.ts'

/** A title to be set large: the places where a line of it may end are marked by `wbr`. */
export function headline(title: string): Html {
  const ends = [0, ...findLineEnds(title)]
  const parts = ends.map((start, index) => escapeMarkup(title.slice(start, ends[index + 1])))
  return new Html(parts.join('<wbr>'))
}
