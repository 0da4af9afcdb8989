import {proseRule} from './context.ts'

/**
 * Of full-width marks that stand together one stays: the later one of ，， ，。 ，、, and one of 。。
 * and ；；. ！！ and ？！ are meant. Of 。， and the like either may be right: they are noticed.
 */
export const reduceRepeatedMarks = proseRule(
  'repeated-marks',
  /[，、；：。](?:[ \u3000]*[，、；：。！？])+/g,
  ({0: cluster}) => {
    const marks = cluster.replace(/[ \u3000]/g, '')
    const reduced = reduce(marks)
    return reduced === marks ? undefined : reduced
  },
)

/** A pause gives way to what follows it, and a mark stands once. */
function reduce(marks: string): string {
  let kept = ''
  for (const mark of marks) {
    while (/[，、]$/.test(kept)) kept = kept.slice(0, -1)
    if (!kept.endsWith(mark) || '！？'.includes(mark)) kept += mark
  }
  return kept
}
