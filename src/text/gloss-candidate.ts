import {decodeGbk, encodeGbk} from './gbk.ts'
import {characterTables, isHan} from './han.ts'
import {manualConversion} from './manual.ts'
import {beginsReading, isReadingOf, isToneless, parseSyllable, type Syllable} from './reading.ts'

/** A parenthesis with pinyin in it, directly after a character that has this reading. */
export interface GlossCandidate {
  readonly character: string
  readonly offset: number
  /** The parenthesis as it stands, with its repetitions. */
  readonly text: string
  /** The reading, or the readings, as they stand: `qū`, `yào / yào`. */
  readonly reading: string
  readonly syllables: readonly Syllable[]
  /**
   * `tone` for a reading as it is, `toneless` for one without its tone, `noise` with other
   * characters between the letters, `cut` where the end of the text cut the letters off, `other`
   * for one in a tone that dictionaries have not: 績(jī).
   */
  readonly kind: 'tone' | 'toneless' | 'noise' | 'cut' | 'other'
  /** Whether no tone is written; of some readings that is the tone: 們(men). */
  readonly isBare: boolean
  /** Whether the character has another form in the other script. */
  readonly hasTwoForms: boolean
  /** Whether it stands by itself or in a short item of a list, as in a lesson: 國(guó)、學(xué)習、 */
  readonly isListed: boolean
  /** Whether it stands before 某 or 氏, as a surname does. */
  readonly isNamed: boolean
}

const letters = 'a-zɑɡāáǎàēéěèêīíǐìōóǒòūúǔùüǖǘǚǜńňǹḿăĕĭŏŭ\\u0300-\\u030c\\u0308'
const syllable = `[${letters}:]{1,9}[1-5]?`
const readings = `\\s*${syllable}(?:\\s*[/,，、]\\s*${syllable})*\\s*`
// The end of a text may have cut the closing parenthesis off.
const plainGloss = new RegExp(
  `(?<=[\\p{Script=Han}A-Za-z])(?:[(（]${readings}[)）])+|(?<=[\\p{Script=Han}A-Za-z])[(（]${readings}$`,
  'gu',
)
const noisyGloss = new RegExp(
  `(?<=\\p{Script=Han})[(（](?=[^()（）]*\\p{Script=Han})(?=[^()（）]*[${letters}])[\\p{Script=Han}${letters}]{2,16}[)）]`,
  'gu',
)

/**
 * Finds everything in a text that may be a gloss, in order. What is no reading of the character
 * before it is none: 部門(單位), 世貿(WTO). Nor is what an editor settled: -{區(ōu)}-某.
 */
export function findGlossCandidates(text: string): readonly GlossCandidate[] {
  if (!/[(（]/.test(text) || !/[a-zà-ǜ]/.test(text)) return []
  const found = [...text.matchAll(plainGloss), ...text.matchAll(noisyGloss)]
    .map((match) => readCandidate(text, match))
    .filter((candidate) => candidate !== undefined)
    .sort((left, right) => left.offset - right.offset)
  if (!text.includes('-{')) return found
  const settled = [...text.matchAll(manualConversion)]
  return found.filter(({offset}) =>
    settled.every(({0: whole, index}) => offset <= index || offset >= index + whole.length),
  )
}

function readCandidate(
  text: string,
  {0: whole, index: offset}: RegExpExecArray,
): GlossCandidate | undefined {
  const before = characterBefore(text, offset)
  const character = isHan(before) ? before : swallowed(text, offset - 1)
  const description = character && descriptionOf(character, whole)
  if (!character || !description) return undefined
  const isListed = isInList(text, offset, offset + whole.length)
  // Field by field: a spread here takes longer than all the rest.
  const {reading, syllables, kind, isBare, hasTwoForms} = description
  const isNamed = /[某氏]/.test(text[offset + whole.length] ?? '')
  return {
    character,
    offset,
    text: whole,
    reading,
    syllables,
    kind,
    isBare,
    hasTwoForms,
    isListed,
    isNamed,
  }
}

function characterBefore(text: string, offset: number): string {
  const point = text.codePointAt(offset - 2) ?? 0
  return text.slice(point > 0xffff ? offset - 2 : offset - 1, offset)
}

type Description = Pick<GlossCandidate, 'reading' | 'syllables' | 'kind' | 'isBare' | 'hasTwoForms'>

/** A page has the same few glosses again and again. */
const descriptions = new Map<string, Description | undefined>()

function descriptionOf(character: string, whole: string): Description | undefined {
  const key = character + whole
  const known = descriptions.get(key)
  if (known || descriptions.has(key)) return known
  const description = describe(character, whole)
  descriptions.set(key, description)
  return description
}

function describe(character: string, whole: string): Description | undefined {
  const noisy = /\p{Script=Han}/u.test(whole)
  const parts = whole.split(/[()（）]+/).filter((part) => part !== '')
  const inside = noisy ? parts.map((part) => part.replace(/\p{Script=Han}/gu, '')) : parts
  const syllables = inside.flatMap((part) =>
    part.split(/[/,，、]/).map((each) => parseSyllable(each.trim())),
  )
  if (!syllables.every((each) => each !== undefined)) return undefined
  const kind = kindOf(character, syllables, noisy, !/[)）]$/.test(whole))
  if (!kind) return undefined
  const isBare = syllables.every(({tone}) => tone === 5)
  const hasTwoForms = characterTables().counterparts.has(character)
  return {reading: inside[0]?.trim() ?? '', syllables, kind, isBare, hasTwoForms}
}

const itemMax = 4

function isInList(text: string, start: number, end: number): boolean {
  const left = measureItem(text, start - 1, -1)
  const right = measureItem(text, end, 1)
  const length = left.length + right.length
  const marks = `${left.mark}${right.mark}`
  return length === 1 || (length <= itemMax && /、|^[，；,;]{2}$/.test(marks))
}

/**
 * How many Han characters go on from `start` in one direction, glosses passed over, and what ends
 * them; no more are counted than an item can have.
 */
function measureItem(text: string, start: number, step: 1 | -1): {length: number; mark: string} {
  const [opening, closing] = step === 1 ? ['(（', ')）'] : [')）', '(（']
  let length = 0
  let isInside = false
  for (let at = start; length <= itemMax; at += step) {
    const character = text[at] ?? ''
    if (character === '') return {length, mark: ''}
    if (opening.includes(character)) isInside = true
    else if (closing.includes(character) && isInside) isInside = false
    else if (isHan(character)) length++
    else if (!isInside) return {length, mark: character}
  }
  return {length, mark: ''}
}

function kindOf(
  character: string,
  syllables: readonly Syllable[],
  noisy: boolean,
  isOpen: boolean,
): GlossCandidate['kind'] | undefined {
  const isToned = syllables.every((each) => isReadingOf(character, each))
  if (isToned) return noisy ? 'noise' : 'tone'
  const bare = syllables.every((each) => each.tone === 5 && isToneless(character, each))
  if (bare && !noisy) return 'toneless'
  if (!noisy && !isOpen && syllables.every((each) => isToneless(character, each))) return 'other'
  return isOpen && syllables.every((each) => beginsReading(character, each)) ? 'cut' : undefined
}

/**
 * The character that the damage saw where a Latin letter follows a Chinese character: the last
 * byte of the one and the letter together. In 到Y(jié)ouTube that is BD 59, 結.
 */
function swallowed(text: string, offset: number): string | undefined {
  const code = encodeGbk(text[offset - 1] ?? '')
  return code === undefined ? undefined : decodeGbk(code & 0xff, text.charCodeAt(offset))
}
