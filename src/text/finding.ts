/** How often something was found in a text, with a few of the places. */
export interface Finding {
  readonly count: number
  /** The first few, each once, in the order of the text. */
  readonly examples: readonly string[]
}

/** How many examples a finding has at the most. */
export const examplesMax = 4

/** All that `pattern` (global) finds in a text. */
export function findAll(text: string, pattern: RegExp): Finding {
  return toFinding(text.match(pattern) ?? [])
}

/** What was found, in the order of the text. */
export function toFinding(found: readonly string[]): Finding {
  return {count: found.length, examples: [...new Set(found)].slice(0, examplesMax)}
}
