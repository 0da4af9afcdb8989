/** What a table begins with, so that Excel reads it as UTF-8. */
export const csvMark = '\ufeff'

/**
 * A row of a table in CSV (RFC 4180). No cell can be taken for a formula: one that begins as a
 * formula does has an apostrophe in front.
 */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

// OWASP, "CSV Injection": signs of full width are read as the others, and white space is passed over.
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

function cellOf(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
