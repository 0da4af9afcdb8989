import {expect, test} from 'vitest'
import {foldText} from '../../src/text/fold.ts'
import {readTerms} from '../../src/text/search-terms.ts'
import {
  countTerms,
  listTerms,
  packTerms,
  type Terms,
  unpackTerms,
} from '../../src/text/term-list.ts'
import {sequence} from '../support/random.ts'

const everyday = Array.from({length: 200}, (_, at) => String.fromCharCode(0x4e00 + at))
const pieces = ['关', '工', '委', '𠮷', '3.5', 'ab', ' ', '，', '云溪', '々']

function termsOf(texts: readonly string[]): ReadonlySet<number | string> {
  const terms = new Set<number | string>()
  const take = (term: number | string): void => void terms.add(term)
  for (const text of texts) readTerms(text, {han: take, word: take})
  return terms
}

const all = ({han, words}: Terms): readonly (number | string)[] => [...han, ...words]

test('a list has each term once, those of titles first, and is the same out of its bytes', () => {
  const random = sequence(618)
  for (let round = 0; round < 300; round++) {
    const titles = [foldText(random.text(pieces, random.below(6)))]
    const texts = [40, 40].map((most) => foldText(random.text(pieces, random.below(most))))
    // Now and then a long one, with more pairs than there is room for at first.
    if (round % 100 === 0) texts.push(random.text(everyday, 20_000))
    const list = listTerms(titles, texts)
    const [inTitles, everywhere] = [termsOf(titles), termsOf([...titles, ...texts])]
    expect(new Set(all(list.inTitles))).toEqual(inTitles)
    expect(new Set([...all(list.inTitles), ...all(list.others)])).toEqual(everywhere)
    expect(countTerms(list)).toBe(everywhere.size)
    // Wherever in a larger piece of memory the bytes lie.
    const bytes = Buffer.concat([Buffer.alloc(1 + random.below(4)), packTerms(list)])
    const start = bytes.length - packTerms(list).length
    expect(unpackTerms(bytes.subarray(start))).toEqual(list)
  }
})
