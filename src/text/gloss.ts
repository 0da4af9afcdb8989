import {type Edit, type Edited, edited, untouched} from './edit.ts'
import {findGlossCandidates, type GlossCandidate} from './gloss-candidate.ts'
import {
  countCharacters,
  countScattered,
  countSideBySide,
  countTaught,
  type Evidence,
  weigh,
} from './gloss-evidence.ts'
import {characterTables, countHan} from './han.ts'
import {plainnessOf} from './plain-text.ts'
import {surpriseOf} from './rarity.ts'
import {isSurnameReading, isUsualReading, readingsOf} from './reading.ts'

/**
 * Removes the pinyin that a machine left after characters, 區(qū)委 → 區委, from the texts of one
 * document, taken together as evidence.
 *
 * The damage comes from replacing bytes by a table, so a character is glossed at every place or at
 * none, and always with one reading. Pinyin that somebody meant breaks that: prose glosses a
 * character once, a lesson gives two readings, an annotated poem glosses everything. A document is
 * judged once; below the evidence nothing at all is removed.
 */
export function removeGlosses(texts: readonly string[]): readonly Edited[] {
  const candidates = texts.map(findGlossCandidates)
  const removable = judge(texts, candidates)
  if (removable.size === 0) return texts.map(untouched)
  return texts.map((text, index) => {
    const edits: Edit[] = (candidates[index] ?? [])
      .filter((candidate) => removable.has(candidate))
      .map(({offset, text: before}) => ({rule: 'gloss', offset, before, after: ''}))
    return edits.length === 0 ? untouched(text) : edited(text, edits)
  })
}

/** The candidates that are damage. */
function judge(
  texts: readonly string[],
  byText: readonly (readonly GlossCandidate[])[],
): ReadonlySet<GlossCandidate> {
  const candidates = byText.flat()
  const none = new Set<GlossCandidate>()
  if (candidates.length < thresholds.brief.glosses || isLesson(candidates, byText)) return none
  const totals = countCharacters(texts, candidates)
  const han = texts.reduce((sum, text) => sum + countHan(text), 0)
  const toneless = candidates.filter(({kind}) => kind !== 'noise' && kind !== 'other')
  if (isMainlyBare(toneless) && isToneless(weigh(toneless, totals, han))) return new Set(candidates)
  const toned = candidates.filter(({kind}) => kind !== 'toneless' && kind !== 'other')
  const evidence = weigh(toned, totals, han)
  const twoForms = toned.filter(({hasTwoForms}) => hasTwoForms).length
  const isTaught = (): boolean => countTaught(texts, byText, evidence) > evidence.repeated / 2
  const isTable =
    ([thresholds.twoForms, thresholds.manyTwoForms].some((least) => isEnough(evidence, least)) &&
      twoForms >= twoFormsShareMin * toned.length) ||
    isBrief(toned, evidence) ||
    (isSelective(toned, evidence) && !isTaught())
  const isAny =
    [thresholds.anyForm, thresholds.manyAnyForm].some((least) => isEnough(evidence, least)) &&
    hasEasy(toned)
  if (isTable || isAny) {
    return new Set(candidates.filter((each) => belongsToTable(each, evidence, totals, isTable)))
  }
  return (isNeedless(toned, evidence) && !isTaught()) ||
    isScattered(toned, evidence, () => countScattered(texts, byText))
    ? new Set(candidates.filter((each) => !isNameGloss(each)))
    : none
}

/** Least evidence for damage; measured on damaged pages, see docs/normalisation.md. */
interface Threshold {
  readonly glosses: number
  readonly characters: number
  readonly repeated: number
  readonly everywhere: number
}

