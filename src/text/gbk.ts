let codes: ReadonlyMap<string, number> | undefined

/** The two bytes of a character in GBK as one number, or undefined when GBK has it not. */
export function encodeGbk(character: string): number | undefined {
  codes ??= readCodes()
  return codes.get(character)
}

/** The character that two bytes are in GBK, or undefined when they are none. */
export function decodeGbk(lead: number, trail: number): string | undefined {
  const text = new TextDecoder('gbk').decode(Uint8Array.of(lead, trail))
  return text.length === 1 && text !== '\uFFFD' ? text : undefined
}

// GBK: lead bytes 81–FE, trail bytes 40–7E and 80–FE (WHATWG Encoding Standard, section 10.1).
function readCodes(): Map<string, number> {
  const found = new Map<string, number>()
  const decoder = new TextDecoder('gbk')
  const pair = new Uint8Array(2)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      pair.set([lead, trail])
      const text = decoder.decode(pair)
      if (text.length === 1 && text !== '\uFFFD') found.set(text, lead * 256 + trail)
    }
  }
  return found
}
