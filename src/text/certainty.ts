import type {Edit} from './edit.ts'

/** How sure a change is: inverts its cause, follows from evidence or a table, or from context. */
export type Certainty = 'exact' | 'firm' | 'likely'

/** A change with its certainty, placed in the text as it was received. */
export interface LoggedEdit extends Edit {
  readonly certainty: Certainty
}

const certainties: Readonly<Record<string, Certainty>> = {
  canonical: 'exact',
  mojibake: 'exact',
  'byte-shift': 'exact',
  manual: 'exact',
  glossary: 'exact',
  'stray-question-mark': 'likely',
  quotes: 'likely',
}

/** The edit with how sure it is; where several rules made it, as sure as the least sure of them. */
export function withCertainty(edit: Edit): LoggedEdit {
  const all = edit.rule.split('+').map((rule) => certainties[rule] ?? 'firm')
  const certainty = (['likely', 'firm'] as const).find((each) => all.includes(each)) ?? 'exact'
  return {...edit, certainty}
}
