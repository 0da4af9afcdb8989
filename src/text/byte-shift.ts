import {type Edit, type Edited, edited, type Notice, untouched} from './edit.ts'
import {characterTables, isHan} from './han.ts'
import {givenNames, ordinaryWords} from './knowledge.ts'
import {plainnessOf} from './plain-text.ts'
import {converterOf} from './profile.ts'
import {gainOver, readShifted, type Surroundings} from './shifted-reading.ts'
import {mayHoldShifts, readShiftedRun, type ShiftedRun} from './shifted-run.ts'
import type {Vocabulary} from './word-lattice.ts'
import {costOf} from './word-list.ts'

const rule = 'byte-shift'

/**
 * Inverts the damage of replacements that hit between two characters, in the texts of one document.
 *
 * In GBK 釘 is E1 94 and 的 is B5 C4; between them 94 B5 is 數, so a replacement of bytes put
 * `(shù)` inside 的: its first byte B5 took the parenthesis with it and became `?`, and every byte
 * after it reads as the second half of a character: 釘?shù)奶攸c for 釘的特點. Putting the lost byte
 * back makes the run read right again, up to the ASCII letter that ends it. A space that was put
 * before a full-width mark in the same way gives `?！拔覐`.
 *
 * A repair is made only when it is exact – its bytes are those that stand there, those of lost
 * characters of private use, and the lost one – and when it is plain text: a line of ordinary words
 * that is twenty times as probable as that of every other text of these bytes. Everything else is
 * reported.
 */
export function invertByteShifts(texts: readonly string[]): readonly Edited[] {
  if (!texts.some(mayHoldShifts)) return texts.map(untouched)
  const page = readPage(texts.join('\n'))
  return texts.map((text) => (mayHoldShifts(text) ? invertIn(text, page) : untouched(text)))
}

function invertIn(text: string, page: Page): Edited {
  const edits: Edit[] = []
  const notices: Notice[] = []
  let next = 0
  for (let offset = text.indexOf('?'); offset !== -1; offset = text.indexOf('?', next)) {
    next = offset + 1
    const closing = closingQuote(text, offset)
    const found = readShiftedRun(text, offset)
    const run = found && isLikely(text, found, page) ? found : undefined
    const reading = run && readOrdinary(text, offset, run, page)
    const after = closing ? '。”' : reading?.repaired
    const end = closing ? offset + closing.length : (run?.end ?? next)
    const before = text.slice(offset, end)
    if (after !== undefined) edits.push({rule, offset, before, after})
    else if (run?.cause === 'gloss') notices.push({rule, offset, text: before})
    // A gloss that ends a run begins no other.
    if (after !== undefined || reading || run?.cause === 'gloss') next = end
  }
  return edits.length + notices.length === 0 ? untouched(text) : edited(text, edits, notices)
}

/** What a document tells about its shifted runs. */
interface Page {
  /** Whether glosses stand in it. */
  readonly isDamaged: boolean
  /** Whether marks stand doubled in it, as in `,。`. */
  readonly doublesMarks: boolean
  readonly losesPrivateUse: boolean
  readonly isInScript: (character: string) => boolean
  /** What two neighbouring characters of the page cost. */
  readonly pairs: Vocabulary['pairs']
}

const glosses = /(?<=\p{Script=Han})[(（] ?[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6} ?[)）]/gu

function readPage(text: string): Page {
  return {
    isDamaged: (text.match(glosses)?.length ?? 0) >= 3,
    doublesMarks: /[,，][,，。、]/.test(text),
    losesPrivateUse: !/[\uE000-\uF8FF]/.test(text),
    isInScript: scriptOf(text),
    pairs: pairsOf(withoutRuns(text).replace(glosses, '')),
  }
}

/** A text without what may be shifted, which must not bear witness to itself. */
function withoutRuns(text: string): string {
  let rest = ''
  let at = 0
  for (let offset = text.indexOf('?'); offset !== -1; offset = text.indexOf('?', offset + 1)) {
    const run = offset < at ? undefined : readShiftedRun(text, offset)
    if (!run) continue
    rest += text.slice(at, offset)
    at = run.end
  }
  return rest + text.slice(at)
}

const otherScriptMax = 0.1

/** Tells characters of the script that the text is written in nine times out of ten. */
function scriptOf(text: string): (character: string) => boolean {
  const tables = characterTables()
  let traditional = 1
  let simplified = 1
  for (const character of text) {
    if (tables.traditional.has(character)) traditional++
    else if (tables.simplified.has(character)) simplified++
  }
  const share = traditional / (traditional + simplified)
  return (character) =>
    !(tables.simplified.has(character) && 1 - share < otherScriptMax) &&
    !(tables.traditional.has(character) && share < otherScriptMax)
}

// Beyond how rare a pair is on the page: it may have come about between two words.
const pairCost = 60

/**
 * What two neighbouring characters cost that the text has, unless an ordinary word goes across them:
 * 息係 is none in 消息係.
 */
