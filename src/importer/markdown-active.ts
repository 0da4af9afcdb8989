/**
 * Whether Markdown would take something in a line of plain text for formatting: a heading, a list
 * or code by how the line begins, or a link, a tag, code or emphasis inside it. Says where a person
 * should look; what the page makes of it is the build's to decide.
 */
export function isMarkdownActive(line: string): boolean {
  return line.trim() !== '' && (lineStart.test(line) || inside.test(line))
}

const lineStart =
  /^(?: {4}|\t)|^ {0,3}(?:#{1,6}(?:\s|$)|\d{1,9}[.)](?:\s|$)|[-+](?:\s|$)|[*_<>]|=+\s*$|-+\s*$|```|~~~)/

const inside =
  /\[[^[\]]*\]\(|<[A-Za-z/!?]|`[^`]+`|\*\*|~~|&(?:#\d+|#x[\da-f]+|[a-z]+\d*);|\\[!-/:-@[-`{-~]/i
