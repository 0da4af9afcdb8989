import {expect, test} from 'vitest'
import type {OutputPath} from '../../src/base/brand.ts'
import {formatDiagnostic} from '../../src/base/diagnostic.ts'
import {digestOf} from '../../src/base/digest.ts'
import {findOutputClashes, type Manifest, OutputDiff} from '../../src/emit/diff.ts'
import type {OutputFile} from '../../src/emit/output.ts'
import {type RandomSequence, sequence} from '../support/random.ts'

function fileOf(path: string, body = path, from = 'test'): OutputFile {
  // A path of a test's own, well-formed as it stands.
  return {path: path as OutputPath, body, from}
}

function diffOutput(
  files: readonly OutputFile[],
  last: Manifest,
  present: ReadonlySet<OutputPath>,
) {
  const diff = new OutputDiff(last, present)
  const write = files.filter(({path, body}) => diff.take(path, digestOf(body)))
  const {remove, unchanged, manifest} = diff
  return {write, remove, unchanged, manifest}
}

const nothing: Manifest = new Map()
const pathsOf = (files: readonly OutputFile[]) => files.map(({path}) => path)

test('a first build writes everything and removes nothing, whatever lies there', () => {
  const present = new Set(['a', 'x'] as OutputPath[])
  const diff = diffOutput([fileOf('a'), fileOf('b')], nothing, present)
  expect(pathsOf(diff.write)).toEqual(['a', 'b'])
  expect(diff.remove).toEqual([])
})

test('an unchanged site writes nothing', () => {
  const files = [fileOf('a'), fileOf('b'), fileOf('c', '甲')]
  const {manifest} = diffOutput(files, nothing, new Set())
  const diff = diffOutput(files.toReversed(), manifest, new Set(pathsOf(files)))
  expect([diff.write, diff.remove, diff.unchanged]).toEqual([[], [], 3])
  expect([...diff.manifest]).toEqual([...manifest])
})

test('bytes and text of one content are one', () => {
  const {manifest} = diffOutput([fileOf('a', '甲')], nothing, new Set())
  const bytes = {...fileOf('a'), body: new TextEncoder().encode('甲')}
  expect(diffOutput([bytes], manifest, new Set(['a' as OutputPath])).write).toEqual([])
})

function randomFiles(random: RandomSequence): readonly OutputFile[] {
  return [...'abcdefgh']
    .filter(() => random.below(2) === 1)
    .map((path) => fileOf(path, String(random.below(3))))
}

test('after any builds the folder holds the site and what others put there, and nothing else', () => {
  for (let seed = 0; seed < 60; seed++) {
    const random = sequence(seed)
    const disk = new Map<OutputPath, string>([['theirs' as OutputPath, 'x']])
    let last = nothing
    for (let build = 0; build < 6; build++) {
      const files = randomFiles(random)
      // Somebody may take a file away between two builds.
      if (random.below(3) === 0) disk.delete(random.pick(['a', 'b', 'c']) as OutputPath)
      const diff = diffOutput(files, last, new Set(disk.keys()))
      for (const path of diff.remove) {
        expect(last.has(path) && disk.has(path)).toBe(true)
        disk.delete(path)
      }
      for (const {path, body} of diff.write) disk.set(path, String(body))
      expect(new Map([...disk].filter(([path]) => path !== 'theirs'))).toEqual(
        new Map(files.map(({path, body}) => [path, body])),
      )
      expect(disk.has('theirs' as OutputPath)).toBe(true)
      expect(diff.unchanged).toBe(files.length - diff.write.length)
      last = diff.manifest
    }
  }
})

function clashesOf(...files: readonly OutputFile[]): readonly string[] {
  const clashes = findOutputClashes(files, new Set())
  return clashes.map((each) => formatDiagnostic(each, 'zh').split('\n')[0] ?? '')
}

test.each([
  ['one name', 'archive/index.html', 'archive/index.html'],
  ['names that differ by case', 'News/a.html', 'news/A.html'],
  ['names that differ by Unicode form', 'caf\u00e9.html', 'cafe\u0301.html'],
])('reports %s', (_, left, right) => {
  expect(
    clashesOf(fileOf(left, '1', 'content/a.md'), fileOf('b'), fileOf(right, '2', 'public/b')),
  ).toEqual([
    `content/a.md: 错误: content/a.md、public/b 都要写成同一个文件「${left}」 (emit/output-clash)`,
  ])
})

test('reports a file that has the name of a folder', () => {
  expect(
    clashesOf(
      fileOf('old/1.html/index.html', '1', 'content/a.md'),
      fileOf('old/1.html', '2', 'content/b.md'),
      fileOf('OLD/1.HTML/x/y.css', '3', 'public/y.css'),
    ),
  ).toEqual([
    'content/b.md: 错误: content/b.md、content/a.md、public/y.css 都要写成同一个文件「old/1.html」 (emit/output-clash)',
  ])
})

test('files that only look alike do not clash', () => {
  expect(
    clashesOf(fileOf('a/b.html'), fileOf('a.html'), fileOf('a/b'), fileOf('ab/b.html')),
  ).toEqual([])
})
