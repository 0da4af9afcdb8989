/** The ways in which announcements are listed. */
export type ListingName = 'index' | 'year' | 'month' | TaxonomyName

/** The listings that have names of their own. */
export type TaxonomyName = 'column' | 'tag' | 'source'

/** Every listing, in the order in which they are made. */
export const listingNames: readonly ListingName[] = [
  'index',
  'year',
  'month',
  'column',
  'tag',
  'source',
]

/** Every taxonomy. */
export const taxonomyNames: readonly TaxonomyName[] = ['column', 'tag', 'source']
