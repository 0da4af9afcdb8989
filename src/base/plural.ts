/** A number of things in English: `1 line`, `3 lines`. The noun takes a plain s. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
