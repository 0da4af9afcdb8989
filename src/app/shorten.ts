import type {Diagnostic} from '../base/diagnostic.ts'

/** How many messages of one kind a terminal shows for one file. */
const alikeMax = 20

/** A message that is shown, and how many more of its kind, for its file, are not after it. */
export interface ShownDiagnostic {
  readonly diagnostic: Diagnostic
  readonly untold: number
}

/**
 * Of messages of one kind about one file the first twenty, in their order: one mistake that a
 * program made nine thousand times must not hide what is wrong elsewhere. Messages about no file
 * are all shown.
 */
export function shorten(diagnostics: readonly Diagnostic[]): readonly ShownDiagnostic[] {
  const keyOf = ({file, ruleId}: Diagnostic): string => `${ruleId} ${file}`
  const totals = new Map<string, number>()
  for (const each of diagnostics) totals.set(keyOf(each), (totals.get(keyOf(each)) ?? 0) + 1)
  const shown = new Map<string, number>()
  return diagnostics.flatMap((diagnostic) => {
    const key = keyOf(diagnostic)
    const number = (shown.get(key) ?? 0) + 1
    shown.set(key, number)
    if (diagnostic.file === undefined || number < alikeMax) return [{diagnostic, untold: 0}]
    return number === alikeMax ? [{diagnostic, untold: totals.get(key)! - alikeMax}] : []
  })
}
