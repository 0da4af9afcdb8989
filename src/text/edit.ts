/** One change to a text. Offsets count UTF-16 code units in the text before the change. */
export interface Edit {
  readonly rule: string
  readonly offset: number
  readonly before: string
  readonly after: string
}

/** A place that a rule will not decide by itself, with the text that stands there. */
export interface Notice {
  readonly rule: string
  readonly offset: number
  readonly text: string
}

/** A text after a rule, with what the rule changed and what it left for a person. */
export interface Edited {
  readonly text: string
  /** In order of offset; they never overlap. */
  readonly edits: readonly Edit[]
  readonly notices: readonly Notice[]
}

/** A repair of one text. The same text always gives the same answer. */
export type TextRule = (text: string) => Edited

// Every rule answers so for nearly every text.
const none: readonly never[] = []

/** The answer of a rule that found nothing to do. */
export function untouched(text: string): Edited {
  return {text, edits: none, notices: none}
}

/** `text` with `edits` made, which must be in order and must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const {offset, before, after} of edits) {
    result += text.slice(at, offset) + after
    at = offset + before.length
  }
  return result + text.slice(at)
}

/** The text from before `edits`: `undoEdits(applyEdits(text, edits), edits)` is `text`. */
export function undoEdits(text: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  let shift = 0
  for (const {offset, before, after} of edits) {
    const start = offset + shift
    result += text.slice(at, start) + before
    at = start + after.length
    shift += after.length - before.length
  }
  return result + text.slice(at)
}

/** The answer made of `edits`: those that change nothing are left out. */
export function edited(
  text: string,
  edits: readonly Edit[],
  notices: readonly Notice[] = [],
): Edited {
  const real = edits.filter(({before, after}) => before !== after)
  return {text: applyEdits(text, real), edits: real, notices}
}

/**
 * A rule that replaces every match of `pattern` (global) by what `replace` answers.
 * An answer equal to the match is no edit.
 */
export function patternRule(
  rule: string,
  pattern: RegExp,
  replace: (match: RegExpMatchArray) => string,
): TextRule {
  return (text) => {
    const edits: Edit[] = []
    for (const match of text.matchAll(pattern)) {
      edits.push({rule, offset: match.index, before: match[0], after: replace(match)})
    }
    return edits.length === 0 ? untouched(text) : edited(text, edits)
  }
}
