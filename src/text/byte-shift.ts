import {type Edit, type Edited, edited, type Notice, untouched} from './edit.ts'
import {characterTables, isHan} from './han.ts'
import {plainnessOf} from './plain-text.ts'
import {
  characterBefore,
  decodeShiftedRun,
  mayHoldShifts,
  readShiftedRun,
  type ShiftedRun,
} from './shifted-run.ts'

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
 * A repair is made only when it is exact – its bytes are those that stand there and the lost one –
 * and one alone gives plain text. Everything else is reported.
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
    const run = readShiftedRun(text, offset)
    const after = closing ? '。”' : run && mend(text, offset, run, page)
    const end = closing ? offset + closing.length : (run?.end ?? next)
    const before = text.slice(offset, end)
    if (after !== undefined) {
      edits.push({rule, offset, before, after})
      next = end
    } else if (run && run.cause === 'gloss' && run.first.length > 0)
      notices.push({rule, offset, text: before})
  }
  return edits.length + notices.length === 0 ? untouched(text) : edited(text, edits, notices)
}

/** What a document tells about its shifted runs. */
interface Page {
  readonly text: string
  /** Whether glosses stand in it. */
  readonly isDamaged: boolean
  /** Whether it has kept characters of private use, which one shifted character in six becomes. */
  readonly keepsPrivateUse: boolean
  /** Share of traditional characters among those that only one script has. */
  readonly traditional: number
}

function readPage(text: string): Page {
  const tables = characterTables()
  let traditional = 0
  let simplified = 0
  for (const character of text) {
    if (tables.traditional.has(character)) traditional++
    else if (tables.simplified.has(character)) simplified++
  }
  return {
    text: text.replace(glosses, ''),
    isDamaged: (text.match(glosses)?.length ?? 0) >= 3,
    keepsPrivateUse: /[\uE000-\uF8FF]/.test(text),
    traditional: (traditional + 1) / (traditional + simplified + 2),
  }
}

const glosses = /(?<=\p{Script=Han})[(（] ?[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6} ?[)）]/gu

/** The one plain text that a run can be. */
function mend(text: string, offset: number, run: ShiftedRun, page: Page): string | undefined {
  if (run.cause === 'space' && !isLikely(text, run, page)) return undefined
  const results = decodeShiftedRun(run).filter((result) => isPlain(result, run))
  const [result] = results
  if (results.length !== 1 || result === undefined || !isWhole(result, run, page)) return undefined
  if (run.cause === 'space' && couldBeHan(characterBefore(text, offset), result, page))
    return undefined
  return typeof run.closing === 'string' ? `${result}(${run.closing})` : result
}

/** A question mark before another mark is usual in sound text; a long run behind it is not. */
function isLikely(text: string, {bytes, end}: ShiftedRun, {isDamaged}: Page): boolean {
  return isDamaged ? !/\w/.test(text[end] ?? '') : bytes.length >= 6
}

// Longer runs without characters of private use have mostly lost some.
const briefLength = 3
const knownLength = 8
const rareShareMax = 0.25

function isPlain(text: string, {cause}: ShiftedRun): boolean {
  const kinds = Array.from(text, plainnessOf)
  const rare = kinds.filter((kind) => kind === 'rare').length
  if (kinds.includes('strange') || rare > rareShareMax * kinds.length) return false
  return cause === 'gloss' || isHan(text[1]) || '”“』」《（【—'.includes(text[1]!)
}

/**
 * Whether no character of the run is missing. Pages lose those of private use, and what stood
 * around one then reads as one character, mostly a rare one, one of the other script, or the one
 * that the page has nowhere else.
 */
function isWhole(text: string, {cause, bytes, closing}: ShiftedRun, page: Page): boolean {
  if (page.keepsPrivateUse) return true
  const characters = cause === 'gloss' ? Array.from(text) : Array.from(text).slice(1)
  if (cause === 'gloss' && !characters.every(isHan)) return false
  if (!isInScript(text, page) || characters.some((each) => plainnessOf(each) === 'rare')) {
    return false
  }
  const length = bytes.length / 2
  const unknown = characters.filter((each) => isHan(each) && !page.text.includes(each)).length
  if (unknown === 0) return length <= knownLength
  if (typeof closing === 'string') return length === 1
  return length <= 1 || (length <= briefLength && unknown > 1)
}

const otherScriptMax = 0.1

function isInScript(text: string, page: Page): boolean {
  const {traditional, simplified} = characterTables()
  return Array.from(text).every(
    (character) =>
      !(simplified.has(character) && 1 - page.traditional < otherScriptMax) &&
      !(traditional.has(character) && page.traditional < otherScriptMax),
  )
}

/** Characters that end in the byte A3, as 。 does, and stand where it may. */
const likeStops = ['校', '祝', '保', '常', '海', '福', '停', '模', '希', '危', '郑', '剩']

/** Whether the page has a character that ends as 。 does beside one of these neighbours. */
function couldBeHan(before: string, result: string, {text}: Page): boolean {
  // Nothing ends where nothing has begun.
  if (before === '' || '“「『《（，、；：'.includes(before)) return true
  if (before === ',' && !/,[，。、]/.test(text)) return true
  return likeStops.some(
    (character) => text.includes(`${before}${character}`) || text.includes(character + result[1]),
  )
}

/** 。” before a tag, whose `<` went with the last byte: `?！?p>`. */
function closingQuote(text: string, offset: number): string | undefined {
  const [found] =
    /^\? ?[！!]\?\/?(?:br|p|div|span) ?\/?>/.exec(text.slice(offset, offset + 12)) ?? []
  const before = text.slice(0, offset)
  return found && before.lastIndexOf('“') > before.lastIndexOf('”') ? found : undefined
}
