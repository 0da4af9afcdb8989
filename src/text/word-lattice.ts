import {type GivenNames, weighGivenName} from './given-name.ts'
import {isHan} from './han.ts'
import {commonSurnames} from './tables/rule-parts.ts'
import {unitsOf} from './units.ts'
import {costOf, longestWord, mayJoin, type WordList} from './word-list.ts'

/** A character as it stands, and its simplified form, which the list of words has. */
export interface Choice {
  readonly character: string
  readonly simplified: string
}

/** What can stand between two nodes of a lattice. */
export interface Step {
  readonly to: number
  readonly choices: readonly Choice[]
  /** How rare it is that a line goes this way, whatever the character; as the cost of words. */
  readonly cost?: number
}

/**
 * The steps that lead on from each node, always to a later one; from the last there is none. They
 * are found when a line gets there, which most do not.
 */
export interface Lattice {
  readonly size: number
  readonly stepsFrom: (node: number) => readonly Step[]
}

/** The lattice whose steps from each node these make when they are first asked for. */
export function createLattice(makers: readonly (() => readonly Step[])[]): Lattice {
  const known: (readonly Step[])[] = []
  return {
    size: makers.length + 1,
    stepsFrom: (node) => {
      known[node] ??= makers[node]?.() ?? []
      return known[node]
    },
  }
}

/** What a line of words is weighed by. */
export interface Vocabulary {
  readonly words: WordList
  /**
   * What else counts as a word, as it stands: pairs that the document has elsewhere, names above all;
   * by the first character and the second.
   */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** What tells a given name behind a surname. */
  readonly names: GivenNames
}

/** A line of text and what its words cost: ten times the natural logarithm of how rare it is. */
export interface Line {
  readonly text: string
  readonly cost: number
}

/**
 * The two cheapest lines through a lattice that differ, the cheapest first: enough to tell what
 * stands there, and how sure that is (Viterbi's algorithm). Lines that cost far more than prose does
 * are given up on the way, so there may be none.
 */
export function cheapestLines(lattice: Lattice, vocabulary: Vocabulary): readonly Line[] {
  const best: Line[][] = Array.from({length: lattice.size}, () => [])
  best[0]!.push({text: '', cost: 0})
  for (const [node, lines] of best.entries()) {
    if (lines.length === 0) continue
    const addWord: Visit = (to, word, cost) => {
      for (const {text, cost: before} of lines) {
        const doubled = isDoubled(text, word) ? doubledCost : 0
        const line = {text: text + word, cost: before + cost + doubled}
        if (line.cost <= mostMean * line.text.length + slack) keepTwo(best[to]!, line)
      }
    }
    visitWords(lattice, vocabulary, node, addWord)
    visitNames(lattice, vocabulary, node, addWord)
  }
  return best.at(-1)!
}

// What a character of prose costs at the most, taken together with those before it, but for a rare
// word now and then.
const mostMean = 90
const slack = 250
const doubledCost = 80

type Visit = (to: number, word: string, cost: number) => void

/** Every word that begins at a node, with the node behind it. */
function visitWords(
  lattice: Lattice,
  vocabulary: Vocabulary,
  from: number,
  visit: Visit,
  begun: Choice = nothing,
  way = 0,
): void {
  const last = begun.simplified.charCodeAt(begun.simplified.length - 1)
  const pairs = vocabulary.pairs.get(begun.character)
  for (const {to, choices, cost: step = 0} of lattice.stepsFrom(from)) {
    for (const {character, simplified} of choices) {
      // Asked first, since nearly always the answer is no.
      const goesOn = begun === nothing || mayJoin(vocabulary.words, last, simplified.charCodeAt(0))
      const own = pairs?.get(character)
      if (!goesOn && own === undefined) continue
      const word = {
        character: begun.character + character,
        simplified: begun.simplified + simplified,
      }
      const cost = costOfWord(word.simplified, vocabulary.words, own)
      if (cost > 0) visit(to, word.character, way + step + cost)
      if (goesOn && word.simplified.length < longestWord && isHan(simplified)) {
        visitWords(lattice, vocabulary, to, visit, word, way + step)
      }
    }
  }
}

const surnames = new Set(commonSurnames)
const isSurname = (character: string): boolean => surnames.has(character)
// Beyond the surname's own cost, which it has as a character of text.
const nameCost = 10

/**
 * Every surname that begins at a node, with one character or two of a given name behind it, on the
 * ways that cost nothing of their own.
 */
function visitNames(
  lattice: Lattice,
  vocabulary: Vocabulary,
  from: number,
  visit: Visit,
  begun: Choice = nothing,
): void {
  const isPart = begun === nothing ? isSurname : isHan
  for (const {to, choices} of lattice.stepsFrom(from).filter(({cost = 0}) => cost === 0)) {
    for (const {character, simplified} of choices.filter((each) => isPart(each.simplified))) {
      const name = {
        character: begun.character + character,
        simplified: begun.simplified + simplified,
      }
      const {length} = name.simplified
      const cost = length > 1 ? costOfName(name.simplified, vocabulary) : 0
      if (cost > 0) visit(to, name.character, cost)
      if (length < 3) visitNames(lattice, vocabulary, to, visit, name)
    }
  }
}

/** What a name costs: its characters, but for what makes them likelier in names; 0 where they are not. */
function costOfName(name: string, {words, names}: Vocabulary): number {
  const weight = weighGivenName(names, unitsOf(name), 1, name.length === 2 ? 1 : 2)
  if (weight <= 0) return 0
  const characters = Array.from(name, (each) => costOf(words, each) || unknownCost)
  return characters.reduce((sum, cost) => sum + cost, nameCost - weight)
}

const nothing: Choice = {character: '', simplified: ''}

/** What a word costs, with what it costs as a pair of the document; 0 where it is none. */
function costOfWord(word: string, words: WordList, own = 0): number {
  const cost = costOf(words, word)
  if (cost > 0 && own > 0) return Math.min(cost, own)
  if (cost > 0 || own > 0 || Array.from(word).length > 1) return cost || own
  return isHan(word) ? unknownCost : (markCosts.get(word) ?? otherMarkCost)
}

// What a mark costs follows how often it stands in official prose. A character in no list is a
// rare one.
const markCosts: ReadonlyMap<string, number> = new Map([
  ['，', 20],
  ['。', 25],
  ['、', 30],
  ['“', 50],
  ['”', 50],
  ['：', 50],
  ['；', 50],
  ['（', 60],
  ['）', 60],
  ['《', 60],
  ['》', 60],
])
const otherMarkCost = 90
const unknownCost = 200

/** Whether a stop follows another stop, an opening mark or the beginning of a line. */
function isDoubled(before: string, word: string): boolean {
  return /^[，。、：；？！》）·…—]/.test(word) && /[，。、：；？！“《（·…—\n]$/.test(before)
}

function keepTwo(lines: Line[], line: Line): void {
  const same = lines.findIndex(({text}) => text === line.text)
  if (same !== -1) {
    if (lines[same]!.cost <= line.cost) return
    lines.splice(same, 1)
  }
  lines.push(line)
  lines.sort((left, right) => left.cost - right.cost)
  if (lines.length > 2) lines.pop()
}
