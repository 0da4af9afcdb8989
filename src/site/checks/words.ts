import {type Diagnostic, report} from '../../base/diagnostic.ts'
import {watchedWord} from '../check-problems.ts'
import {type Entry, textOf} from '../entry.ts'
import type {Site} from '../site.ts'
import {whereIn} from './where-in.ts'

/** Words that a site watches for, with what to write instead where it says so. */
export type WatchedWords = Readonly<Record<string, string | undefined>>

/**
 * The watched words in an announcement as it is published: each once, at its first place in the
 * record as far as it stands there as it is.
 */
export function checkWords(entry: Entry, site: Site, source: string): readonly Diagnostic[] {
  const {file, editions} = entry.article
  const edition = editions.find(({tag}) => tag === 'zh-Hans') ?? editions[0]
  const text = edition ? `${edition.title}\n${textOf(entry, edition.tag, site).plain}` : ''
  return Object.entries(site.config.words)
    .filter(([word, instead]) => isUsed(text, word, instead))
    .map(([word, instead]) =>
      report(watchedWord, whereIn(source, word, `content/${file}`), {word, instead}),
    )
}

/** A word does not count where it stands inside the right one. */
function isUsed(text: string, word: string, instead: string | undefined): boolean {
  const rest = instead?.includes(word) ? text.replaceAll(instead, '\n') : text
  return word !== '' && rest.includes(word)
}
