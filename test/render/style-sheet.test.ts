import {expect, test} from 'vitest'
import {nameFilesIn, squeezeScript, squeezeStyle} from '../../src/render/style-sheet.ts'
import {buildSiteOf} from '../support/check.ts'
import {recordFile} from '../support/records.ts'

test.each([
  ['a {\n  color: red;\n}\n\nb { }\n', 'a{color:red}b{}'],
  ['/* one\ntwo */ a { /* x */ color : red ; }', 'a{color :red}'],
  ['a b > c, d + e ~ f { margin: 0 auto }', 'a b>c,d + e ~ f{margin:0 auto}'],
  ['a :is(b, c):hover::before { }', 'a :is(b,c):hover::before{}'],
  ['a { width: calc(1px + 2% - (3px * 2)) }', 'a{width:calc(1px + 2% - (3px * 2))}'],
  ['@media (min-width: 3rem) and (x) { a { b: c } }', '@media (min-width:3rem) and (x){a{b:c}}'],
  [
    `a::before { content: "/* { ; */  x" '  \\' : {'; }`,
    `a::before{content:"/* { ; */  x" '  \\' : {'}`,
  ],
  ['a { b: url( x , y ) "  " }', 'a{b:url( x , y ) "  "}'],
  ['a/**/b { }', 'a b{}'],
  [
    'a { margin: 0.5em -0.25em 10.5em; z-index: 0; content: "0.5; }" ; /* x */ }',
    'a{margin:.5em -.25em 10.5em;z-index:0;content:"0.5; }"}',
  ],
  ['', ''],
])('squeezes %j', (css, expected) => {
  expect(squeezeStyle(css)).toBe(expected)
  expect(squeezeStyle(expected)).toBe(expected)
})

test.each([
  ['  a()\n\n    // why\n  b() // here\n', 'a()\nb() // here\n'],
  ['/*\n * What it is.\n */\n\nlet a = "/* no */"\n', 'let a = "/* no */"\n'],
  ['let a = `x`\n  b()\n', 'let a = `x`\nb()\n'],
  ['let a = `x\n  y`\n  b()\n', 'let a = `x\n  y`\n  b()\n'],
])('squeezes the script %j', (script, expected) => {
  expect(squeezeScript(script)).toBe(expected)
})

test('names published files, and leaves other addresses alone', () => {
  const names = new Map([['a.svg', 'a.123.svg']])
  expect(nameFilesIn(`url(a.svg) url("a.svg") url('a.svg') url(b.svg) url("x/a.svg")`, names)).toBe(
    'url("a.123.svg") url("a.123.svg") url("a.123.svg") url(b.svg) url("x/a.svg")',
  )
})

test('every file a style sheet asks for is published beside it', async () => {
  const {files} = await buildSiteOf(recordFile('a.md', {title: '甲', date: '2024-01-01'}))
  const asked = [...files]
    .filter(([path]) => path.endsWith('.css'))
    .flatMap(([path, css]) =>
      [...css.matchAll(/url\("([^"]*)"\)/g)].map(([, name]) => path.replace(/[^/]*$/, name!)),
    )
  expect(asked).not.toEqual([])
  expect(asked.filter((path) => !files.has(path))).toEqual([])
})

test('an article loads one style sheet, pages of lists another after it', async () => {
  const {files} = await buildSiteOf(recordFile('a.md', {title: '甲', date: '2024-01-01'}))
  const sheets = (path: string) =>
    [
      ...(files.get(path) ?? '').matchAll(
        /<link rel="stylesheet" href="(?:\.\.\/|\/)*assets\/(\w+)/g,
      ),
    ].map(([, name]) => name)
  expect(sheets('2024/01/a/index.html')).toEqual(['style'])
  for (const path of ['index.html', '2024/index.html', 'zh-hant/tags/index.html', '404.html']) {
    expect(sheets(path), path).toEqual(['style', 'lists'])
  }
})
