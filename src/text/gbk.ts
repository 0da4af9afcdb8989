interface Tables {
  readonly codes: ReadonlyMap<string, number>
  readonly characters: ReadonlyMap<number, string>
}

let tables: Tables | undefined

/** The two bytes of a character in GBK as one number, or undefined when GBK has it not. */
export function encodeGbk(character: string): number | undefined {
  tables ??= readTables()
  return tables.codes.get(character)
}

/** The character that two bytes are in GBK, or undefined when they are none. */
export function decodeGbk(lead: number, trail: number): string | undefined {
  tables ??= readTables()
  return trail <= 0xff ? tables.characters.get(lead * 256 + trail) : undefined
}

// GBK: lead bytes 81–FE, trail bytes 40–7E and 80–FE (WHATWG Encoding Standard, section 10.1).
function readTables(): Tables {
  const pairs: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) pairs.push(lead * 256 + trail)
  }
  const bytes = Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 0xff, 10]))
  const decoded = new TextDecoder('gbk').decode(bytes).split('\n')
  const codes = new Map<string, number>()
  const characters = new Map<number, string>()
  for (const [index, pair] of pairs.entries()) {
    const character = decoded[index]!
    if (character.length !== 1 || character === '\uFFFD') continue
    codes.set(character, pair)
    characters.set(pair, character)
  }
  return {codes, characters}
}
