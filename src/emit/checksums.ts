import type {Digest} from '../base/brand.ts'
import {compareText} from '../base/diagnostic.ts'

/** Name of the list of all published files with their digests, at the top of the site. */
export const checksumFile = 'manifest-sha256.txt'

/**
 * Digests as `sha256sum -c` reads them: a line for each file, in one order. A name with a line end
 * or a backslash in it is written as that program does, with a backslash before the line.
 */
export function formatChecksums(digests: ReadonlyMap<string, Digest>): string {
  return [...digests]
    .toSorted(([left], [right]) => compareText(left, right))
    .map(([path, digest]) => {
      const name = path.replace(/[\\\n]/g, (sign) => (sign === '\n' ? '\\n' : '\\\\'))
      return `${name === path ? '' : '\\'}${digest}  ${name}\n`
    })
    .join('')
}

/** The digests in such a list; undefined when a line is none, and for a list of nothing. */
export function parseChecksums(text: string): ReadonlyMap<string, Digest> | undefined {
  const digests = new Map<string, Digest>()
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue
    const [, escaped, digest, name] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    if (digest === undefined || name === undefined) return undefined
    const path = escaped
      ? name.replace(/\\([\\n])/g, (_, sign) => (sign === 'n' ? '\n' : sign))
      : name
    digests.set(path, digest as Digest)
  }
  return digests.size === 0 ? undefined : digests
}
