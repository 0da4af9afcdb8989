import {readdir, readFile, stat} from 'node:fs/promises'
import {join} from 'node:path/posix'
import {expect, test} from 'vitest'
import {readArchive} from './support/archive.ts'
import {
  exportsAreDocumented,
  floors,
  importsGoDown,
  librariesStayHome,
  nothingIsLeft,
  problemsAreUsed,
  type SourceText,
  type TidyRule,
  thingsAreShort,
  worldIsOnTop,
} from './support/tidy.ts'

const ignored = new Set(['.git', '.cache', 'dist', 'lib', 'node_modules'])
const paths = await listFiles('.')
const written = paths.filter((path) => !/^(?:content|test\/fixtures|package-lock\.json)/.test(path))
const sources = await readAll(paths.filter((path) => /^src\/.*\.ts$/.test(path)))
// What attacks must come to stands in their data files.
const tests = await readAll(
  paths.filter((path) => /^test\/(?:.*\.test\.ts|attacks\/.*\.yml)$/.test(path)),
)

const rules: readonly (readonly [string, TidyRule])[] = [
  ['a file imports only from its own floor or a lower one', importsGoDown],
  ['nothing below app touches the world', worldIsOnTop],
  ['libraries with traps are imported in one place', librariesStayHome],
  ['functions have at most 60 lines and files at most 350', thingsAreShort],
  ['exported functions, constants and classes have a doc comment', exportsAreDocumented],
]

test('there is code on every floor', () => {
  const found = new Set(sources.map(({path}) => path.split('/')[1]))
  expect(floors.filter((floor) => !found.has(floor))).toEqual([])
})

test.each(rules)('%s', (_, rule) => {
  expect(rule(sources)).toEqual([])
})

test('every problem is reported somewhere and named in a test', () => {
  expect(problemsAreUsed(sources, tests)).toEqual([])
})

test('nothing is marked as left for later', async () => {
  const texts = written.filter((path) => /\.(?:ts|md|hbs|css|js|json|yaml|yml)$/.test(path))
  expect(nothingIsLeft(await readAll(texts))).toEqual([])
})

test('no file is over 200 KB, apart from documents and the lock file', async () => {
  const sizes = await Promise.all(written.map(async (path) => ({path, ...(await stat(path))})))
  expect(sizes.filter(({size}) => size > 200_000).map(({path}) => path)).toEqual([])
})

test('the rule of imports sees every kind of import', () => {
  const sample = `-- src/text/a.ts --
import {b} from '../record/b.ts'
export * from '../base/c.ts'
export {d} from '../article/d.ts'
import type {E} from './tables/e.ts'
const f = await import('../app/f.ts')
-- src/text/tables/e.ts --
import {a} from '../a.ts'
import {g} from '../../site/g.ts'
import {h} from '../../index.ts'
import {i} from '../../../test/i.ts'
-- src/index.ts --
export {f} from './app/f.ts'
`
  expect(check(importsGoDown, sample)).toEqual([
    'src/text/a.ts imports src/record/b.ts',
    'src/text/a.ts imports src/article/d.ts',
    'src/text/a.ts imports src/app/f.ts',
    'src/text/tables/e.ts imports src/site/g.ts',
    'src/text/tables/e.ts imports src/index.ts',
    'src/text/tables/e.ts imports test/i.ts',
  ])
})

test('the rule of the world sees modules, globals, clocks, chance and locale', () => {
  const sample = `-- src/base/digest.ts --
import {createHash} from 'node:crypto'
import {Buffer} from 'node:buffer'
-- src/emit/a.ts --
import {readFile} from 'node:fs/promises'
import {createHash} from 'node:crypto'
// process.exit and new Date() in a comment are words
const text = 'console.log'
const made = [process.env, Date.now(), Date.UTC(2004), new Date(0), Math.random(), Math.floor(1)]
console.log([].toSorted((left, right) => left.localeCompare(right)), fetch('x'), process(1))
-- src/app/a.ts --
import {readFile} from 'node:fs/promises'
console.log(process.argv, new Date())
`
  expect(check(worldIsOnTop, sample)).toEqual([
    'src/emit/a.ts uses node:fs/promises',
    'src/emit/a.ts uses node:crypto',
    'src/emit/a.ts uses process.env (line 5)',
    'src/emit/a.ts uses Date.now (line 5)',
    'src/emit/a.ts uses Date (line 5)',
    'src/emit/a.ts uses Math.random (line 5)',
    'src/emit/a.ts uses console.log (line 6)',
    'src/emit/a.ts uses localeCompare (line 6)',
    'src/emit/a.ts uses fetch (line 6)',
  ])
})

