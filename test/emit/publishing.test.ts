import {expect, test} from 'vitest'
import {digestOf} from '../../src/base/digest.ts'
import {type Checksums, planPublishing} from '../../src/emit/publishing.ts'
import {sequence} from '../support/random.ts'

test('what pages load comes first, then pages, the innermost first, then what names pages', () => {
  const paths = [
    ...['index.html', '2024/index.html', '2024/05/a/index.html', 'zh-hant/2024/05/a/index.html'],
    ...['atom.xml', 'manifest-sha256.txt', 'robots.txt', 'feed.json', '2024/index.json'],
    ...['assets/style.css', 'files/a.html', '2024/05/a/repairs.json', 'favicon.svg', 'old.htm'],
  ]
  expect(planPublishing(sumsOf(paths), new Map()).send).toEqual([
    ...['2024/05/a/repairs.json', 'assets/style.css', 'favicon.svg', 'files/a.html'],
    ...['zh-hant/2024/05/a/index.html', '2024/05/a/index.html', '2024/index.html'],
    ...['index.html', 'old.htm'],
    ...['2024/index.json', 'atom.xml', 'feed.json', 'manifest-sha256.txt', 'robots.txt'],
  ])
})

test('only what is in the way is removed before the rest is sent', () => {
  const published = sumsOf(['gone.html', 'tags/A/index.html', 'notes', 'list/index.html'])
  const wanted = sumsOf(['tags/a/index.html', 'notes/index.html', 'list'])
  const {clear, remove} = planPublishing(wanted, published)
  expect(clear).toEqual(['list/index.html', 'notes', 'tags/A/index.html'])
  expect(remove).toEqual(['gone.html'])
})

test('for any two sites, everything wanted is sent once, and exactly the rest is removed', () => {
  const random = sequence(31)
  for (let round = 0; round < 300; round++) {
    const [published, wanted] = [randomSite(), randomSite()]
    const {clear, send, remove} = planPublishing(wanted, published)
    expect(send.toSorted()).toEqual([...wanted.keys()].toSorted())
    const gone = [...published.keys()].filter((path) => !wanted.has(path))
    expect([...clear, ...remove].toSorted()).toEqual(gone.toSorted())
  }

  function randomSite(): Checksums {
    const paths = Array.from({length: random.below(8)}, () =>
      Array.from({length: 1 + random.below(3)}, () => random.text('aAb', 1)).join('/'),
    )
    return sumsOf(paths)
  }
})

function sumsOf(paths: readonly string[]): Checksums {
  return new Map(paths.map((path) => [path, digestOf(path)]))
}
