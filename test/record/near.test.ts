import {expect, test} from 'vitest'
import {findNearestName} from '../../src/record/near.ts'

test.each([
  ['colunm', 'column'],
  ['colum', 'column'],
  ['titles', 'title'],
  ['date', 'date'],
  ['dtae', 'date'],
  ['source', undefined],
  ['titleeee', undefined],
  ['dat', undefined],
  ['tag', undefined],
  ['idxy', undefined],
])('the name nearest to %s is %s', (name, nearest) => {
  expect(findNearestName(name, ['title', 'date', 'column', 'id', 'tags'])).toBe(nearest)
})

test('the nearer of two is meant, and of two as near the first', () => {
  expect(findNearestName('notes', ['noted', 'votes', 'notes'])).toBe('notes')
  expect(findNearestName('bote', ['vote', 'note'])).toBe('vote')
})
