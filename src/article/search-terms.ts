import {dayText} from '../base/day.ts'
import {foldText} from '../text/fold.ts'
import {listTerms, type TermList} from '../text/term-list.ts'
import type {FullArticle, FullEdition} from './article.ts'
import {textOfHtml} from './text-of-html.ts'

// A mark, behind which no phrase goes on.
const between = ' | '

/**
 * The terms under which search finds an article: of its title and of everything else on its page,
 * as every edition has them, so that a query in either script finds it. Of a withdrawn one none.
 */
export function searchTermsOf(article: FullArticle): TermList {
  const {date, written, updated, editions, documentNumber, indexNumber, withdrawn} = article
  if (withdrawn) return listTerms([], [])
  const days = [date, written, updated].map((day) => day && dayText(day))
  const common = [...days, documentNumber, indexNumber]
  return listTerms(
    distinct(editions.map(({title}) => title)),
    distinct(editions.map((edition) => textIn(edition, common))),
  )
}

/** Folded, once for all editions that agree. */
function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(foldText))]
}

function textIn(edition: FullEdition, common: readonly (string | undefined)[]): string {
  const {subtitle, author, editor, source, column, tags, attachments, html} = edition
  const byline = [subtitle, author, editor, source, column, ...tags, ...common]
  const titles = attachments.map(({title}) => title)
  return [...byline, ...titles, textOfHtml(html)].filter((text) => text !== undefined).join(between)
}
