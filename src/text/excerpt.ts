const lengthMin = 50
const lengthMax = 100

/**
 * The beginning of a text, whole sentences where one ends between 50 and 100 characters, otherwise
 * the first 100 and an ellipsis. Characters are counted as readers do (graphemes, UAX #29).
 */
export function createExcerpt(plain: string): string {
  const flat = plain
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u3000-\u303f\uff01-\uff5e“”…—]) | (?=[\u3000-\u303f\uff01-\uff5e“”…—])/g, '')
    .trim()
  // A grapheme of news text is rarely longer than a few code units.
  const graphemes = [...segmenter.segment(flat.slice(0, lengthMax * 4))].map(({segment}) => segment)
  if (graphemes.length <= lengthMax) return graphemes.join('')
  const ends = graphemes.slice(0, lengthMax).findLastIndex((grapheme) => /[。！？]/.test(grapheme))
  return ends + 1 >= lengthMin
    ? graphemes.slice(0, ends + 1).join('')
    : `${graphemes.slice(0, lengthMax).join('')}……`
}

const segmenter = new Intl.Segmenter('zh', {granularity: 'grapheme'})
