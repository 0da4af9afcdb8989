/** What keeps a path from naming a file of the site. */
export type PathFault = 'address' | 'drive' | 'backslash' | 'control' | 'leaves'

/**
 * Why a text cannot be the path of a file, or undefined when it can: no web address, no drive, no
 * backslash, no control character. Whether its `..` leave the site is another question.
 */
export function findPathFault(written: string): PathFault | undefined {
  const path = decode(written)
  if (/\p{Cc}/u.test(path)) return 'control'
  if (/^[A-Za-z]:/.test(path)) return 'drive'
  if (path.includes('\\')) return 'backslash'
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path) ? 'address' : undefined
}

/**
 * Whether a path leads out of the site: by its `..`, seen from a folder `depth` levels below
 * `content/`, or from the top when it begins with `/`.
 */
export function leavesSite(path: string, depth: number): boolean {
  let level = path.startsWith('/') ? 0 : depth
  for (const segment of splitPath(path)) {
    if (segment === '..') level--
    else if (segment !== '' && segment !== '.') level++
    if (level < 0) return true
  }
  return false
}

/** The segments of a path, its dots and slashes read as a server would: `%2e` is a dot. */
export function splitPath(path: string): readonly string[] {
  return path.replace(/%2e/gi, '.').replace(/%2f/gi, '/').split('/')
}

/** A path with the escapes of plain characters resolved, as a browser or a server resolves them. */
function decode(path: string): string {
  return path.replace(/%[0-7][\da-f]/gi, (code) =>
    String.fromCharCode(Number.parseInt(code.slice(1), 16)),
  )
}
