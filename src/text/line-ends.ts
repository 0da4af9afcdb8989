import {characterTables} from './han.ts'
import {ordinaryWords} from './knowledge.ts'
import {unitsOf} from './units.ts'
import {costBetween, costOf, longestWord, mayJoin, type WordList} from './word-list.ts'

/**
 * Where a line of a title may end so that no word is parted and none of one character is left at an
 * end: offsets, in their order. None is beside a mark of punctuation, where every browser knows
 * whether a line may end, nor beside a number, which would lose its gap (`text-autospace`). The words are the cheapest line of ordinary ones (Viterbi's
 * algorithm); browsers have such a dictionary for Japanese alone.
 */
export function findLineEnds(title: string): readonly number[] {
  return [...title.matchAll(hanRuns)].flatMap(({0: run, index}) => {
    const afterNumber = /\d$/.test(title.slice(0, index))
    return endsInside(cutWords(run), afterNumber).map((offset) => index + offset)
  })
}

const hanRuns = /[\u4e00-\u9fff]+/g

// Words of one character that may end a line, and that may begin one.
const closers = /^[的了]$/
const openers = /^[和与與及暨并並]$/

/** A line may end between two words; what counts in 20周年 belongs to its number. */
function endsInside(words: readonly string[], afterNumber: boolean): readonly number[] {
  const ends: number[] = []
  let offset = 0
  for (const [at, word] of words.slice(0, -1).entries()) {
    offset += word.length
    const mayEnd = (at === 0 && afterNumber) || isWhole(word, closers)
    if (mayEnd && isWhole(words[at + 1]!, openers)) ends.push(offset)
  }
  return ends
}

function isWhole(word: string, exceptions: RegExp): boolean {
  return word.length > 1 || exceptions.test(word)
}

// What a character costs that is no word: more than any word does.
const unknownCost = 200

/** A run of Han characters, in either script, cut into words. */
function cutWords(run: string): readonly string[] {
  const list = ordinaryWords()
  const units = unitsOf(toSimplified(run, list))
  const costs = new Array<number>(run.length + 1).fill(Number.POSITIVE_INFINITY)
  const sizes = new Uint8Array(run.length + 1)
  costs[0] = 0
  for (let start = 0; start < run.length; start++) {
    for (let end = start + 1; end <= Math.min(run.length, start + longestWord); end++) {
      if (end > start + 1 && !mayJoin(list, units[end - 2]!, units[end - 1]!)) break
      const cost = costBetween(list, units, start, end) || (end === start + 1 ? unknownCost : 0)
      if (cost === 0 || costs[start]! + cost >= costs[end]!) continue
      costs[end] = costs[start]! + cost
      sizes[end] = end - start
    }
  }
  const words: string[] = []
  for (let end = run.length; end > 0; end -= sizes[end]!) {
    words.push(run.slice(end - sizes[end]!, end))
  }
  return words.toReversed()
}

const forms = new Map<string, string>()

/** Each character in the form that simplified prose has most: as long, and enough to know words by. */
function toSimplified(run: string, list: WordList): string {
  return run.replace(/./g, (character) => {
    const known = forms.get(character) ?? commonestForm(character, list)
    forms.set(character, known)
    return known
  })
}

function commonestForm(character: string, list: WordList): string {
  const rarity = (form: string): number => costOf(list, form) || unknownCost
  const form = characterTables().counterparts.get(character)?.[0] ?? character
  return form.length === 1 && rarity(form) < rarity(character) ? form : character
}
