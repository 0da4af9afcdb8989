import {costOf, longestWord, type WordList} from './word-list.ts'

/**
 * What a character becomes between what stands before and after it, where no table of words can
 * say: a surname, a measure word, a verb of one character.
 */
export interface ContextRule {
  /** The characters it speaks of, and what each becomes, the same in every traditional edition. */
  readonly forms: Readonly<Record<string, string>>
  /** What stands before and after, as sources of regular expressions that look no further than a clause. */
  readonly before: string
  readonly after: string
  /** Whether what stands behind has to read as a given name, too. */
  readonly isSurname?: true
}

/** A character that a rule decides. */
export interface SettledCharacter {
  readonly offset: number
  readonly result: string
}

/** Finds what rules decide in a text, from left to right; the first rule that fits decides. */
export type ContextReader = (text: string) => readonly SettledCharacter[]

const none: readonly SettledCharacter[] = []

interface Test {
  readonly fits: RegExp
  readonly result: string
  readonly isSurname: boolean
}

/** A reader of these rules; the ordinary words tell what may be a given name. */
export function createContextReader(
  rules: readonly ContextRule[],
  ordinary: WordList | undefined,
): ContextReader {
  const byCharacter = new Map<string, Test[]>()
  for (const {forms, before, after, isSurname = false} of rules) {
    for (const [character, result] of Object.entries(forms)) {
      const known = byCharacter.get(character) ?? []
      const fits = new RegExp(`(?<=${before})${character}(?=${after})`, 'uy')
      byCharacter.set(character, [...known, {fits, result, isSurname}])
    }
  }
  if (byCharacter.size === 0) return () => none
  const candidates = new RegExp(`[${[...byCharacter.keys()].join('')}]`, 'g')
  return (text) => {
    let settled: SettledCharacter[] | undefined
    for (candidates.lastIndex = 0; candidates.test(text); ) {
      const offset = candidates.lastIndex - 1
      const rule = byCharacter.get(text[offset]!)?.find(({fits, isSurname}) => {
        fits.lastIndex = offset
        return fits.test(text) && (!isSurname || isGivenName(ordinary, text, offset + 1))
      })
      if (rule) {
        settled ??= []
        settled.push({offset, result: rule.result})
      }
    }
    return settled ?? none
  }
}

/**
 * Whether one or two characters at `offset` read as a given name: no ordinary word begins with them,
 * and behind them stands an ordinary word, a mark, or a particle that follows a name.
 */
function isGivenName(ordinary: WordList | undefined, text: string, offset: number): boolean {
  if (!ordinary || costOf(ordinary, text, offset, offset + 2) !== 0) return false
  if (endsName.test(text.slice(offset + 2, offset + 3))) return true
  return [offset + 2, offset + 1].some((end) => beginsWord(ordinary, text, end))
}

const endsName = /^(?:$|[^\p{Script=Han}]|[的在对向为与和及等就从率自获被因说是有将把给同])/u

function beginsWord(ordinary: WordList, text: string, start: number): boolean {
  for (let end = start + 2; end <= start + longestWord && end <= text.length; end++) {
    if (costOf(ordinary, text, start, end) !== 0) return true
  }
  return false
}
