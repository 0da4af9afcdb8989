const header = /^-- (\S|\S.*\S) --$/

/**
 * The files of a small site written as one string, each after a line `-- path --`, in their order.
 * A file is every line up to the next header, each with its line end. Throws when there is text
 * before the first header, a path comes twice, or a path leads out of the site.
 */
export function readArchive(text: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  let current: string | undefined
  for (const line of text.split(/(?<=\n)/)) {
    const path = header.exec(line.replace(/\n$/, ''))?.[1]
    if (path !== undefined) {
      checkPath(path, files)
      files.set(path, '')
      current = path
    } else if (current === undefined) {
      if (line !== '') throw new Error(`text before the first header: ${JSON.stringify(line)}`)
    } else {
      files.set(current, files.get(current) + line)
    }
  }
  return files
}

function checkPath(path: string, files: ReadonlyMap<string, string>): void {
  if (files.has(path)) throw new Error(`two files are called ${path}`)
  const segments = path.split('/')
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
    throw new Error(`not a path inside the site: ${path}`)
  }
}
