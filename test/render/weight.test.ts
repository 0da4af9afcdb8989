import {expect, test} from 'vitest'
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
