/** An edition of the site, named by its language tag (BCP 47). */
export type EditionTag = 'zh-Hans' | 'zh-Hant' | 'zh-HK'

/** Every edition there can be, in the order in which a reader is offered them. */
export const editionTags: readonly EditionTag[] = ['zh-Hans', 'zh-Hant', 'zh-HK']

/**
 * The script a text was received in.
 *
 * `pseudo-hant` is simplified text that a machine turned into traditional characters one by one;
 * it is not what anybody wrote, so every edition of it starts from the simplified form.
 */
export type SourceScript = 'hans' | 'hant-tw' | 'hant-hk' | 'pseudo-hant' | 'mixed'

/** Every script a source can have. */
export const sourceScripts: readonly SourceScript[] = [
  'hans',
  'hant-tw',
  'hant-hk',
  'pseudo-hant',
  'mixed',
]
