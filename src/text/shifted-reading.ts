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

/** The likeliest text of a run, and how much the next likeliest costs more. */
export interface RunReading {
  readonly text: string
  readonly margin: number
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
  return {text, margin}
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

/** The user-defined areas of GBK: what their first bytes are, and their second. */
const privateUse = [
  {leads: [...range(0xaa, 0xaf), ...range(0xf8, 0xfe)], trails: range(0xa1, 0xfe)},
  {leads: range(0xa1, 0xa7), trails: range(0x40, 0xa0)},
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
    const to = from + gaps.length + 1
    makers.push(() => [
      {to, choices: choicesOf(leads, trails, around, false)},
      ...gaps.map((gap, index) => ({
        to: from + index + 1,
        choices: choicesOf(leads, gap.leads, around, true),
      })),
    ])
    for (const gap of gaps) {
      makers.push(() => [{to, choices: choicesOf(gap.trails, trails, around, true)}])
    }
  }
  addText(around.after)
  return createLattice(makers)
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
