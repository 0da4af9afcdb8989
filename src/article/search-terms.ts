import {dayText} from '../base/day.ts'
import {differInForms, foldText} from '../text/fold.ts'
import {listTerms, type TermList} from '../text/term-list.ts'
import type {FullArticle, FullEdition} from './article.ts'
import {textOfHtml} from './text-of-html.ts'

// A mark, behind which no phrase goes on.
const between = ' | '

/**
 * The terms under which search finds it: of an article's title and of everything else on its page,
 * as every edition has them, so that a query in either script finds it. Of a withdrawn one none.
 */
export function searchTermsOf(article: FullArticle): TermList {
  const {date, written, updated, editions, documentNumber, indexNumber, withdrawn} = article
  if (withdrawn) return listTerms([], [])
  const days = [date, written, updated].map((day) => day && dayText(day))
  const common = [...days, documentNumber, indexNumber]
  const read = withoutOtherForms(editions)
  return listTerms(
    distinct(read.map(({title}) => title)),
    distinct(read.map((edition) => textIn(edition, common))),
  )
}

/** The editions without those that fold to the same as the first, as nearly all do. */
function withoutOtherForms([first, ...others]: readonly FullEdition[]): readonly FullEdition[] {
  if (!first) return []
  const texts = [first.title, ...bylineIn(first), ...titlesIn(first), first.html]
  const isOther = (edition: FullEdition): boolean => {
    const its = [edition.title, ...bylineIn(edition), ...titlesIn(edition), edition.html]
    return its.length !== texts.length || its.some((text, at) => !differInForms(text, texts[at]!))
  }
  return [first, ...others.filter(isOther)]
}

/** Folded, once for all editions that agree. */
function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(foldText))]
}

function textIn(edition: FullEdition, common: readonly (string | undefined)[]): string {
  const texts = [...bylineIn(edition), ...common, ...titlesIn(edition), textOfHtml(edition.html)]
  return texts.filter((text) => text !== undefined).join(between)
}

function bylineIn({
  subtitle,
  author,
  editor,
  source,
  column,
  tags,
}: FullEdition): readonly string[] {
  return [subtitle, author, editor, source, column, ...tags].filter((text) => text !== undefined)
}

function titlesIn({attachments}: FullEdition): readonly string[] {
  return attachments.map(({title}) => title)
}
