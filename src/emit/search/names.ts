import {compareText} from '../../base/diagnostic.ts'
import type {EditionTag} from '../../base/script.ts'
import {type Entry, editionOf} from '../../site/entry.ts'
import type {Site} from '../../site/site.ts'
import {isHan} from '../../text/han.ts'
import {readingsOf} from '../../text/reading.ts'

const namesMax = 3000

/**
 * The names that a search by letters may mean – columns, sources, tags, authors –, the most frequent
 * first, at most 3,000. A line has the first letters of a name's syllables, its pinyin, and the
 * name: `gxxyd guanxinxiayidai 关心下一代`.
 */
export function nameList(site: Site, edition: EditionTag): string {
  const counts = new Map<string, number>()
  for (const entry of site.entries) {
    for (const name of namesOf(entry, edition)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .filter(([name]) => Array.from(name).length > 1 && Array.from(name).every(isHan))
    .toSorted(([left, one], [right, other]) => other - one || compareText(left, right))
    .slice(0, namesMax)
    .map(([name]) => {
      const syllables = Array.from(name, (character) => syllableOf(character))
      return `${syllables.map((syllable) => syllable.slice(0, 1)).join('')} ${syllables.join('')} ${name}`
    })
    .join('\n')
}

function namesOf(entry: Entry, edition: EditionTag): readonly string[] {
  const {column, source, tags, author} = editionOf(entry, edition)
  return [...new Set([column ?? '', source ?? '', ...tags, ...(author ?? '').split(/[\s、，,]+/)])]
}

/** The commonest reading of a character, as it is typed. */
function syllableOf(character: string): string {
  return readingsOf(character)[0]?.base.replaceAll('ü', 'v') ?? ''
}
