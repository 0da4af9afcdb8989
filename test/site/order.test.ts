import {expect, test} from 'vitest'
import {compareEntries} from '../../src/site/entry.ts'
import {buildSiteOf} from '../support/check.ts'
import {sequence} from '../support/random.ts'
import {randomRecords, recordFile} from '../support/records.ts'

test('the newest stands first, and those of one day by their ids', async () => {
  const {snapshot} = await buildSiteOf(
    [
      recordFile('b.md', {title: '乙', date: '2024-01-02'}),
      recordFile('a.md', {title: '甲', date: '2024-01-02'}),
      recordFile('new.md', {title: '新', date: '2024-03-01'}),
      recordFile('old.md', {title: '旧', date: '1999-12-31'}),
      recordFile('c.md', {title: '丙', date: '2024-01-02', updated: '2024-05-01'}),
    ].join(''),
  )
  expect(snapshot.site.entries.map(({article}) => article.id)).toEqual([
    'new',
    'c',
    'b',
    'a',
    'old',
  ])
})

test('no two entries are equal in order, and the order is total', async () => {
  const {snapshot} = await buildSiteOf(randomRecords(40, sequence(5)).join(''))
  const {entries} = snapshot.site
  for (const [index, left] of entries.entries()) {
    for (const [other, right] of entries.entries()) {
      expect(Math.sign(compareEntries(left, right))).toBe(Math.sign(index - other))
    }
  }
})
