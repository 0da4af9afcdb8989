import type {RecordId} from '../../base/brand.ts'
import type {StatedDate} from '../../base/day.ts'
import {digestOfList} from '../../base/digest.ts'
import type {Entry} from '../../site/entry.ts'
import {facetTermsOf} from '../../site/facets.ts'
import type {Site} from '../../site/site.ts'
import {type TermList, unpackTerms} from '../../text/term-list.ts'

/** An announcement as search indexes it. */
export interface SearchDocument {
  readonly id: RecordId
  readonly date: StatedDate
  /** Changes with everything that the index has of it. */
  readonly digest: string
  /** How many terms it has. */
  readonly count: number
  /** Terms of what search can be narrowed to. */
  readonly facets: readonly string[]
  /** The terms of its title and its text: to be asked for when they are needed, since they are many. */
  readonly terms: () => TermList
}

/** What search knows of an entry. */
export function searchDocumentOf(entry: Entry, {textsOf}: Pick<Site, 'textsOf'>): SearchDocument {
  const {id, date, searchTerms} = entry.article
  const facets = facetTermsOf(entry)
  return {
    ...{id, date, facets},
    digest: digestOfList([id, date, searchTerms.digest, ...facets]),
    count: searchTerms.count + facets.length,
    terms: () => unpackTerms(textsOf(entry).terms),
  }
}
