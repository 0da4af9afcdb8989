import {characterTables} from './han.ts'
import {asUnits, unpackSections} from './sections.ts'
import {firstRead} from './table-layout.ts'
import {readTable} from './tables/read-table.ts'

/** A syllable of pinyin: its letters without tone, and the tone; 5 where none is marked. */
export interface Syllable {
  readonly base: string
  readonly tone: number
}

const toneMarks: ReadonlyMap<string, number> = new Map([
  ['\u0304', 1],
  ['\u0301', 2],
  ['\u030c', 3],
  // Pages often have the breve where the caron belongs.
  ['\u0306', 3],
  ['\u0300', 4],
])

/**
 * Reads one syllable: `qū`, `lǜ`, `lv4`, `lu:4`. Undefined when a text is not shaped like one, or
 * begins with a capital letter, which no gloss does.
 */
export function parseSyllable(text: string): Syllable | undefined {
  const known = parsed.get(text) ?? readSyllable(text)
  if (known) parsed.set(text, known)
  return known
}

// An article has the same few syllables again and again, and there are not many.
const parsed = new Map<string, Syllable>()

function readSyllable(text: string): Syllable | undefined {
  let base = ''
  let tone = 5
  for (const character of text.normalize('NFD').replace(/u(?::|\u0308)|v/g, 'ü')) {
    const mark =
      toneMarks.get(character) ?? (base && /[1-5]/.test(character) ? Number(character) : 0)
    if (mark > 0 && tone !== 5) return undefined
    if (mark > 0) tone = mark
    else if (/[a-zɑɡü]/.test(character)) base += character
    else return undefined
  }
  base = base.replace(/ɑ/g, 'a').replace(/ɡ/g, 'g')
  return base.length >= 1 && base.length <= 6 ? {base, tone} : undefined
}

let table: {readonly index: Uint16Array; readonly lines: readonly string[]} | undefined

// For each code point the number of a line, and the lines: readings with a space between.
function openTable() {
  const [index, text] = unpackSections(readTable('readings'))
  return {index: asUnits(index!), lines: new TextDecoder().decode(text).split('\n')}
}

function ownReadings(character: string): readonly string[] {
  table ??= openTable()
  const line = table.lines[table.index[character.codePointAt(0)! - firstRead] ?? 0]
  return line ? line.split(' ') : []
}

const known = new Map<string, readonly Syllable[]>()

/** All Mandarin readings of a character and of its forms in the other script (pinyin-pro). */
export function readingsOf(character: string): readonly Syllable[] {
  const found = known.get(character)
  if (found) return found
  const forms = [character, ...(characterTables().counterparts.get(character) ?? [])]
  const readings = forms
    .flatMap(ownReadings)
    .map(parseSyllable)
    .filter((reading) => reading !== undefined)
  known.set(character, readings)
  return readings
}

/** Whether `syllable` is a reading of `character`, in its context or in another. */
export function isReadingOf(character: string, {base, tone}: Syllable): boolean {
  return readingsOf(character).some(
    (reading) =>
      reading.base === base &&
      // A third tone before a third is often written as a second; 一 and 不 change theirs.
      (reading.tone === tone || (tone === 2 && reading.tone === 3) || '一不'.includes(character)),
  )
}

/** Whether `syllable`, written without its tone, is a reading of `character`. */
export function isToneless(character: string, {base}: Syllable): boolean {
  return readingsOf(character).some((reading) => reading.base === base)
}

/** Whether a reading of `character` begins with the letters of `syllable`, and has its tone if one is marked. */
export function beginsReading(character: string, {base, tone}: Syllable): boolean {
  return readingsOf(character).some(
    (reading) => reading.base.startsWith(base) && (tone === 5 || reading.tone === tone),
  )
}

/** Whether all of these are what dictionaries give first for `character`, or for another form of it. */
export function isUsualReading(character: string, syllables: readonly Syllable[]): boolean {
  const forms = [character, ...(characterTables().counterparts.get(character) ?? [])]
  const first = forms.map((form) => parseSyllable(ownReadings(form)[0] ?? ''))
  return syllables.every(({base, tone}) =>
    first.some((usual) => usual?.base === base && usual.tone === tone),
  )
}

// Surnames that are read in another way than the word; in either script.
const surnameReadings: ReadonlyMap<string, string> = new Map(
  '單shàn 单shàn 解xiè 仇qiú 查zhā 區ōu 区ōu 蓋gě 盖gě 朴piáo 樸piáo 繁pó 種chóng 种chóng 華huà 华huà 尉yù 樂yuè 乐yuè 黑hè 折shé 翟zhái 員yùn 员yùn 過guō 过guō 曾zēng 任rén'
    .split(' ')
    .map((entry) => [entry[0]!, entry.slice(1)] as const),
)

/** Whether `character` has this reading as a surname only. */
export function isSurnameReading(character: string, syllables: readonly Syllable[]): boolean {
  const surname = parseSyllable(surnameReadings.get(character) ?? '')
  return syllables.every(({base, tone}) => surname?.base === base && surname.tone === tone)
}
