/** A text in, the same text in another script out. */
export type Converter = (text: string) => string

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
