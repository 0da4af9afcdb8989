/** The ways in which announcements are listed. */
export type ListingName = 'index' | 'year' | 'month' | TaxonomyName

/** The listings that have names of their own. */
export type TaxonomyName = BuiltInTaxonomy | OwnListingName

/** The listings with names of their own that every site has. */
export type BuiltInTaxonomy = 'column' | 'tag' | 'source'

/** A listing that a site adds. */
export type OwnListingName = `own:${string}`

/** The listings that every site has, in the order in which they are made. */
export const listingNames = ['index', 'year', 'month', 'column', 'tag', 'source'] as const

/** The taxonomies that every site has. */
export const taxonomyNames: readonly BuiltInTaxonomy[] = ['column', 'tag', 'source']

/** Whether a listing is one that a site adds. */
export function isOwnListing(listing: ListingName): listing is OwnListingName {
  return listing.startsWith('own:')
}
