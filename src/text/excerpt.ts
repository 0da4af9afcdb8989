const lengthMin = 50
const lengthMax = 100

/**
 * The beginning of a text, whole sentences where one ends between 50 and 100 characters, otherwise
 * the first 100 and an ellipsis. Characters are counted as readers do (graphemes, UAX #29).
 */
export function createExcerpt(plain: string): string {
  const graphemes = firstUnits(plain) ?? firstGraphemes(plain)
  if (graphemes.length <= lengthMax) return graphemes.join('')
  const begin = graphemes.slice(0, lengthMax)
  const ends = begin.findLastIndex((grapheme) => /[。！？]/.test(grapheme))
  return ends + 1 >= lengthMin ? begin.slice(0, ends + 1).join('') : `${begin.join('')}……`
}

/** A stretch of a text as one line. */
function flatten(stretch: string): string {
  return stretch
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u3000-\u303f\uff01-\uff5e“”…—]) | (?=[\u3000-\u303f\uff01-\uff5e“”…—])/g, '')
    .trim()
}

// Han, Latin, Kana, and the signs of Chinese text: no mark, joiner, surrogate or part of a syllable.
const singles = /^[ -~·‐-‧‰-⁞℀-⯿\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff01-\uff9d]*$/

/**
 * The graphemes that an excerpt may have, and one more, where the text begins with that many of one
 * unit each: nearly always, and for those the slow segmenter is not needed.
 */
function firstUnits(plain: string): readonly string[] | undefined {
  const flat = flatten(plain.slice(0, 2 * lengthMax))
  const isEnough = flat.length > lengthMax && singles.test(flat)
  return isEnough ? flat.slice(0, lengthMax + 1).split('') : undefined
}

// Far more than a hundred characters have, whatever they are made of.
const unitsMax = 2000

const segmenter = new Intl.Segmenter('zh', {granularity: 'grapheme'})

/** The graphemes that an excerpt may have, and one more where the text has more. */
function firstGraphemes(plain: string): readonly string[] {
  const graphemes: string[] = []
  for (const {segment} of segmenter.segment(flatten(plain.slice(0, unitsMax)))) {
    graphemes.push(segment)
    if (graphemes.length > lengthMax) break
  }
  return graphemes
}
