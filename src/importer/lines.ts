import type {LiftedLine} from '../record/record.ts'

/**
 * The lines of a text, each with its line end: joined they are the text. A line ends with LF, or
 * with CR in a text that has no LF at all (old Macintosh files). An empty text has no lines.
 */
export function splitLines(text: string): readonly string[] {
  return splitAt(text, text.includes('\n') ? '\n' : '\r')
}

/**
 * The document from which `lines` were lifted and of which `body` is the rest, byte for byte after
 * decoding. The law of importing: `reassemble(readPlainText(text))` is `text`.
 */
export function reassemble(parts: {
  readonly lines: readonly LiftedLine[]
  readonly body: string
}): string {
  const {lines, body} = parts
  const hasLineFeed = body.includes('\n') || lines.some(({text}) => text.includes('\n'))
  const rest = splitAt(body, hasLineFeed ? '\n' : '\r').values()
  const lifted = new Map(lines.map(({line, text}) => [line, text]))
  let document = ''
  for (let line = 1; ; line++) {
    const text = lifted.get(line) ?? rest.next().value
    if (text === undefined) return document
    document += text
  }
}

function splitAt(text: string, end: string): readonly string[] {
  const lines: string[] = []
  let start = 0
  for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, start)) {
    lines.push(text.slice(start, at + 1))
    start = at + 1
  }
  if (start < text.length) lines.push(text.slice(start))
  return lines
}