const thresholds = {
  // So few only where all is clear, see isBrief.
  brief: {glosses: 3, characters: 3, repeated: 0, everywhere: 1},
  // Nearly all on characters with two forms: the table of a converter.
  twoForms: {glosses: 6, characters: 4, repeated: 2, everywhere: 0.9},
  // Where there are many, a place may have slipped now and then.
  manyTwoForms: {glosses: 20, characters: 12, repeated: 6, everywhere: 0.75},
  selective: {glosses: 8, characters: 7, repeated: 0, everywhere: 0.5},
  // On characters of any kind, the table test alone has to carry it.
  anyForm: {glosses: 12, characters: 8, repeated: 4, everywhere: 0.95},
  manyAnyForm: {glosses: 40, characters: 20, repeated: 8, everywhere: 0.9},
} as const satisfies Readonly<Record<string, Threshold>>

const twoFormsShareMin = 0.95
const densityMin = 0.012
// Where most characters are glossed somebody teaches reading.
const densityMax = 0.5
const ambiguousMax = 0.05
const glossedShareMin = 0.8

function isEnough(evidence: Evidence, least: Threshold): boolean {
  return (
    evidence.glosses >= least.glosses &&
    evidence.counts.size >= least.characters &&
    evidence.repeated >= least.repeated &&
    evidence.everywhere >= least.everywhere &&
    isSpreadLikeDamage(evidence)
  )
}

/**
 * Whether a few glosses are enough: on traditional forms of common characters only, each at every
 * place, and not mainly on those of several readings, which somebody may have wanted to settle.
 */
function isBrief(toned: readonly GlossCandidate[], evidence: Evidence): boolean {
  const characters = [...evidence.counts.keys()]
  const {traditional} = characterTables()
  return (
    toned.every(({kind, text}) => kind === 'tone' && text.startsWith('(')) &&
    isEnough(evidence.repeated > 0 ? evidence : {...evidence, everywhere: 1}, thresholds.brief) &&
    characters.every((each) => traditional.has(each) && plainnessOf(each) === 'common') &&
    characters.filter(hasOneReading).length >= oneReadingShareMin * characters.length
  )
}

/**
 * Whether the glosses keep to characters with two forms, as a converter's table does, where running
 * text has four in ten of them; then it matters less that some are bare.
 */
function isSelective(toned: readonly GlossCandidate[], evidence: Evidence): boolean {
  const characters = [...evidence.counts.keys()]
  return (
    isEnough(
      evidence.repeated > 0 ? evidence : {...evidence, everywhere: 1},
      thresholds.selective,
    ) &&
    toned.every(({text}) => text.startsWith('(')) &&
    toned.filter(({hasTwoForms}) => hasTwoForms).length >= twoFormsShareMin * toned.length &&
    toned.filter(isUsual).length >= usualShareMin * toned.length &&
    characters.filter(hasOneReading).length >= oneReadingShareMin * characters.length
  )
}

/** Whether one gloss in ten is on a character of every page: who means them takes the hard ones. */
function hasEasy(toned: readonly GlossCandidate[]): boolean {
  const easy = toned.filter(({character}) => surpriseOf(character) <= easyBits)
  return easy.length >= 0.1 * toned.length
}

const easyBits = 11

const usualShareMin = 0.85

function isUsual({character, syllables}: GlossCandidate): boolean {
  return isUsualReading(character, syllables)
}

const oneReadingShareMin = 0.3

function hasOneReading(character: string): boolean {
  return new Set(readingsOf(character).map(({base, tone}) => `${base}${tone}`)).size === 1
}

/**
 * Whether the glosses stand in lists of characters or words, as in a lesson, or one beside the other,
 * as in an annotated poem.
 */
function isLesson(
  candidates: readonly GlossCandidate[],
  byText: readonly (readonly GlossCandidate[])[],
): boolean {
  const listed = candidates.filter(({isListed}) => isListed).length
  return (
    listed > listedShareMax * candidates.length ||
    countSideBySide(byText) > sideBySideMax * candidates.length
  )
}

const listedShareMax = 0.5
const sideBySideMax = 0.6

function isSpreadLikeDamage({density, ambiguous}: Evidence): boolean {
  return density >= densityMin && density <= densityMax && ambiguous <= ambiguousMax
}

/**
 * Toneless pages gloss irregularly, so the table test says nothing; there it is the number, and
 * that the glosses stand in the middle of running text.
 */
