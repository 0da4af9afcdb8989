import type {GlossCandidate} from './gloss-candidate.ts'

/** Facts about the glosses of a document. */
export interface Evidence {
  readonly glosses: number
  /** How often each character is glossed. */
  readonly counts: ReadonlyMap<string, number>
  /** Glosses for each Han character of the document. */
  readonly density: number
  /** Characters that occur more than once, and the share of their places that is glossed. */
  readonly repeated: number
  readonly everywhere: number
  /** Share of the characters that are given more than one reading. */
  readonly ambiguous: number
}

/** What these glosses say about a document of `han` Han characters; `totals` as `countCharacters` gives it. */
export function weigh(
  candidates: readonly GlossCandidate[],
  totals: ReadonlyMap<string, number>,
  han: number,
): Evidence {
  const counts = new Map<string, number>()
  const readings = new Map<string, Set<string>>()
  for (const {character, reading, kind, syllables} of candidates) {
    counts.set(character, (counts.get(character) ?? 0) + 1)
    // Several readings at one place, 要(yào / yāo), say nothing against one of them at another.
    if (kind !== 'cut' && (syllables.length === 1 || kind === 'toneless'))
      readings.set(character, (readings.get(character) ?? new Set()).add(reading))
  }
  const repeated = [...counts].filter(([character]) => (totals.get(character) ?? 0) > 1)
  const glossed = repeated.reduce((sum, [, count]) => sum + count, 0)
  const places = repeated.reduce((sum, [character]) => sum + (totals.get(character) ?? 0), 0)
  const ambiguous = [...readings.values()].filter(({size}) => size > 1).length
  return {
    glosses: candidates.length,
    counts,
    density: candidates.length / Math.max(1, han),
    repeated: repeated.length,
    everywhere: glossed / Math.max(1, places),
    ambiguous: ambiguous / Math.max(1, counts.size),
  }
}

/** How often each glossed character stands in the texts, with a gloss or without. */
export function countCharacters(
  texts: readonly string[],
  candidates: readonly GlossCandidate[],
): Map<string, number> {
  const counts = new Map(candidates.map(({character}) => [character.codePointAt(0)!, 0]))
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const point = text.codePointAt(at)!
      const count = counts.get(point)
      if (count !== undefined) counts.set(point, count + 1)
    }
  }
  // A character that a Latin letter swallowed does not stand in the text itself.
  return new Map(
    [...counts].map(([point, count]) => [String.fromCodePoint(point), Math.max(1, count)]),
  )
}

/**
 * How many characters stand bare before a place where they are glossed, or, whichever is fewer,
 * behind one. Who teaches a character glosses it where it comes first; who notes readings at the end
 * of a text glosses it last.
 */
export function countScattered(
  texts: readonly string[],
  candidates: readonly (readonly GlossCandidate[])[],
): number {
  const [bare, glossed] = [new Set<string>(), new Set<string>()]
  const [bareBefore, bareBehind] = [new Set<string>(), new Set<string>()]
  const addBare = (text: string): void => {
    for (const each of text) {
      bare.add(each)
      if (glossed.has(each)) bareBehind.add(each)
    }
  }
  for (const [index, text] of texts.entries()) {
    let at = 0
    for (const {character, offset, text: gloss} of candidates[index] ?? []) {
      addBare(text.slice(at, offset - character.length))
      if (bare.has(character)) bareBefore.add(character)
      glossed.add(character)
      at = offset + gloss.length
    }
    addBare(text.slice(at))
  }
  return Math.min(bareBefore.size, bareBehind.size)
}

/**
 * How many characters that stand more than once are glossed where they come first and nowhere else,
 * as who teaches them does.
 */
export function countTaught(
  texts: readonly string[],
  candidates: readonly (readonly GlossCandidate[])[],
  {counts}: Evidence,
): number {
  const glossedFirst = new Map<string, boolean>()
  const again = new Set<string>()
  for (const [index, text] of texts.entries()) {
    const glossed = new Set(
      (candidates[index] ?? []).map(({offset, character}) => offset - character.length),
    )
    for (let at = 0; at < text.length; at++) {
      const character = String.fromCodePoint(text.codePointAt(at)!)
      if (!counts.has(character)) continue
      if (glossedFirst.has(character)) again.add(character)
      else glossedFirst.set(character, glossed.has(at))
    }
  }
  return [...again].filter((each) => glossedFirst.get(each) && counts.get(each) === 1).length
}

/** How many glosses stand on the very next character behind another gloss. */
export function countSideBySide(candidates: readonly (readonly GlossCandidate[])[]): number {
  return candidates.flatMap((each) =>
    each.filter(({offset, character}, index) => {
      const before = each[index - 1]
      return before && before.offset + before.text.length + character.length === offset
    }),
  ).length
}