function pairsOf(text: string): Vocabulary['pairs'] {
  const pairs = new Map<string, Map<string, number>>()
  for (const [run] of text.matchAll(/[\u4e00-\u9fff]{2,}/g)) {
    const simplified = converterOf('tw2s')(run)
    const isWord = (start: number): boolean =>
      start >= 0 && costOf(ordinaryWords(), simplified.slice(start, start + 2)) > 0
    for (let at = 1; at < run.length; at++) {
      if (simplified.length === run.length && (isWord(at - 2) || isWord(at))) continue
      const seconds = pairs.get(run[at - 1]!) ?? new Map<string, number>()
      pairs.set(run[at - 1]!, seconds.set(run[at]!, (seconds.get(run[at]!) ?? 0) + 1))
    }
  }
  for (const seconds of pairs.values()) {
    for (const [second, count] of seconds) {
      seconds.set(second, pairCost + 10 * Math.log(text.length / count))
    }
  }
  return pairs
}

// Ten times the natural logarithm of how much more probable than any other text.
const leastMargins = {
  kept: 30,
  // Where characters of private use are gone, whole characters may have gone with them …
  lost: 50,
  // … and where the reading says that they have.
  gap: 55,
  // Where nothing tells one byte of a character, neither a reading nor that it is a full stop.
  open: 70,
}
// No clause ends so: where it seems to, characters are lost with those of private use.
const unfinished = /(?:分之|[第把被和與与及或從从將将讓让該该各每])[，。；：！？]/u
// What a character of prose costs at the most; a text that costs more is hardly what was meant.
const mostMean = 80

/** What a run reads; `repaired` is what it was, if that is beyond doubt. */
function readOrdinary(
  text: string,
  offset: number,
  run: ShiftedRun,
  page: Page,
): {readonly repaired: string | undefined} | undefined {
  const around = surroundingsOf(text, offset, run.end, page)
  const reading = readShifted(run, around)
  if (!reading) return undefined
  const least = leastMargins[kindOf(run, reading.text, page)]
  const received = text.slice(offset, run.end)
  const isSure =
    reading.margin >= least &&
    reading.mean <= mostMean &&
    !(page.losesPrivateUse && unfinished.test(around.before + reading.text)) &&
    (run.cause === 'gloss' || gainOver(received, reading.text, around) >= least)
  if (!isSure) return {repaired: undefined}
  const gloss = typeof run.closing === 'string' ? `(${run.closing})` : ''
  return {repaired: reading.text + gloss}
}

function kindOf(
  {codes, closing, cause}: ShiftedRun,
  reading: string,
  {losesPrivateUse}: Page,
): keyof typeof leastMargins {
  if (closing === undefined || (cause === 'space' && !reading.startsWith('。'))) return 'open'
  if (reading.length > codes.length + 1) return 'gap'
  return losesPrivateUse ? 'lost' : 'kept'
}

/**
 * Whether something is a run. Behind a gloss there is no doubt where some character has its reading.
 * A question mark before another mark is usual in sound text; a long run behind it is not, and a
 * shifted one has rare characters.
 */
function isLikely(
  text: string,
  {first, codes, end, cause}: ShiftedRun,
  {isDamaged}: Page,
): boolean {
  if (cause === 'gloss') return first.length > 0
  if (codes.length >= longRun && !hasRare(text.slice(end - codes.length, end))) return false
  return isDamaged ? !/\w/.test(text[end] ?? '') : codes.length >= 3
}

const longRun = 12
const rareShareMin = 0.1

function hasRare(run: string): boolean {
  const rare = Array.from(run).filter((each) => isHan(each) && plainnessOf(each) === 'rare')
  return rare.length >= rareShareMin * run.length
}

// Enough for two words.
const reach = 4

function surroundingsOf(text: string, offset: number, end: number, page: Page): Surroundings {
  const left = `\n${text.slice(Math.max(0, offset - 40), offset)}`.replace(glosses, '')
  // A gloss that ended the run is left over at its end.
  const right = `是${text.slice(end, end + 40)}`.replace(glosses, '').slice(1)
  const [before = ''] = /[\n,:;!，。、：；？！“《（]?[\u4e00-\u9fff]*$/.exec(left) ?? []
  const [after = ''] = /^[\u4e00-\u9fff]*/.exec(right) ?? []
  const {isInScript, losesPrivateUse, pairs, doublesMarks} = page
  return {
    before: doublesMarks ? before.replace(/^[,，]/, '') : fullWidth(before).slice(-reach),
    after: after.slice(0, reach),
    losesPrivateUse,
    isInScript,
    vocabulary: {words: ordinaryWords(), names: givenNames(), pairs},
  }
}

function fullWidth(text: string): string {
  return text.replace(/[,:;!]/, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
}

/** 。” before a tag, whose `<` went with the last byte: `?！?p>`. */
function closingQuote(text: string, offset: number): string | undefined {
  const [found] =
    /^\? ?[！!]\?\/?[a-z]{1,10}[1-6]? ?\/?>/.exec(text.slice(offset, offset + 18)) ?? []
  const before = text.slice(0, offset)
  return found && before.lastIndexOf('“') > before.lastIndexOf('”') ? found : undefined
}