function isToneless(evidence: Evidence): boolean {
  return evidence.counts.size >= 8 && isSpreadLikeDamage(evidence)
}

/**
 * Whether readings are given where nobody needs them: 我們(men)在(zài)這裡工(gōng)作. Who teaches reading
 * gives those of characters that are new, or that have several; one in five of running text is known
 * to all.
 */
function isNeedless(toned: readonly GlossCandidate[], evidence: Evidence): boolean {
  const {glosses, characters, repeated} = needless
  // Where each has it at every place, fewer are enough.
  const isTable = evidence.everywhere >= everywhereMin && evidence.repeated > repeated
  const known = isTable ? needless.knownInTable : needless.known
  const usualOnes = toned.filter(isUsual)
  const knownToAll = usualOnes.filter(({character}) => isKnownToAll(character))
  return (
    evidence.glosses >= glosses &&
    evidence.counts.size >= characters &&
    evidence.repeated >= repeated &&
    isSpreadLikeDamage(evidence) &&
    toned.every(({text}) => text.startsWith('(')) &&
    usualOnes.length >= usualShareMin * toned.length &&
    knownToAll.length >= known * toned.length &&
    new Set(knownToAll.map(({character}) => character)).size >= (isTable ? 2 : 3)
  )
}

const needless = {
  glosses: 6,
  characters: 6,
  repeated: 2,
  usual: 0.85,
  known: 0.2,
  knownInTable: 0.08,
}
const everywhereMin = 0.95
// The two hundred characters of prose that are met most, each once in seven hundred or more often …
const knownBits = 9.5
// … but for those that lessons give two readings of.
const twoReadings = new Set(
  '为為和了的地得着著行長长发發还還都会會中大上下要说說多种種重分只为好少看那那当當将將相应應便数數过過教调調处處度',
)

function isKnownToAll(character: string): boolean {
  return surpriseOf(character) <= knownBits && !twoReadings.has(character)
}

/**
 * Some machines gloss at random, now here and now there, every character in its usual reading. Who
 * means it glosses a character where it comes first, and seldom one that everybody can read.
 */
function isScattered(
  toned: readonly GlossCandidate[],
  evidence: Evidence,
  countOf: () => number,
): boolean {
  return (
    evidence.glosses >= scattered.glosses &&
    evidence.counts.size >= scattered.characters &&
    isSpreadLikeDamage(evidence) &&
    toned.every(({text}) => text.startsWith('(')) &&
    toned.filter(isUsual).length >= usualShareMin * toned.length &&
    countOf() >= scattered.places
  )
}

const scattered = {glosses: 12, characters: 10, places: 3}

function isMainlyBare(candidates: readonly GlossCandidate[]): boolean {
  const bare = candidates.filter(({isBare}) => isBare).length
  return bare >= 10 && bare >= 0.8 * candidates.length
}

function belongsToTable(
  candidate: GlossCandidate,
  {counts}: Evidence,
  totals: ReadonlyMap<string, number>,
  isTwoForms: boolean,
): boolean {
  const {character, hasTwoForms, kind, syllables} = candidate
  if (kind === 'noise') return true
  if (kind === 'other') return isTwoForms && characterTables().traditional.has(character)
  if (isTwoForms && !hasTwoForms) return false
  if (isNameGloss(candidate)) return false
  // Where a table has been at work a bare place is a slip of it, and nobody glosses what it does.
  const isSlip = isTwoForms || surpriseOf(character) <= commonBits
  if (isSlip && kind === 'tone' && isUsualReading(character, syllables)) return true
  return (counts.get(character) ?? 0) >= glossedShareMin * (totals.get(character) ?? 1)
}

// Of rarer ones somebody may have given a reading: 邵(shào)明.
const commonBits = 13

/** Whether it tells how a surname is read: 單(shàn)某. */
function isNameGloss({character, syllables, isNamed}: GlossCandidate): boolean {
  return isNamed && isSurnameReading(character, syllables)
}
