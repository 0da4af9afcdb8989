/** Strings, addresses without quotes, comments and white space; the rest of a style sheet is itself. */
const parts =
  /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\burl\([^"')]*\)|\/\*[\s\S]*?\*\/|\s*([{};,>])\s*|:\s+|\s+/g

/**
 * A style sheet as it is sent: without its comments, and without white space where it says nothing
 * (CSS Syntax Level 3, sections 4 and 5). Strings and addresses stay as they are.
 */
export function squeezeStyle(css: string): string {
  return css
    .replace(parts, (part, mark: string | undefined) => {
      if (mark !== undefined) return mark
      if (part.startsWith('/*')) return ' '
      if (/^\s/.test(part)) return ' '
      return part.startsWith(':') ? ':' : part
    })
    .replace(parts, (part, mark: string | undefined) => mark ?? (/^\s/.test(part) ? ' ' : part))
    .replaceAll(';}', '}')
    .trim()
}

/** A style sheet whose `url("name")` have the names under which the theme's files are published. */
export function nameFilesIn(css: string, names: ReadonlyMap<string, string>): string {
  return css.replace(/\burl\((["']?)([^"')]*)\1\)/g, (whole, _, name: string) => {
    const published = names.get(name)
    return published === undefined ? whole : `url("${published}")`
  })
}
