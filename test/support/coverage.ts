import {readdir, readFile} from 'node:fs/promises'
import {SourceMap} from 'node:module'
import {join, relative, resolve} from 'node:path'
import process from 'node:process'
import {fileURLToPath} from 'node:url'
import type {Reporter} from 'vitest/node'

// What of `src/` the tests run, in the test files themselves and in the programs and threads that
// they start; `npm run coverage` compares it with docs/coverage.md.

/** A place in a file; both count from 1 and from 0, as source maps and Istanbul have them. */
interface Start {
  readonly line: number
  readonly column: number
}

/** What Istanbul tells of a file. */
interface FileCoverage {
  readonly statementMap: Readonly<Record<string, {readonly start: Start}>>
  readonly s: Readonly<Record<string, number>>
}

interface CoverageMap {
  readonly files: () => readonly string[]
  readonly fileCoverageFor: (path: string) => FileCoverage
}

/** Of one file: how many statements there are, and the line of each that nothing ran. */
interface FileAccount {
  readonly path: string
  readonly statements: number
  readonly uncovered: readonly number[]
}

/** A reporter that ends a run with what was covered, and fails where docs/coverage.md says otherwise. */
export function coverageReporter(children: string): Reporter {
  return {
    async onCoverage(coverage) {
      const accounts = await readAccounts(coverage as CoverageMap, children)
      const measured = await Promise.all(accounts.map(linesOf))
      const listed = readList(await readFile('docs/coverage.md', 'utf8'))
      const wrong = compareLists(listed, measured.flat())
      process.stdout.write(`${[...accounts.map(formatAccount), ...wrong].join('\n')}\n`)
      if (wrong.length > 0) process.exitCode = 1
    },
  }
}

/** The lines of a document, each with the file that stands over it. */
export function readList(document: string): readonly string[] {
  const lists = document.matchAll(/^`(src\/[^`]+)`\n+```ts\n([\s\S]*?)\n```$/gm)
  return [...lists].flatMap(([, path, lines = '']) => {
    return lines.split('\n').map((line) => `${path}: ${line}`)
  })
}

/** What one of two lists has and the other has not, as a person is told of it. */
export function compareLists(
  listed: readonly string[],
  measured: readonly string[],
): readonly string[] {
  const [old, now] = [new Set(listed), new Set(measured)]
  return [
    ...[...now].filter((line) => !old.has(line)).map((line) => `not listed: ${line}`),
    ...[...old].filter((line) => !now.has(line)).map((line) => `listed, and run: ${line}`),
  ]
}

/** The lines that nothing ran, as the document has them. */
async function linesOf({path, uncovered}: FileAccount): Promise<readonly string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n')
  return uncovered.map((line) => `${path}: ${lines[line - 1]?.trim()}`)
}

/** Every file of `src/` with what neither the test files nor what they started has run. */
async function readAccounts(
  coverage: CoverageMap,
  children: string,
): Promise<readonly FileAccount[]> {
  const hits = await readHits(children)
  return coverage
    .files()
    .map((path) => relative('.', path).replaceAll('\\', '/'))
    .filter((path) => path.startsWith('src/'))
    .toSorted()
    .map((path) => {
      const ran = new Map<string, boolean>()
      const {statementMap, s} = coverage.fileCoverageFor(resolve(path))
      // A file that was run as it is written and as it is compiled is in the map twice.
      for (const [id, {start}] of Object.entries(statementMap)) {
        const place = `${start.line}:${start.column}`
        ran.set(place, Boolean(ran.get(place) || s[id] || hits.get(path)?.has(place)))
      }
      const uncovered = [...ran].flatMap(([place, hasRun]) =>
        hasRun ? [] : Number.parseInt(place, 10),
      )
      return {path, statements: ran.size, uncovered}
    })
}

/** One run of a script, as V8 writes it: inner functions and blocks come after outer ones. */
interface ScriptCoverage {
  readonly url: string
  readonly functions: readonly {
    readonly ranges: readonly {
      readonly startOffset: number
      readonly endOffset: number
      readonly count: number
    }[]
  }[]
}

const compiled = resolve('lib')

/** The places of `src/` that a program or a thread has run, from what Node wrote at their ends. */
async function readHits(folder: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const ran = new Map<string, Uint8Array>()
  for (const name of await readdir(folder)) {
    const {result} = JSON.parse(await readFile(join(folder, name), 'utf8'))
    for (const script of result as readonly ScriptCoverage[]) {
      const path = script.url.startsWith('file:') ? fileURLToPath(script.url) : ''
      if (path.startsWith(compiled)) addRun(script, path, ran)
    }
  }
  const hits = new Map<string, ReadonlySet<string>>()
  for (const [path, bytes] of ran) {
    const [source, places] = await placesOf(path, bytes)
    hits.set(source, places)
  }
  return hits
}

function addRun({functions}: ScriptCoverage, path: string, ran: Map<string, Uint8Array>): void {
  const ranges = functions.flatMap((each) => each.ranges)
  const run = new Uint8Array(Math.max(...ranges.map(({endOffset}) => endOffset)))
  for (const {startOffset, endOffset, count} of ranges) {
    run.fill(Math.min(count, 1), startOffset, endOffset)
  }
  const known = ran.get(path)
  ran.set(path, known ? run.map((bit, index) => bit | (known[index] ?? 0)) : run)
}

/** Where in its source what ran of a compiled file was written. */
async function placesOf(
  path: string,
  ran: Uint8Array,
): Promise<readonly [source: string, places: ReadonlySet<string>]> {
  const map = new SourceMap(JSON.parse(await readFile(`${path}.map`, 'utf8')))
  const places = new Set<string>()
  let offset = 0
  for (const [line, text] of (await readFile(path, 'utf8')).split('\n').entries()) {
    for (let column = 0; column < text.length; column++) {
      if (ran[offset + column] !== 1) continue
      const entry = map.findEntry(line, column)
      if ('generatedColumn' in entry && entry.generatedColumn === column) {
        places.add(`${entry.originalLine + 1}:${entry.originalColumn}`)
      }
    }
    offset += text.length + 1
  }
  return [relative('.', path).replace(/^lib/, 'src').replace(/\.js$/, '.ts'), places]
}

function formatAccount({path, statements, uncovered}: FileAccount): string {
  const share = statements === 0 ? 100 : (1 - uncovered.length / statements) * 100
  return `${share.toFixed(1).padStart(6)} % of ${String(statements).padStart(4)}  ${path}`
}
