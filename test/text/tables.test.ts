import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path/posix'
import {polyphonic} from 'pinyin-pro'
import {describe, expect, test} from 'vitest'
import {createConverter} from '../../src/text/converter.ts'
import {createFastConverter} from '../../src/text/fast-converter.ts'
import {conversionNames, readOpenccConfig} from '../../src/text/opencc.ts'
import {converterOf, tableOf} from '../../src/text/profile.ts'
import {ownEntriesOf} from '../../src/text/read-conversion.ts'
import {parseSyllable, readingsOf} from '../../src/text/reading.ts'
import {buildTable, tableNames} from '../../src/text/tables/build-table.ts'
import {sequence} from '../support/random.ts'
import {createReference} from '../support/reference-converter.ts'

const plain = [
  ...'的一是在了发长头后里干著为台准',
  '，',
  '。',
  'A',
  ' ',
  '\n',
  '\u{20000}',
  '\uD840',
  '\uDC00',
  '😀',
]

describe.each(conversionNames)('the table of %s', (name) => {
  const config = readOpenccConfig(name)
  const own = ownEntriesOf(name)
  const words = [...new Set([...own, ...config.stages.flat(2)].flat())]
  const convert = converterOf(name)
  const withoutJudgement = createFastConverter(tableOf(name))

  test('writes every word as the one made of the dictionaries', () => {
    const made = createConverter(name)
    expect(words.length).toBeGreaterThanOrEqual(90)
    expect(words.filter((word) => convert(word) !== made(word))).toEqual([])
  })

  test('writes random lines as cutting and converting step by step does', () => {
    const reference = createReference(config, own)
    const {below, pick} = sequence(words.length + name.length)
    const piece = (): string => {
      const word = pick(words)
      const kind = below(8)
      if (kind < 4) return word
      if (kind < 6) return word.slice(below(word.length))
      return kind < 7 ? word.slice(0, 1 + below(word.length)) : pick(plain)
    }
    const wrong: string[] = []
    for (let count = 0; count < 2000; count++) {
      const line = Array.from({length: 1 + below(16)}, piece).join('')
      if (withoutJudgement(line) !== reference(line)) wrong.push(line)
    }
    expect(wrong).toEqual([])
  })
})

test('the compiled program has every table as it is made, and reads it', async () => {
  const folder = 'lib/text/tables'
  for (const name of tableNames) {
    const compiled = await readFile(`${folder}/${name}.table`)
    expect(compiled.equals(buildTable(name)), `${name}: run npm run compile`).toBe(true)
  }
  expect(await readFile(`${folder}/read-table.js`, 'utf8')).not.toContain('build-table')
})

test('the compiled filter loads no package before it needs one', async () => {
  expect(await packagesBehind('lib/app/build-and-publish.js')).toContain('unified')
  expect(await packagesBehind('lib/app/commands/build.js')).toEqual([])
  expect(await packagesBehind('lib/app/cli.js')).toEqual([])
  expect(await packagesBehind('lib/app/commands/text.js')).toEqual([])
  expect(await packagesBehind('lib/index.js')).not.toContain('opencc-js/preset')
})

/** The packages that a compiled module imports at its top, and all modules that it imports so. */
async function packagesBehind(entry: string): Promise<readonly string[]> {
  const modules = new Set([entry])
  const packages = new Set<string>()
  for (const path of modules) {
    const text = await readFile(path, 'utf8')
    for (const [, name = ''] of text.matchAll(/\b(?:from|import) ['"]([^'"]+)['"]/g)) {
      if (name.startsWith('.')) modules.add(join(dirname(path), name))
      else if (!name.startsWith('node:')) packages.add(name)
    }
  }
  return [...packages]
}

test('has the readings of every character as pinyin-pro gives them for it alone', () => {
  const {below} = sequence(7)
  for (let count = 0; count < 2000; count++) {
    const character = String.fromCodePoint(0x3400 + below(0x9fff - 0x3400))
    const readings = (polyphonic(character, {type: 'array'})[0] ?? []).map(parseSyllable)
    const known = readingsOf(character).map((reading) => JSON.stringify(reading))
    for (const reading of readings) if (reading) expect(known).toContain(JSON.stringify(reading))
  }
  expect(readingsOf('〇')).toEqual([{base: 'ling', tone: 2}])
  expect(readingsOf('，')).toEqual([])
})
