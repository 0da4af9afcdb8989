import type {Article, EditionText, FullArticle} from './article.ts'
import {formatRepairLog} from './format-repair-log.ts'
import type {LoggedText} from './repair-log.ts'

/** The long texts of an article, which only its own pages show. */
export interface ArticleTexts {
  /** In the order of the article's editions. */
  readonly editions: readonly EditionText[]
  /** The received texts in which something was repaired. */
  readonly repaired: readonly Pick<LoggedText, 'field' | 'received' | 'repairs'>[]
  /** The log of all changes as it is published. */
  readonly log: string
}

/** An article in two parts: what the whole site sees of it, and its texts. */
export interface SplitArticle {
  readonly article: Article
  readonly texts: ArticleTexts
}

/** Takes an article apart, so that of many articles the summaries alone need be held. */
export function splitArticle({log, editions, ...summary}: FullArticle): SplitArticle {
  return {
    article: {...summary, editions: editions.map(({html, plain, ...edition}) => edition)},
    texts: {
      editions: editions.map(({html, plain}) => ({html, plain})),
      repaired: log
        .filter(({repairs}) => repairs.length > 0)
        .map(({field, received, repairs}) => ({field, received, repairs})),
      log: formatRepairLog(log),
    },
  }
}
