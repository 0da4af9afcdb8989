const lengthMin = 50
const lengthMax = 100

/**
 * The beginning of a text, whole sentences where one ends between 50 and 100 characters, otherwise
 * the first 100 and an ellipsis. Characters are counted as readers do (graphemes, UAX #29).
 */
export function createExcerpt(plain: string): string {
  const flat = plain
    .slice(0, unitsMax)
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u3000-\u303f\uff01-\uff5e“”…—]) | (?=[\u3000-\u303f\uff01-\uff5e“”…—])/g, '')
    .trim()
  const graphemes = firstGraphemes(flat)
  if (graphemes.length <= lengthMax) return flat
  const ends = graphemes.slice(0, lengthMax).findLastIndex((grapheme) => /[。！？]/.test(grapheme))
  return ends + 1 >= lengthMin
    ? graphemes.slice(0, ends + 1).join('')
    : `${graphemes.slice(0, lengthMax).join('')}……`
}

// Far more than a hundred characters have, whatever they are made of.
const unitsMax = 2000

const segmenter = new Intl.Segmenter('zh', {granularity: 'grapheme'})

/** The graphemes that an excerpt may have, and one more where the text has more. */
function firstGraphemes(text: string): readonly string[] {
  const head = text.slice(0, lengthMax + 2)
  // The segmenter is slow; without marks, joiners and surrogates every unit is a grapheme.
  if (!/[\p{M}\p{Cf}\u{10000}-\u{10ffff}\ud800-\udfff\u1100-\u11ff]/u.test(head)) {
    return head.split('').slice(0, lengthMax + 1)
  }
  const graphemes: string[] = []
  for (const {segment} of segmenter.segment(text)) {
    graphemes.push(segment)
    if (graphemes.length > lengthMax) break
  }
  return graphemes
}
