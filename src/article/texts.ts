import {digestOf} from '../base/digest.ts'
import {countTerms, packTerms} from '../text/term-list.ts'
import type {Article, EditionText, FullArticle} from './article.ts'
import {formatRepairLog} from './format-repair-log.ts'
import type {LoggedText} from './repair-log.ts'
import {searchTermsOf} from './search-terms.ts'

/** The long texts of an article, which only its own pages show. */
export interface ArticleTexts {
  /** In the order of the article's editions. */
  readonly editions: readonly EditionText[]
  /** The received texts in which something was repaired. */
  readonly repaired: readonly Pick<LoggedText, 'field' | 'received' | 'repairs'>[]
  /** The log of all changes as it is published, in UTF-8. */
  readonly log: Uint8Array
  /** The terms under which search finds it (`packTerms`). */
  readonly terms: Uint8Array
}

/** An article in two parts: what the whole site sees of it, and its texts. */
export interface SplitArticle {
  readonly article: Article
  readonly texts: ArticleTexts
}

/** Takes an article apart, so that of many articles the summaries alone need be held. */
export function splitArticle(full: FullArticle): SplitArticle {
  const {log, editions, ...summary} = full
  const list = searchTermsOf(full)
  const terms = packTerms(list)
  return {
    article: {
      ...summary,
      editions: editions.map(({html, plain, ...edition}) => edition),
      searchTerms: {digest: digestOf(terms), count: countTerms(list)},
    },
    texts: {
      editions: editions.map(({html, plain}) => ({html, plain})),
      repaired: log
        .filter(({repairs}) => repairs.length > 0)
        .map(({field, received, repairs}) => ({field, received, repairs})),
      log: new TextEncoder().encode(formatRepairLog(log)),
      terms,
    },
  }
}
