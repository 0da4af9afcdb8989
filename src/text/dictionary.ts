/** What a word becomes; the words in the order in which the table lists them. */
export type Entries = readonly (readonly [word: string, result: string])[]

/** The entries of a table in the packed form of the opencc-js package: `word result|word result`. */
export function parsePackedTable(packed: string): Entries {
  if (packed === '') return []
  return packed.split('|').map((line) => {
    const cut = line.indexOf(' ')
    return [line.slice(0, cut), line.slice(cut + 1)] as const
  })
}

/** Several tables as one; the first that has a word decides what it becomes. */
export function uniteTables(tables: readonly Entries[]): Map<string, string> {
  const united = new Map<string, string>()
  for (const table of tables) {
    for (const [word, result] of table) if (!united.has(word)) united.set(word, result)
  }
  return united
}

/** A branch for each code unit that can come next; `word` where a word ends. */
interface Branch {
  word: string | undefined
  readonly next: Map<number, Branch>
}

/** Answers the longest word of `words` that begins at `offset` of a text, if there is one. */
export type LongestMatch = (text: string, offset: number) => string | undefined

/** A matcher over `words`: a tree by code units, so that a text is read but once a place. */
export function createLongestMatch(words: Iterable<string>): LongestMatch {
  const root: Branch = {word: undefined, next: new Map()}
  for (const word of words) {
    let branch = root
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at)
      const next: Branch = branch.next.get(unit) ?? {word: undefined, next: new Map()}
      branch.next.set(unit, next)
      branch = next
    }
    branch.word = word
  }
  return (text, offset) => {
    let found: string | undefined
    let branch: Branch | undefined = root
    for (let at = offset; at < text.length; at++) {
      branch = branch.next.get(text.charCodeAt(at))
      if (!branch) break
      if (branch.word !== undefined) found = branch.word
    }
    return found
  }
}
