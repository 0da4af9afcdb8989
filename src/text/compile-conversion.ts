import {type ConversionTable, traits} from './conversion-table.ts'
import {type Converter, type Entries, uniteTables} from './dictionary.ts'
import type {OpenccConfig} from './opencc.ts'
import {convertStage} from './stage.ts'
import {buildWordTable} from './word-table.ts'

type Stage = ReadonlyMap<string, string>

/**
 * Composes the stages of a conversion, with phrases of our own asked together with the tables'.
 * OpenCC cuts a text at its phrases, then takes each piece through all stages; without phrases to
 * cut at it has one stage only, which cuts at its own words.
 */
export function compileConversion(
  {normalise, words, stages}: OpenccConfig,
  own: Entries,
): ConversionTable {
  const [first = new Map(), ...later] = stages.map((tables, index) =>
    uniteTables(index === 0 ? [own, ...tables] : tables),
  )
  const cuts = new Set(wordsIn(words ? uniteTables([own, ...words]) : first))
  // Between words the first stage meets none to cut at.
  const between = new Map([...first].filter(([word]) => !cuts.has(word)))
  const units = plainUnits()
  const preimages = [first, ...later].map((stage) => composeStage(units, stage))
  const watching = findInnerWords([between, ...later], preimages, cuts)
  for (const word of [...cuts, ...watching]) units[word.charCodeAt(0)]! |= traits.begins
  const laterTables = later.map((stage) => buildWordTable(stage))
  const convertFirst = createFirstStage(first, cuts)
  const results = [...cuts].map(
    (word) => [word, laterTables.reduce(convertStage, convertFirst(word))] as const,
  )
  return {
    units,
    words: buildWordTable(results, watching),
    stages: [buildWordTable(between), ...laterTables],
    regular: buildWordTable(uniteTables(normalise.flat())),
  }
}

/** For each unit that a stage sees, the units of the text that the stages before make into it. */
type Preimages = ReadonlyMap<number, readonly number[]>

/** What every unit becomes through no stage at all; both halves of a character stay together. */
function plainUnits(): Uint32Array {
  return Uint32Array.from({length: 65_536}, (_, unit) => {
    if (unit < 0xd800 || unit > 0xdfff) return unit | traits.free
    return unit < 0xdc00 ? unit | traits.odd : unit
  })
}

/** Takes units through one more stage, and tells what that stage sees of them. */
function composeStage(units: Uint32Array, stage: Stage): Preimages {
  const preimages = new Map<number, number[]>()
  for (const [unit, known] of units.entries()) {
    const seen = known & 0xffff
    const sources = preimages.get(seen)
    if (sources) sources.push(unit)
    else preimages.set(seen, [unit])
    const result = stage.get(String.fromCharCode(seen))
    if (result?.length === 1) units[unit] = (known & ~0xffff) | result.charCodeAt(0)
    else if (result !== undefined) units[unit] = (known | traits.odd) & ~traits.free
  }
  for (const word of wordsIn(stage)) {
    for (let at = 0; at < word.length; at++) {
      for (const unit of preimages.get(word.charCodeAt(at)) ?? []) units[unit]! &= ~traits.free
    }
  }
  return preimages
}

function wordsIn(stage: Stage): readonly string[] {
  return [...stage.keys()].filter((word) => word.length > 1)
}

/** The first stage for words: where it knows them all, nothing has to be searched for. */
function createFirstStage(first: Stage, words: ReadonlySet<string>): Converter {
  const knowsAll = [...words].every((word) => first.has(word))
  const table = buildWordTable(knowsAll ? [] : first)
  return (word) => first.get(word) ?? convertStage(word, table)
}

/** What in a text can become a word of some stage, or the beginning of one, where nothing is cut. */
function findInnerWords(
  stages: readonly Stage[],
  preimages: readonly Preimages[],
  cuts: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [index, stage] of stages.entries()) {
    for (const word of wordsIn(stage)) {
      for (const source of sourcesOf(word, preimages[index]!)) {
        if (!cuts.has(source)) found.add(source)
      }
    }
  }
  return found
}

const sourcesMax = 64

/** All that becomes `word`, or, where that would be too much, its first units. */
function sourcesOf(word: string, preimages: Preimages): readonly string[] {
  let sources = ['']
  for (let at = 0; at < word.length && (at < 2 || sources.length <= sourcesMax); at++) {
    const units = preimages.get(word.charCodeAt(at)) ?? []
    sources = sources.flatMap((start) => units.map((unit) => start + String.fromCharCode(unit)))
  }
  return sources
}
