import type {Edition, EditionText} from '../../article/article.ts'
import type {RecordId} from '../../base/brand.ts'
import type {StatedDate} from '../../base/day.ts'
import {dayView} from '../../render/day-text.ts'
import {type Entry, textOf} from '../../site/entry.ts'
import {facetTermsOf} from '../../site/facets.ts'
import type {Site} from '../../site/site.ts'
import {foldText} from '../../text/fold.ts'
import {textOfHtml} from './text-of-html.ts'

/** An announcement as search indexes it. */
export interface SearchDocument {
  readonly id: RecordId
  readonly date: StatedDate
  /** Its title and everything else on its page, folded: once for all editions that agree. */
  readonly titles: readonly string[]
  readonly texts: readonly string[]
  readonly facets: readonly string[]
}

// A mark, behind which no phrase goes on.
const between = ' | '

/** What search knows of an entry. */
export function searchDocumentOf(entry: Entry, site: Site): SearchDocument {
  const {article} = entry
  const {id, date, editions, documentNumber, indexNumber} = article
  const days = [date, article.written, article.updated].map((day) => day && dayView(day).text)
  const common = [...days, documentNumber, indexNumber]
  const distinct = (texts: readonly string[]): readonly string[] => [
    ...new Set(texts.map(foldText)),
  ]
  return {
    ...{id, date},
    titles: distinct(editions.map(({title}) => title)),
    texts: distinct(
      editions.map((edition) => textIn(edition, textOf(entry, edition.tag, site), common)),
    ),
    facets: facetTermsOf(entry),
  }
}

function textIn(
  edition: Edition,
  {html}: EditionText,
  common: readonly (string | undefined)[],
): string {
  const {subtitle, author, editor, source, column, tags, attachments} = edition
  const byline = [subtitle, author, editor, source, column, ...tags, ...common]
  const titles = attachments.map(({title}) => title)
  return [...byline, ...titles, textOfHtml(html)].filter((text) => text !== undefined).join(between)
}
