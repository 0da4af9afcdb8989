import {gzipSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {readTheme} from '../../src/app/sources.ts'
import {buildSiteOf} from '../support/check.ts'
import {makeSite} from '../support/folder.ts'
import {recordFile} from '../support/records.ts'
import {weighOverText} from '../support/weight.ts'

const frame = '<link rel="stylesheet" href="s.css"><body></body>'

test.each([
  ['', 0],
  ['<p class="a">正文</p>', 17],
  ['甲\n乙', 0],
  ['<p>甲</p>\n<p>乙</p>', 15],
  ['a&amp;b', 4],
  ['<del>甲</del><ins>乙</ins>', 0],
  ['<template><b>字</b></template>', 31],
  ['<script src="a.js"></script>', 36],
])('%s weighs over its text what is markup, and what it loads', (body, over) => {
  const files = new Map([
    ['a.html', frame.replace('<body>', `<body>${body}`)],
    ['s.css', 'p{}'],
    ['a.js', 'a()\nb()\n'],
  ])
  expect(weighOverText('a.html', files)).toBe(frame.length + 'p{}'.length + over)
})

test('the scripts that the search page loads are under 4 kB together, each with gzip', async () => {
  const {files} = await buildSiteOf(recordFile('a.md', {title: '甲', date: '2024-01-01'}))
  const page = files.get('search/index.html') ?? ''
  const paths = [...page.matchAll(/<script src="[./]*(assets\/search[^"]*)"/g)].map(
    ([, path]) => path!,
  )
  const sizes = paths.map((path) => gzipSync(files.get(path) ?? '').length)
  expect(sizes).toHaveLength(2)
  expect(Math.min(...sizes)).toBeGreaterThan(1000)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(4000)
})

test('a script that a site has of its own takes the place of the short one', async () => {
  const scriptOf = async (site: string) =>
    new TextDecoder().decode((await readTheme(await makeSite(site))).theme.get('search.js'))
  expect(await scriptOf('-- templates/assets/search.js --\nlet ours\n')).toBe('let ours\n')
  expect(await scriptOf('-- templates/assets/extra.js --\nlet ours\n')).not.toMatch(/\n\s*\/\//)
})
