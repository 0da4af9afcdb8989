import type {Entries} from '../../src/text/dictionary.ts'
import type {OpenccConfig} from '../../src/text/opencc.ts'

/**
 * OpenCC's way of converting, written as it is told: cut the text at the words, longest from the
 * left, then take each piece through the stages, longest from the left. For texts without
 * compatibility ideographs and descriptions of glyphs.
 */
export function createReference(
  {words, stages}: OpenccConfig,
  own: Entries,
): (text: string) => string {
  const cuts = words && createTable([own, ...words])
  const tables = stages.map((stage, index) => createTable(index === 0 ? [own, ...stage] : stage))
  const convert = (text: string): string =>
    tables.reduce((piece, table) => table.cut(piece).map(table.resultOf).join(''), text)
  return (text) => (cuts ? joinFree(cuts, text).map(convert).join('') : convert(text))
}

interface Table {
  /** The text in pieces: words of the table, and single characters between them. */
  readonly cut: (text: string) => readonly string[]
  readonly has: (piece: string) => boolean
  readonly resultOf: (piece: string) => string
}

function createTable(lists: readonly Entries[]): Table {
  const results = new Map<string, string>()
  for (const [word, result] of lists.flat()) if (!results.has(word)) results.set(word, result)
  const longest = Math.max(...[...results.keys()].map(({length}) => length))
  const pieceAt = (text: string, at: number): string => {
    for (let length = Math.min(longest, text.length - at); length > 0; length--) {
      if (results.has(text.slice(at, at + length))) return text.slice(at, at + length)
    }
    return String.fromCodePoint(text.codePointAt(at)!)
  }
  const cut = (text: string): readonly string[] => {
    const pieces: string[] = []
    for (let at = 0; at < text.length; at += pieces.at(-1)!.length) pieces.push(pieceAt(text, at))
    return pieces
  }
  return {
    cut,
    has: (piece) => results.has(piece),
    resultOf: (piece) => results.get(piece) ?? piece,
  }
}

/** The words of a text, and what stands between two of them in one piece. */
function joinFree(cuts: Table, text: string): readonly string[] {
  const pieces: string[] = []
  let free = ''
  for (const piece of cuts.cut(text)) {
    if (!cuts.has(piece)) free += piece
    else {
      pieces.push(free, piece)
      free = ''
    }
  }
  return [...pieces, free]
}
