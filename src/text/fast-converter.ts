import {Buffer} from 'node:buffer'
import type {Converter} from './dictionary.ts'
import {createPhraseIndex, type PhraseIndex} from './phrase-index.ts'

/** What a conversion does, stage after stage, and the slow way of doing it. */
export interface Conversion {
  /** The words that a text is cut at. */
  readonly index: PhraseIndex
  /** Each stage's table: a word and what it becomes. */
  readonly stages: readonly ReadonlyMap<string, string>[]
  /** The conversion of one segment, and of a whole text, the slow way. */
  readonly convertSegment: Converter
  readonly slowly: Converter
}

/** A unit that is in no word. */
const free = 0
/** A unit at which a word can begin. */
const wordStart = 1
/** A unit that a table of single units cannot say: half of a character, or one that becomes two. */
const odd = 2
/** A unit at which a word of some stage can begin inside a run between words. */
const inner = 4
/** A unit that stands in a word of some stage; where none of these is, no word reaches across. */
const joint = 8

// Ideographic description characters: what they join is no text, and no word is looked for in it.
const description = /[\u2ff0-\u2fff]/

/**
 * The same conversion in one pass. Single characters go through one table in which all stages are
 * composed, words are looked up by their first two units, and what a word becomes is worked out
 * when it is first met. A run between words in which a later stage could see a word of its own, or
 * that holds something odd, is converted the slow way, so that the answer is always the same.
 */
export function createFastConverter({
  index,
  stages,
  convertSegment,
  slowly,
}: Conversion): Converter {
  const results: string[] = []
  const {kinds, map, isInnerWord} = composeStages(stages, index)
  const output = new Output()
  const resultOf = (word: number): string => {
    const result = results[word] ?? convertSegment(index.words[word]!)
    results[word] = result
    return result
  }
  // A run between words: where it began in the text and in the output, and whether it is simple.
  const run = {start: 0, out: 0, isSimple: true}
  const endRun = (text: string, end: number): void => {
    if (run.isSimple) return
    output.length = run.out
    output.write(convertSegment(text.slice(run.start, end)))
    run.isSimple = true
  }
  return (text) => {
    if (description.test(text)) return slowly(text)
    output.begin(text.length)
    run.start = 0
    run.out = 0
    for (let at = 0; at < text.length; ) {
      const unit = text.charCodeAt(at)
      const kind = kinds[unit]!
      if (kind === free) {
        endRun(text, at)
        output.put(map[unit]!)
        run.start = ++at
        run.out = output.length
        continue
      }
      const word = (kind & wordStart) === 0 ? -1 : index.longestAt(text, at)
      if (word === -1) {
        if ((kind & odd) !== 0 || ((kind & inner) !== 0 && isInnerWord(text, at))) {
          run.isSimple = false
        }
        output.put(map[unit]!)
        at++
        continue
      }
      endRun(text, at)
      output.write(resultOf(word))
      at += index.words[word]!.length
      run.start = at
      run.out = output.length
    }
    endRun(text, text.length)
    return output.toText()
  }
}

/** The units of a result, in memory that is used again for every text. */
class Output {
  length = 0
  #units = new Uint16Array(4096)
  #bytes = Buffer.from(this.#units.buffer)

  /** Makes ready for a text of so many units. */
  begin(textLength: number): void {
    this.length = 0
    this.#reserve(textLength + 64)
  }

  put(unit: number): void {
    if (this.length === this.#units.length) this.#reserve(this.length + 1)
    this.#units[this.length++] = unit
  }

  write(text: string): void {
    for (let at = 0; at < text.length; at++) this.put(text.charCodeAt(at))
  }

  toText(): string {
    return this.#bytes.toString('utf16le', 0, this.length * 2)
  }

  #reserve(length: number): void {
    if (length <= this.#units.length) return
    const larger = new Uint16Array(length * 2)
    larger.set(this.#units)
    this.#units = larger
    this.#bytes = Buffer.from(larger.buffer)
  }
}

interface Composed {
  readonly kinds: Uint8Array
  /** What a unit becomes through all stages. */
  readonly map: Uint16Array
  /** Whether a word of some stage can begin at this place, as that stage sees it. */
  readonly isInnerWord: (text: string, at: number) => boolean
}

function composeStages(stages: Conversion['stages'], {words, begins}: PhraseIndex): Composed {
  const kinds = begins.map((begin) => (begin === 0 ? free : wordStart))
  // Both halves of a character outside the 16 bits stay together.
  kinds.fill(odd, 0xd800, 0xdc00)
  kinds.fill(joint, 0xdc00, 0xe000)
  const map = Uint16Array.from({length: 65_536}, (_, unit) => unit)
  const known = new Set(words)
  const inners: {readonly before: Uint16Array; readonly index: PhraseIndex}[] = []
  for (const stage of stages) {
    // The words that the text is cut at cannot stand in a run, as far as the first stage goes.
    const isFirst = inners.length === 0
    const own = [...stage.keys()].filter((word) => !(isFirst && known.has(word)))
    const index = createPhraseIndex(own)
    const before = map.slice()
    const inWords = unitsOf(stage.keys())
    inners.push({before, index})
    for (let unit = 0; unit < 65_536; unit++) {
      const seen = before[unit]!
      if (inWords[seen] !== 0) kinds[unit]! |= joint
      if (index.begins[seen] !== 0) kinds[unit]! |= inner
      const result = stage.get(String.fromCharCode(seen)) ?? ''
      if (result.length === 1) map[unit] = result.charCodeAt(0)
      else if (result !== '') kinds[unit]! |= odd
    }
  }
  return {
    kinds,
    map,
    isInnerWord: (text, at) =>
      inners.some(({before, index}, stage) =>
        // The first stage sees the text itself; a later one what the stages before it made of it.
        stage === 0
          ? index.longestAt(text, at) !== -1
          : index.hasPair(before[text.charCodeAt(at)]!, before[text.charCodeAt(at + 1)] ?? 0),
      ),
  }
}

/** 1 for every unit that stands in a word of two units and more. */
function unitsOf(words: Iterable<string>): Uint8Array {
  const units = new Uint8Array(65_536)
  for (const word of words) {
    if (word.length === 1) continue
    for (let at = 0; at < word.length; at++) units[word.charCodeAt(at)] = 1
  }
  return units
}
