import {characterTables} from './han.ts'

/**
 * What search takes for the same, character by character: the forms of a Han character in either
 * script and in every region (by OpenCC's tables of single characters, joined into classes), wide
 * and narrow forms, capitals and small letters (NFKC and lower case where they give one character
 * for one), and the kinds of brackets, quotation marks, dashes and middle dots. A space of any kind
 * is a plain one; what has no width is nothing.
 */
export function foldText(text: string): string {
  const folded = new Uint16Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= 0xd800 && unit <= 0xdbff) {
      for (const each of foldWide(text.slice(at, at + 2)).split('')) {
        folded[length++] = each.charCodeAt(0)
      }
      at++
    } else {
      const plain = foldUnit(unit)
      if (plain !== 0) folded[length++] = plain
    }
  }
  return decoder.decode(folded.subarray(0, length))
}

const decoder = new TextDecoder('utf-16le')

/**
 * Whether two texts are the same but for the forms of Han characters (U+3400 to U+9FFF), so that
 * they fold to the same, and so does what is cut out of them at other characters.
 */
export function differInForms(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) {
    const unit = one.charCodeAt(at)
    const form = other.charCodeAt(at)
    if (unit === form) continue
    if (Math.min(unit, form) < 0x3400 || Math.max(unit, form) > 0x9fff) return false
    if (foldUnit(unit) !== foldUnit(form)) return false
  }
  return true
}

// No character has this number (The Unicode Standard, 23.7).
const unknown = 0xffff
/** For each code unit that was met what it folds to as a character by itself; 0 for nothing. */
const units = new Uint16Array(0x10000).fill(unknown)

function foldUnit(unit: number): number {
  if (units[unit] === unknown) {
    units[unit] = foldCharacter(String.fromCharCode(unit)).charCodeAt(0) || 0
  }
  return units[unit]!
}

/** Two code units: a character outside the Basic Multilingual Plane, or half of one with another. */
function foldWide(pair: string): string {
  return pair.length === 2 && pair.codePointAt(0)! > 0xffff ? foldCharacter(pair) : ''
}

/** One character folded. Whoever folds elsewhere must do the same, with the table of `foldTable`. */
export function foldCharacter(character: string): string {
  if (/^\s$/.test(character)) return ' '
  if (/^[\p{Cf}\p{Cs}\p{VS}]$/u.test(character)) return ''
  const plain = character.normalize('NFKC').toLowerCase()
  const one = Array.from(plain).length === 1 ? plain : character
  return foldTable().get(one) ?? one
}

const marks = [
  ['(', '〔【〖「『'],
  [')', '〕】〗」』'],
  ['(', '[{'],
  [')', ']}'],
  ['"', '“”„‟〝〞'],
  ["'", '‘’‚‛`´'],
  ['-', '‐‑‒–—―−─'],
  ['·', '•・‧⋅∙'],
] as const

let classes: ReadonlyMap<string, string> | undefined

/** Characters that fold to another besides by NFKC and lower case, in the order of code points. */
export function foldTable(): ReadonlyMap<string, string> {
  classes ??= new Map([
    ...marks.flatMap(([mark, others]) => Array.from(others, (other) => [other, mark] as const)),
    ...joinForms(),
  ])
  return classes
}

// Between the first and the last block of Han characters.
const [pointMin, pointMax] = [0x2e80, 0x33480]

/**
 * Every character whose forms the tables join, however far around: it folds to the one with the
 * lowest code point. 台 and 臺 are forms of each other, 臺 and 檯 are, so all three are one.
 */
function joinForms(): ReadonlyMap<string, string> {
  const {counterparts} = characterTables()
  const lower = new Map<number, number>()
  const lowestOf = (point: number): number => {
    let found = point
    for (let next = lower.get(found); next !== undefined; next = lower.get(found)) found = next
    return found
  }
  for (let point = pointMin; point < pointMax; point++) {
    for (const form of counterparts.get(String.fromCodePoint(point)) ?? []) {
      const [one, other] = [lowestOf(point), lowestOf(form.codePointAt(0)!)]
      if (one !== other) lower.set(Math.max(one, other), Math.min(one, other))
    }
  }
  const points = [...lower.keys()].toSorted((left, right) => left - right)
  return new Map(
    points.map((point) => [String.fromCodePoint(point), String.fromCodePoint(lowestOf(point))]),
  )
}
