/** Strings, addresses without quotes, comments, marks, numbers below one, white space. */
const parts =
  /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|\burl\([^"')]*\)|\/\*[\s\S]*?\*\/|\s*;?\s*(\})\s*|\s*([{;,>])\s*|(?<![\w.])0(?=\.\d)|:\s+|\s+/g

/**
 * A style sheet as it is sent: without its comments, and without white space and digits that say
 * nothing (CSS Syntax Level 3, sections 4 and 5). Strings and addresses stay as they are.
 */
export function squeezeStyle(css: string): string {
  const squeeze = (part: string, end?: string, mark?: string): string => {
    if (end ?? mark) return (end ?? mark)!
    if (/^(?:\s|\/\*)/.test(part)) return ' '
    if (part === '0') return ''
    return part.startsWith(':') ? ':' : part
  }
  // Twice: where a comment stood, white space may now be next to white space.
  return css.replace(parts, squeeze).replace(parts, squeeze).trim()
}

/** A style sheet whose `url("name")` have the names under which the theme's files are published. */
export function nameFilesIn(css: string, names: ReadonlyMap<string, string>): string {
  return css.replace(/\burl\((["']?)([^"')]*)\1\)/g, (whole, _, name: string) => {
    const published = names.get(name)
    return published === undefined ? whole : `url("${published}")`
  })
}

/**
 * A script as it is sent: without indentation and lines that hold only a comment. One with a text
 * over several lines, where indentation may be part of it, stays as it is.
 */
export function squeezeScript(script: string): string {
  const lines = script.split('\n')
  if (lines.some((line) => line.split('`').length % 2 === 0)) return script
  return script.replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*$|^[ \t]*\/\/.*$/gm, '').replace(/^\s+/gm, '')
}
