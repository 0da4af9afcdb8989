import type {Edition, EditionText} from '../../article/article.ts'
import {type Diagnostic, report} from '../../base/diagnostic.ts'
import {characterTables} from '../../text/han.ts'
import {protectedSpans} from '../../text/protect.ts'
import {wrongScript} from '../check-problems.ts'
import {type Entry, textOf} from '../entry.ts'
import type {Site} from '../site.ts'
import {whereIn} from './where-in.ts'

/** How much of the text around the first wrong character is shown, to either side. */
const contextLength = 4

/** Characters in an edition that only the other script has: one report an edition. */
export function checkScripts(entry: Entry, site: Site, source: string): readonly Diagnostic[] {
  const {file, editions} = entry.article
  return editions.flatMap((edition) => {
    const text = proseOf(edition, textOf(entry, edition.tag, site))
    const found = foreignCharacters(text, edition)
    const [first] = found
    if (first === undefined) return []
    const at = text.indexOf(first)
    const around = text.slice(Math.max(0, at - contextLength), at + contextLength + 1)
    const details = {
      edition: edition.tag,
      characters: found.join(''),
      context: around.replaceAll('\n', ' '),
    }
    return [report(wrongScript, whereIn(source, first, `content/${file}`), details)]
  })
}

// What is marked as of another language or not to be changed stands as somebody wants it; code too.
const marked =
  /<(\w+)(?=[^>]*\s(?:lang|translate)=)[^>]*>[\s\S]*?<\/\1>|<(code|pre)>[\s\S]*?<\/\2>/g

/** The text of an edition that conversion answers for: no addresses, no names of files. */
function proseOf({title}: Edition, {html}: EditionText): string {
  const text = html.replace(marked, ' ').replace(/<[^>]*>/g, '')
  const prose = `${title}\n${text}`
  let rest = ''
  let at = 0
  for (const {start, end} of protectedSpans(prose)) {
    rest += prose.slice(at, start)
    at = Math.max(at, end)
  }
  return rest + prose.slice(at)
}

function foreignCharacters(text: string, {tag}: Edition): readonly string[] {
  const {traditional, simplified} = characterTables()
  const foreign = tag === 'zh-Hans' ? traditional : simplified
  return [...new Set(text)].filter((character) => foreign.has(character))
}
