import {expect, test} from 'vitest'
import {pickOld} from '../../src/site/picks.ts'
import {buildSiteOf, checkSite} from '../support/check.ts'
import {sequence} from '../support/random.ts'
import {randomRecords} from '../support/records.ts'

const {snapshot} = await buildSiteOf(randomRecords(80, sequence(31)).join(''))
const {entries} = snapshot.site

test('one is taken from each span of the old ones, newest first', () => {
  for (let cut = 0; cut < entries.length - 3; cut++) {
    const [recent, old] = [entries.slice(0, cut), entries.slice(cut)]
    const span = Math.floor(old.length / 3)
    const places = pickOld(old, recent, 3).map((entry) => old.indexOf(entry))
    expect(places.map((place) => Math.floor(place / span))).toEqual([0, 1, 2])
    expect(pickOld(old, recent, 3)).toEqual(pickOld(old, recent, 3))
  }
})

test('the choice changes with what is new, and reaches everything in time', () => {
  const old = entries.slice(20)
  const seen = new Set(
    Array.from({length: 400}, (_, turn) => [
      entries[turn % 20]!,
      entries[Math.floor(turn / 20)]!,
    ]).flatMap((recent) => pickOld(old, recent, 3)),
  )
  expect(seen.size).toBe(old.length)
})

test('a list that is too short gives none', () => {
  expect(pickOld(entries.slice(0, 2), [], 3)).toEqual([])
  expect(pickOld([], [], 3)).toEqual([])
})

test('old articles stand on the home page where there are enough, none of them twice', async () => {
  const {files} = await buildSiteOf(randomRecords(30, sequence(32)).join(''))
  const home = files.get('index.html') ?? ''
  const picks = /<ol class="picks">([\s\S]*?)<\/ol>/.exec(home)?.[1] ?? ''
  const hrefs = [...picks.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href!)
  expect(hrefs).toHaveLength(3)
  const front = /<div class="front">([\s\S]*?)<\/section>/.exec(home)?.[1] ?? ''
  for (const href of hrefs) expect(front).not.toContain(`"${href}"`)
  await checkSite(randomRecords(5, sequence(33)).join(''), {'index.html': ['!旧档选读']})
})
