import {decodeGbk, encodeGbk} from './gbk.ts'
import {plainnessOf} from './plain-text.ts'
import {converterOf} from './profile.ts'
import {bytesBehind, glossedAs, type ShiftedRun} from './shifted-run.ts'
import {
  type Choice,
  cheapestLines,
  createLattice,
  type Lattice,
  type Step,
  type Vocabulary,
} from './word-lattice.ts'

/** What stands around a run and decides with it what it can be. */
export interface Surroundings {
  /** The text right before it and right behind it. */
  readonly before: string
  readonly after: string
  /**
   * Whether the page has lost its characters of private use. One shifted character in six becomes
   * one, so that two bytes may be missing between any two characters of the run.
   */
  readonly losesPrivateUse: boolean
  /** Whether a character is of the script of the page. */
  readonly isInScript: (character: string) => boolean
  readonly vocabulary: Vocabulary
}

/** The likeliest text of a run. */
export interface RunReading {
  readonly text: string
  /** How much the next likeliest costs more. */
  readonly margin: number
  /** What it costs by the character, with what stands around it. */
  readonly mean: number
}

/**
 * What a run reads with the byte put back that is lost: of all texts whose bytes are those that
 * stand there, the one that the cheapest line of ordinary words goes through. Undefined where no
 * ordinary text has these bytes.
 */
export function readShifted(run: ShiftedRun, around: Surroundings): RunReading | undefined {
  const lines = cheapestLines(latticeOf(run, around), around.vocabulary)
  const [line, next] = lines
  if (!line) return undefined
  const {before, after} = around
  const text = line.text.slice(before.length, line.text.length - after.length)
  const margin = (next?.cost ?? Number.POSITIVE_INFINITY) - line.cost
  return {text, margin, mean: line.cost / line.text.length}
}

/** What the cheapest line of words through a text as it stands costs more than that of a reading. */
export function gainOver(received: string, reading: string, around: Surroundings): number {
  const costOf = (text: string): number => {
    const line = [...around.before, ...text, ...around.after].map((each, at) => () => [
      {to: at + 1, choices: [choiceOf(each)]},
    ])
    const [cheapest] = cheapestLines(createLattice(line), around.vocabulary)
    return cheapest?.cost ?? Number.POSITIVE_INFINITY
  }
  return costOf(received) - costOf(reading)
}

// One shifted character in six is lost.
const gapCost = 18

/** Codes that read as private use: the user-defined areas of GBK, and what GBK leaves open. */
const privateUse = [
  {leads: [...range(0xaa, 0xaf), ...range(0xf8, 0xfe)], trails: range(0xa1, 0xfe)},
  {leads: range(0xa1, 0xa7), trails: range(0x40, 0xa0)},
  {leads: [0xa8, 0xa9], trails: range(0x96, 0xa0)},
  {leads: [0xfe], trails: range(0x50, 0xa0)},
]

function latticeOf({first, codes, closing, cause}: ShiftedRun, around: Surroundings): Lattice {
  const makers: (() => readonly Step[])[] = []
  const addText = (text: string): void => {
    for (const each of text) {
      const to = makers.length + 1
      makers.push(() => [{to, choices: [choiceOf(each)]}])
    }
  }
  addText(around.before)
  for (let at = 0; at <= codes.length; at++) {
    // A space and the mark behind it are right where the byte was lost.
    const hasGap = around.losesPrivateUse && (at > 0 || cause === 'gloss')
    const gaps = hasGap ? privateUse : []
    const leads = at === 0 ? first : [codes[at - 1]! & 0xff]
    const trails = at === codes.length ? trailsOf(closing) : [codes[at]! >> 8]
    const from = makers.length
    const to = from + 2 * gaps.length + 1
    makers.push(() => [
      {to, choices: choicesOf(leads, trails, around, false)},
      ...stepsIntoGaps(leads, gaps, from + 1, around),
    ])
    for (const gap of gaps) {
      makers.push(() => [
        {to, choices: choicesOf(gap.trails, trails, around, true)},
        // A mark between two of them; a mark alone is lost more often than a character.
        ...marksBetween(gap.trails, gaps, from + gaps.length + 1),
      ])
    }
    for (const gap of gaps) {
      makers.push(() => [{to, choices: choicesOf(gap.trails, trails, around, true)}])
    }
  }
  addText(around.after)
  return createLattice(makers)
}

/** Characters whose second byte went with the lost character behind them; a node for each gap. */
function stepsIntoGaps(
  leads: readonly number[],
  gaps: typeof privateUse,
  firstNode: number,
  around: Surroundings,
): readonly Step[] {
  return gaps.map((gap, index) => ({
    to: firstNode + index,
    choices: choicesOf(leads, gap.leads, around, true),
    cost: gapCost,
  }))
}

const marks = '，。、：；！？“”（）《》'

/** Marks whose first byte went with the character before them, and their second with the next. */
function marksBetween(
  leads: readonly number[],
  gaps: typeof privateUse,
  firstNode: number,
): readonly Step[] {
  return gaps.map((gap, index) => ({
    to: firstNode + index,
    choices: Array.from(marks)
      .filter((mark) => {
        const code = encodeGbk(mark)!
        return leads.includes(code >> 8) && gap.leads.includes(code & 0xff)
      })
      .map(choiceOf),
    cost: gapCost,
  }))
}

type Trails = readonly number[] | string

/** A reading stands for the bytes that give a character of that reading. */
function trailsOf(closing: ShiftedRun['closing']): Trails {
  if (closing === undefined) return secondBytes
  return typeof closing === 'string' ? closing : [closing]
}

/**
 * The ordinary characters that have one of these first bytes and one of these second bytes. Where a
 * byte is a guess, a gloss says less: the character has exactly its reading, and is one of those
 * that tables hold.
 */
function choicesOf(
  leads: readonly number[],
  trails: Trails,
  {isInScript, losesPrivateUse}: Surroundings,
  isGuess: boolean,
): readonly Choice[] {
  const isOrdinary = (character: string): boolean => {
    const kind = plainnessOf(character)
    return kind === 'common' || (kind === 'rare' && !losesPrivateUse)
  }
  const all =
    isGuess && typeof trails === 'string'
      ? glossedAs(trails).filter((character) => leads.includes(encodeGbk(character)! >> 8))
      : leads.flatMap((lead) =>
          (typeof trails === 'string' ? bytesBehind(lead, trails) : trails)
            .map((trail) => decodeExactly(lead, trail))
            .filter((character) => character !== undefined),
        )
  return all.filter((character) => isOrdinary(character) && isInScript(character)).map(choiceOf)
}

// Some codes decode to a character that has another code.
function decodeExactly(lead: number, trail: number): string | undefined {
  const character = decodeGbk(lead, trail)
  return character && encodeGbk(character) === lead * 256 + trail ? character : undefined
}

const secondBytes = range(0x40, 0xfe)
const choices = new Map<string, Choice>()

function choiceOf(character: string): Choice {
  const known = choices.get(character)
  if (known) return known
  const choice = {character, simplified: converterOf('tw2s')(character)}
  choices.set(character, choice)
  return choice
}

function range(first: number, last: number): readonly number[] {
  return Array.from({length: last - first + 1}, (_, offset) => first + offset)
}
