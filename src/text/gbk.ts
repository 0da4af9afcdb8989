interface Tables {
  /** For each UTF-16 unit its two bytes as one number, 0 where GBK has it not. */
  readonly codes: Uint16Array
  /** The other way round. */
  readonly units: Uint16Array
}

let tables: Tables | undefined

/** The two bytes of a character in GBK as one number, or undefined when GBK has it not. */
export function encodeGbk(character: string): number | undefined {
  tables ??= readTables()
  return character.length === 1 ? tables.codes[character.charCodeAt(0)] || undefined : undefined
}

/** The character that two bytes are in GBK, or undefined when they are none. */
export function decodeGbk(lead: number, trail: number): string | undefined {
  tables ??= readTables()
  const unit = trail <= 0xff ? tables.units[lead * 256 + trail] : 0
  return unit ? String.fromCharCode(unit) : undefined
}

type Range = readonly [first: number, last: number]

/** The characters whose first byte and second byte lie in these ranges, as one string. */
export function charactersOfGbk(leads: Range, trails: Range): string {
  return new TextDecoder('gbk').decode(bytesOfPairs(leads, trails))
}

// GBK: lead bytes 81–FE, trail bytes 40–7E and 80–FE. Every pair of them is one UTF-16 unit (WHATWG
// Encoding Standard, section 10.1 and index gb18030). A3A0 is a second code of U+3000, which nothing is
// written as (section 10.2.2); some versions of Node read a private character there.
function readTables(): Tables {
  const bytes = bytesOfPairs([0x81, 0xfe], [0x40, 0xfe])
  const decoded = new TextDecoder('gbk').decode(bytes)
  const codes = new Uint16Array(0x10000)
  const units = new Uint16Array(0x10000)
  for (let at = 0; at < decoded.length; at++) {
    const code = bytes[2 * at]! * 256 + bytes[2 * at + 1]!
    const unit = code === 0xa3a0 ? 0x3000 : decoded.charCodeAt(at)
    codes[unit] ||= code
    units[code] = unit
  }
  return {codes, units}
}

function bytesOfPairs([firstLead, lastLead]: Range, [firstTrail, lastTrail]: Range): Uint8Array {
  const bytes = new Uint8Array(2 * (lastLead - firstLead + 1) * (lastTrail - firstTrail + 1))
  let length = 0
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (let trail = firstTrail; trail <= lastTrail; trail++) {
      if (trail === 0x7f) continue
      bytes[length++] = lead
      bytes[length++] = trail
    }
  }
  return bytes.subarray(0, length)
}
