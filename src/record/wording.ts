const shownMax = 60
// What an editor program would hide, or would show as a new line.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * A piece of a file as a message shows it: on one line, at most 60 code points, every invisible
 * character but the space by its number, `<U+0009>`.
 */
export function show(text: string): string {
  // Twice as many code units hold that many code points, whatever their size.
  const characters = [...text.slice(0, 2 * shownMax + 2)]
  const cut = characters.length > shownMax ? [...characters.slice(0, shownMax), '…'] : characters
  return cut.join('').replace(invisible, name)
}

function name(character: string): string {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return `<U+${hex}>`
}

const valueOfLine = /^([ \t]*(?:- +)*(?:[^:\s]+:[ \t]+)?)(.*?)\s*$/u

/** The line with its value put in quotation marks, the way YAML reads it as one text. */
export function quoteValue(line: string): string {
  const [, head = '', value = ''] = valueOfLine.exec(line) ?? []
  return head.trimStart() + quote(value)
}

/** The text as a quoted YAML scalar on one line. */
function quote(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`
}
