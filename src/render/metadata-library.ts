import type {ArticleFacts} from './article-facts.ts'
import type {PageContext} from './page-context.ts'
import type {TagList} from './page-facts.ts'

/**
 * What library catalogues and reference managers read: Dublin Core (DCMI, DC-HTML) and the tags of
 * Highwire Press, of which those that are asked for are given, with days in slashes. Zotero takes `Text` for an article of a journal
 * and DC.source for the name of one, so the type says what is cited, a web page, and the place
 * where the text was got is said by isVersionOf.
 */
export function libraryTags(facts: ArticleFacts, {edition}: PageContext): TagList {
  const {title, source, publisher, date, written, updated, tags, address} = facts
  const authors = facts.authors.length > 0 ? facts.authors : source === undefined ? [] : [source]
  return [
    ['DC.title', title],
    ...authors.map((name) => ['DC.creator', name] as const),
    ['DC.publisher', publisher],
    ...tags.map((tag) => ['DC.subject', tag] as const),
    ['DC.identifier', address],
    ['DC.identifier', facts.documentNumber],
    ['DC.language', edition],
    ['DC.type', 'webpage'],
    ['DCTERMS.issued', date],
    ['DCTERMS.created', written],
    ['DCTERMS.modified', updated],
    ['DCTERMS.isVersionOf', facts.originalAddress],
    ['citation_title', title],
    ...authors.map((name) => ['citation_author', name] as const),
    ['citation_publication_date', date.replaceAll('-', '/')],
  ]
}
