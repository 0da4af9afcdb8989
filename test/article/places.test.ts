import {expect, test} from 'vitest'
import {changePlaces, editsOfSource, type Places} from '../../src/article/places.ts'
import type {Edit} from '../../src/text/edit.ts'
import {growth} from '../support/processor.ts'

/** A text of `count` pieces, with markup between them in the source, and an edit of every other one. */
function manyPieces(count: number): {readonly places: Places; readonly edits: readonly Edit[]} {
  const numbers = Array.from({length: count}, (_, index) => index)
  return {
    places: numbers.map((index) => ({length: 1, start: 3 * index, end: 3 * index + 1})),
    edits: numbers
      .filter((index) => index % 2 === 0)
      .map((index) => ({rule: 'text/width', offset: index, before: '甲', after: '乙丙'})),
  }
}

test('to place the edits of a text costs no more than its length', () => {
  const [small, large] = [manyPieces(25_000), manyPieces(200_000)]
  const place = ({places, edits}: typeof small) => {
    editsOfSource(edits, places, '')
    changePlaces(places, edits)
  }
  expect(
    growth(
      () => place(small),
      () => place(large),
    ),
  ).toBeLessThan(24)
})