test('the rule of libraries sees them outside their place', () => {
  const sample = `-- src/record/front-matter.ts --
import matter from 'gray-matter'
-- src/record/parse.ts --
import matter from 'gray-matter'
-- src/text/tables/a.ts --
import data from 'opencc-js/dict/a'
-- src/article/a.ts --
import data from 'opencc-js/dict/a'
-- src/app/watch.ts --
import {watch} from 'chokidar'
import sirv from 'sirv'
-- src/app/serve.ts --
import {watch} from 'chokidar'
-- src/emit/a.ts --
import sirv from 'sirv'
`
  expect(check(librariesStayHome, sample)).toEqual([
    'src/record/parse.ts imports gray-matter',
    'src/article/a.ts imports opencc-js/dict/a',
    'src/app/serve.ts imports chokidar',
    'src/emit/a.ts imports sirv',
  ])
})

test('the rule of length counts functions from signature to brace, and files', () => {
  const body = (lines: number) => `${'  work()\n'.repeat(lines - 2)}`
  const sample = `-- src/base/a.ts --
function long(): string {
${body(61)}}
function fits(): string {
${body(60)}}
const arrow = (text = '}') => {
${body(61)}}
const object = {
  method() {
${body(61)}},
}
-- src/base/b.ts --
${'const a = 1\n'.repeat(350)}-- src/base/c.ts --
${'const a = 1\n'.repeat(351)}`
  expect(check(thingsAreShort, sample)).toEqual([
    'src/base/a.ts:1 is a function of 61 lines',
    'src/base/a.ts:122 is a function of 61 lines',
    'src/base/a.ts:184 is a function of 61 lines',
    'src/base/c.ts has 351 lines',
  ])
})

test('the rule of doc comments asks for one right above', () => {
  const sample = `-- src/base/a.ts --
/** Said. */
export function said(): void {}

/** Said of the first only. */
export function both(a: string): void
export function both(a: number): void
export function both(): void {}

/** Too far. */

export const far = 1
// Not a doc comment.
export const plain = 1
/** Of something else. */
const other = 1
export class Bare {}
/***/
export const empty = 1
export const badDay: Problem<string> = {ruleId: 'base/bad-day'}
export interface Shape {}
export type Name = string
export {said as again} from './b.ts'
`
  expect(check(exportsAreDocumented, sample)).toEqual(
    ['Bare', 'empty', 'far', 'plain'].map((name) => `src/base/a.ts says nothing about ${name}`),
  )
})

test('the rule of problems sees one that is never reported, and one that no test names', () => {
  const program = readSample(`-- src/record/problems.ts --
export const badDay: Problem<string> = {ruleId: 'record/bad-day', severity: 'error'}
export const unused: Problem<string> = {ruleId: 'record/unused', severity: 'error'}
export const all = [badDay, unused, {ruleId: 'x'}]
-- src/record/yaml-problems.ts --
export const untested: Problem<string> = {ruleId: 'record/untested', severity: 'error'}
-- src/record/parse.ts --
import {badDay} from './problems.ts'
import {untested} from './yaml-problems.ts'
const found = [badDay, untested].map((problem) => report(problem, {}, 'x'))
-- src/app/messages.ts --
import {all} from '../record/problems.ts'
const listed = [...all]
-- src/app/other.ts --
import {unused} from './unused.ts'
report(unused, {}, 'x')
`)
  const named = readSample(`-- test/record/parse.test.ts --
expect(ids).toEqual(['record/bad-day', 'record/unused'])
`)
  expect(problemsAreUsed(program, named)).toEqual([
    'src/record/problems.ts: unused is never reported',
    'src/record/yaml-problems.ts: no test names record/untested',
  ])
})

test('the rule of leftovers sees each of its words, in capitals', () => {
  const words = [['FIX', 'ME'].join(''), ['TO', 'DO'].join(''), 'todo']
  const sample = words.map((word) => ({path: `src/${word}.ts`, text: `\n// ${word}: later\n`}))
  expect(nothingIsLeft(sample)).toEqual(
    [0, 1].map((index) => `src/${words[index]}.ts:2 has ${words[index]}`),
  )
})

function check(rule: TidyRule, sample: string): readonly string[] {
  return rule(readSample(sample))
}

function readSample(sample: string): readonly SourceText[] {
  return [...readArchive(sample)].map(([path, text]) => ({path, text}))
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {withFileTypes: true})
  const lists = entries
    .filter(({name}) => !ignored.has(name))
    .map(async (entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? listFiles(path) : [path]
    })
  return (await Promise.all(lists)).flat()
}

async function readAll(all: readonly string[]): Promise<readonly SourceText[]> {
  return Promise.all(all.map(async (path) => ({path, text: await readFile(path, 'utf8')})))
}
