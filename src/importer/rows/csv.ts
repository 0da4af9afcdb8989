/**
 * The cells of a table in CSV (RFC 4180), or in the same with tabs or semicolons: whichever stands
 * in the first line most. Quotes may hold line ends; a quote in the middle of a cell is a character.
 * A cell that is `="0012"`, as tables for spreadsheets keep figures from being numbers, is 0012.
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const separator = separatorOf(text.slice(0, text.search(/\r?\n|$/)))
  const lines: string[][] = []
  let line: string[] = []
  let at = 0
  while (at < text.length) {
    const quote = text.startsWith('="', at) ? at + 1 : at
    const cell = text[quote] === '"' ? readQuoted(text, quote) : undefined
    const end = cell?.end ?? endOfPlain(text, at, separator)
    line.push(cell?.value ?? text.slice(at, end))
    at = end
    if (text[at] === separator) {
      at++
      if (at === text.length) line.push('')
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1
      lines.push(line)
      line = []
    }
  }
  return line.length > 0 ? [...lines, line] : lines
}

function separatorOf(head: string): string {
  const counted = [',', '\t', ';', '，'].map((mark) => [mark, head.split(mark).length] as const)
  return counted.toSorted((left, right) => right[1] - left[1])[0]![0]
}

function endOfPlain(text: string, start: number, separator: string): number {
  let at = start
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

function readQuoted(text: string, start: number): {readonly value: string; readonly end: number} {
  const pieces: string[] = []
  let at = start + 1
  while (true) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return {value: pieces.join('') + text.slice(at), end: text.length}
    pieces.push(text.slice(at, quote))
    at = quote + 1
    if (text[at] === '"') {
      pieces.push('"')
      at++
      continue
    }
    // What follows a closing quote up to the next separator belongs to the cell.
    const rest = /[^,;\t，\r\n]*/y
    rest.lastIndex = at
    const more = rest.exec(text)?.[0] ?? ''
    return {value: pieces.join('') + more, end: at + more.length}
  }
}
