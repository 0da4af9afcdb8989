import {Buffer} from 'node:buffer'

const lengthMin = 50
const lengthMax = 100

/**
 * The beginning of a text, whole sentences where one ends between 50 and 100 characters, otherwise
 * the first 100 and an ellipsis. Characters are counted as readers do (graphemes, UAX #29).
 */
export function createExcerpt(plain: string): string {
  // A part of a string keeps the whole string in memory, a copy does not.
  const start = copyOf(plain.slice(0, 2 * lengthMax))
  return excerptOfSingles(flatten(start)) ?? excerptOfGraphemes(flatten(plain.slice(0, unitsMax)))
}

function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le')
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
 * The excerpt of a text that begins so, where every unit of it is a grapheme and there are enough of
 * them: nearly always, and for those the slow segmenter is not needed.
 */
function excerptOfSingles(start: string): string | undefined {
  if (start.length <= lengthMax || !singles.test(start)) return undefined
  const begin = start.slice(0, lengthMax)
  const [sentences = ''] = /^.*[。！？]/.exec(begin) ?? []
  return sentences.length >= lengthMin ? sentences : `${begin}……`
}

// Far more than a hundred characters have, whatever they are made of.
const unitsMax = 2000

const segmenter = new Intl.Segmenter('zh', {granularity: 'grapheme'})

function excerptOfGraphemes(text: string): string {
  const graphemes: string[] = []
  for (const {segment} of segmenter.segment(text)) {
    if (graphemes.length === lengthMax) {
      const ends = graphemes.findLastIndex((grapheme) => /[。！？]/.test(grapheme))
      if (ends + 1 >= lengthMin) return graphemes.slice(0, ends + 1).join('')
      return `${graphemes.join('')}……`
    }
    graphemes.push(segment)
  }
  return text
}
