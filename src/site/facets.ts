import type {Article} from '../article/article.ts'
import {compareText} from '../base/diagnostic.ts'
import {createSlug} from '../text/slug.ts'
import type {Entry} from './entry.ts'

/** What a search can be narrowed to besides years. */
export type FacetName = 'column' | 'source' | 'code'

/** The term under which search finds what belongs to one value of a facet. No text has its mark. */
export function facetTerm(facet: FacetName, key: string): string {
  return `=${facet}/${key}`
}

/** The terms of the facets of an entry. */
export function facetTermsOf(entry: Entry): readonly string[] {
  const code = documentCode(entry.article)
  return [
    ...(['column', 'source'] as const).flatMap((facet) =>
      entry.keys[facet].map(({key}) => facetTerm(facet, key)),
    ),
    ...(code === undefined ? [] : [facetTerm('code', createSlug(code))]),
  ]
}

/**
 * The part of a document's number that stands for the office that issued it, before the year in its
 * brackets (GB/T 9704—2012, 7.2.5): 云关办 of 云关办〔2024〕8号.
 */
export function documentCode({documentNumber}: Article): string | undefined {
  return /^\s*(\S.*?)\s*[〔[［(（【﹝]\s*\d{4}/.exec(documentNumber ?? '')?.[1]
}

/** The codes of all documents with a number, the most frequent first. */
export function documentCodes(
  entries: readonly Entry[],
): readonly {readonly key: string; readonly code: string; readonly count: number}[] {
  const codes = new Map<string, {key: string; code: string; count: number}>()
  for (const {article} of entries) {
    const code = documentCode(article)
    if (code === undefined) continue
    const key = createSlug(code)
    const found = codes.get(key)
    if (found) found.count++
    else codes.set(key, {key, code, count: 1})
  }
  return [...codes.values()].toSorted(
    (left, right) => right.count - left.count || compareText(left.key, right.key),
  )
}
