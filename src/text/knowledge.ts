import type {ContextRule} from './context-rule.ts'
import type {Entries} from './dictionary.ts'
import {decodeGivenNames, type GivenNames} from './given-name.ts'
import {contextRules} from './tables/context-rules.ts'
import {ownPhrases} from './tables/own-phrases.ts'
import {ownWords, taiwanWords, traditionalWords} from './tables/own-words.ts'
import {readTable} from './tables/read-table.ts'
import {decodeWordList, type WordList} from './word-list.ts'

/** What is asked beside OpenCC's tables where the source is simplified. */
export interface OwnKnowledge {
  /** Phrases that settle what they cover. */
  readonly phrases: Entries
  /** Words that are found like those of OpenCC. */
  readonly words: Entries
  /** Words of traditional characters, and of Taiwan's alone, for the way back. */
  readonly traditional: Entries
  readonly taiwan: Entries
  /** What a line of ordinary words costs: where a word of the tables would be cut. */
  readonly ordinary: WordList | undefined
  /** What tells a given name. */
  readonly names: GivenNames | undefined
  /** What decides a single character before any table. */
  readonly rules: readonly ContextRule[]
}

/** No knowledge of our own: OpenCC alone. */
export const openccAlone: OwnKnowledge = {
  phrases: [],
  words: [],
  traditional: [],
  taiwan: [],
  ordinary: undefined,
  names: undefined,
  rules: [],
}

let words: WordList | undefined

/** The ordinary words of simplified Chinese, read once. */
export function ordinaryWords(): WordList {
  words ??= decodeWordList(readTable('ordinary-words'))
  return words
}

let names: GivenNames | undefined

/** What tells a given name, read once. */
export function givenNames(): GivenNames {
  names ??= decodeGivenNames(readTable('given-names'))
  return names
}

let all: OwnKnowledge | undefined

/** All that we know beside OpenCC's tables, read once. */
export function ownKnowledge(): OwnKnowledge {
  all ??= {
    phrases: ownPhrases,
    words: ownWords,
    traditional: traditionalWords,
    taiwan: taiwanWords,
    ordinary: ordinaryWords(),
    names: givenNames(),
    rules: contextRules,
  }
  return all
}
